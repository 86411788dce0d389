// Each icon on a 20×20 grid: `body` is the closed shape that is filled in the Filled style, `detail` what is drawn
// inside it, `line` what is a line in both styles. The drawings are our own, after the names Teams knows.
const circle = "M10 2.75a7.25 7.25 0 1 0 0 14.5a7.25 7.25 0 1 0 0-14.5z";
const page =
  "M6 2.75h5l4.5 4.5v8.5a1.5 1.5 0 0 1-1.5 1.5H6a1.5 1.5 0 0 1-1.5-1.5V4.25A1.5 1.5 0 0 1 6 2.75z";
const calendar =
  "M5 3.5h10A1.5 1.5 0 0 1 16.5 5v10a1.5 1.5 0 0 1-1.5 1.5H5A1.5 1.5 0 0 1 3.5 15V5A1.5 1.5 0 0 1 5 3.5z";
const head = "M10 3a3 3 0 1 0 0 6a3 3 0 1 0 0-6z";
const shoulders =
  "M5.5 11.25h9A1.25 1.25 0 0 1 15.75 12.5c0 2.6-2.5 4.5-5.75 4.5s-5.75-1.9-5.75-4.5a1.25 1.25 0 0 1 1.25-1.25z";
const bubble =
  "M10 3c4 0 7 2.8 7 6.5S14 16 10 16c-1 0-2-.2-2.9-.5L3.5 16.5l.9-3A6 6 0 0 1 3 9.5C3 5.8 6 3 10 3z";
const lock =
  "M5.75 8.5h8.5A1.25 1.25 0 0 1 15.5 9.75v6a1.25 1.25 0 0 1-1.25 1.25h-8.5a1.25 1.25 0 0 1-1.25-1.25v-6A1.25 1.25 0 0 1 5.75 8.5z";
const check = "M6.75 10.25l2.25 2.25 4.25-4.75";
const tray = "M4 12.5v2.75A1.75 1.75 0 0 0 5.75 17h8.5A1.75 1.75 0 0 0 16 15.25V12.5";

const drawings = {
  Add: { line: "M10 4v12M4 10h12" },
  AddCircle: { body: circle, detail: "M10 6.75v6.5M6.75 10h6.5" },
  Alert: {
    body: "M10 2.75a5 5 0 0 1 5 5v3.25l1.25 2.75H3.75L5 11V7.75a5 5 0 0 1 5-5z",
    line: "M8 15.25a2 2 0 0 0 4 0",
  },
  Archive: {
    body: "M3.5 4h13v3.5h-13zM4.5 7.5h11V15a1.5 1.5 0 0 1-1.5 1.5H6A1.5 1.5 0 0 1 4.5 15z",
    detail: "M8 10.5h4",
  },
  ArrowCircleRight: { body: circle, detail: "M6.5 10h7M10.75 7.25L13.5 10l-2.75 2.75" },
  ArrowDownload: { line: `M10 3v9.5M6.25 9L10 12.75 13.75 9${tray}` },
  ArrowForward: { line: "M3.5 15.5c0-4.5 3-7 7.5-7h5M12 4.5l4 4-4 4" },
  ArrowLeft: { line: "M16.5 10h-13M8.5 5l-5 5 5 5" },
  ArrowRight: { line: "M3.5 10h13M11.5 5l5 5-5 5" },
  ArrowSync: {
    line: "M4 9a6.2 6.2 0 0 1 10.8-3L16.5 7.5M16.5 3.5v4h-4M16 11a6.2 6.2 0 0 1-10.8 3L3.5 12.5M3.5 16.5v-4h4",
  },
  ArrowUndo: { line: "M4 4v5h5M4.5 8.5A6.5 6.5 0 1 1 6 15" },
  Board: { body: calendar, detail: "M10 3.5v13M3.5 9h6.5M10 12h6.5" },
  BookOpen: {
    body: "M10 5.5C8.5 4 6 3.75 3 4v11c3-.25 5.5 0 7 1.5 1.5-1.5 4-1.75 7-1.5V4c-3-.25-5.5 0-7 1.5z",
    detail: "M10 5.5v11",
  },
  Building: { body: "M5 3h7v14H5zM12 8h4v9h-4z", detail: "M7.25 6h2.5M7.25 9h2.5M7.25 12h2.5" },
  BuildingGovernment: {
    body: "M10 2.75l7 4v1H3v-1zM3.5 15h13v2h-13z",
    line: "M5.5 8.5V15M8.5 8.5V15M11.5 8.5V15M14.5 8.5V15",
  },
  Calendar: {
    body: calendar,
    detail: "M3.5 7.5h13M7 10.5h.1M10 10.5h.1M13 10.5h.1M7 13.5h.1M10 13.5h.1",
  },
  CalendarLtr: {
    body: calendar,
    detail: "M3.5 7.5h13M6.5 10.5h7M6.5 13.5h4",
  },
  CalendarClock: { body: calendar, detail: "M3.5 7.5h13M12.5 10v2.75h2" },
  Chat: { body: bubble, detail: "M7 8h6M7 11h4" },
  Checkmark: { line: "M4 10.5l4 4 8-9" },
  CheckmarkCircle: { body: circle, detail: check },
  ChevronDown: { line: "M4.5 7.5L10 13l5.5-5.5" },
  ChevronLeft: { line: "M12.5 4.5L7 10l5.5 5.5" },
  ChevronRight: { line: "M7.5 4.5L13 10l-5.5 5.5" },
  ChevronUp: { line: "M4.5 12.5L10 7l5.5 5.5" },
  Circle: { body: circle },
  ClipboardTask: {
    body: "M6 4h8a1.5 1.5 0 0 1 1.5 1.5v10A1.5 1.5 0 0 1 14 17H6a1.5 1.5 0 0 1-1.5-1.5v-10A1.5 1.5 0 0 1 6 4z",
    detail: "M7 11l2 2 4-4.25",
    line: "M8 2.75h4V5H8z",
  },
  Clock: { body: circle, detail: "M10 6v4.25h3" },
  Comment: {
    body: "M5 3.5h10A1.5 1.5 0 0 1 16.5 5v7.5A1.5 1.5 0 0 1 15 14h-4.5L7 17v-3H5a1.5 1.5 0 0 1-1.5-1.5V5A1.5 1.5 0 0 1 5 3.5z",
    detail: "M7 7.5h6M7 10.25h4",
  },
  Delete: {
    body: "M5 5.5h10l-.8 10.1A1.5 1.5 0 0 1 12.7 17H7.3a1.5 1.5 0 0 1-1.5-1.4z",
    detail: "M8.5 8.5v5M11.5 8.5v5",
    line: "M3.5 5.5h13M8 5.5V4a1.25 1.25 0 0 1 1.25-1.25h1.5A1.25 1.25 0 0 1 12 4v1.5",
  },
  Dismiss: { line: "M5 5l10 10M15 5L5 15" },
  DismissCircle: { body: circle, detail: "M7.5 7.5l5 5M12.5 7.5l-5 5" },
  Document: { body: page, detail: "M11 2.75v4.5h4.5" },
  DocumentText: { body: page, detail: "M11 2.75v4.5h4.5M7.25 10.5h5.5M7.25 13.25h5.5" },
  Edit: { body: "M12.75 4.25l3 3-8.5 8.5-3.75.75.75-3.75z", detail: "M11 6l3 3" },
  ErrorCircle: { body: circle, detail: "M10 6.25v4.5M10 13.5v.1" },
  Eye: {
    body: "M2.5 10C4 6.75 6.75 5 10 5s6 1.75 7.5 5c-1.5 3.25-4.25 5-7.5 5s-6-1.75-7.5-5z",
    detail: "M10 8a2 2 0 1 0 0 4a2 2 0 1 0 0-4z",
  },
  Flag: { body: "M4.5 3.5h11l-2.75 4 2.75 4h-11z", line: "M4.5 3v14.5" },
  Gavel: { body: "M9.75 3.25l6 6-2 2-6-6z", line: "M8.5 7.25l4 4M10 8.75l-6.5 6.5M11 16.75h6" },
  Handshake: {
    body: "M3 6l4-1.5 3 1.25 3-1.25L17 6v6l-1.5.5-4.25 4a1.75 1.75 0 0 1-2.5 0L4.5 12.5 3 12z",
    detail: "M10 5.75L7.5 9c1.25 1 2.5.5 3.5-.5l4 4",
  },
  History: { line: "M4 5v3.5h3.5M4.25 8.5A6.25 6.25 0 1 1 3.75 11M10 6.5V10.25l2.5 1.5" },
  Home: { body: "M10 3l6.5 5.5V16a1 1 0 0 1-1 1h-3.5v-4.5H8V17H4.5a1 1 0 0 1-1-1V8.5z" },
  Info: { body: circle, detail: "M10 9.25v4.25M10 6.75v.1" },
  Lightbulb: {
    body: "M10 2.75a5 5 0 0 1 3 9c-.6.5-1 1.1-1.1 1.75H8.1C8 12.85 7.6 12.25 7 11.75a5 5 0 0 1 3-9z",
    line: "M8.25 15.5h3.5M9 17.25h2",
  },
  Link: { line: "M8.5 6H6.5a4 4 0 0 0 0 8h2M11.5 6h2a4 4 0 0 1 0 8h-2M7 10h6" },
  Location: {
    body: "M10 2.75A5.5 5.5 0 0 1 15.5 8.25c0 3.5-3.25 6.5-5.5 9-2.25-2.5-5.5-5.5-5.5-9A5.5 5.5 0 0 1 10 2.75z",
    detail: "M10 6.5a1.75 1.75 0 1 0 0 3.5a1.75 1.75 0 1 0 0-3.5z",
  },
  LockClosed: { body: lock, detail: "M10 12.5v.75", line: "M7 8.5V6a3 3 0 0 1 6 0v2.5" },
  LockOpen: { body: lock, detail: "M10 12.5v.75", line: "M7 8.5V5.5a3 3 0 0 1 5.9-.8" },
  Mail: {
    body: "M4.5 4.5h11A1.5 1.5 0 0 1 17 6v8a1.5 1.5 0 0 1-1.5 1.5h-11A1.5 1.5 0 0 1 3 14V6a1.5 1.5 0 0 1 1.5-1.5z",
    detail: "M3.5 6.5L10 10.5l6.5-4",
  },
  Megaphone: {
    body: "M15.5 3.25v11L4 11.5V7.25z",
    line: "M6 12v1.75a2.5 2.5 0 0 0 5 0M15.5 6.5a2 2 0 0 1 0 4.25",
  },
  Money: {
    body: "M3 5.5h14v9H3z",
    detail: "M10 8a2 2 0 1 0 0 4a2 2 0 1 0 0-4zM5 7.5v.1M15 12.5v.1",
  },
  MoreHorizontal: { line: "M5 10h.1M10 10h.1M15 10h.1" },
  Open: {
    line: "M9 4H5.5A1.5 1.5 0 0 0 4 5.5v9A1.5 1.5 0 0 0 5.5 16h9a1.5 1.5 0 0 0 1.5-1.5V11M11.5 4H16v4.5M16 4l-6.5 6.5",
  },
  Pause: { body: "M5.5 4h2.75v12H5.5zM11.75 4h2.75v12h-2.75z" },
  People: {
    body: "M7.5 4.5a2.5 2.5 0 1 0 0 5a2.5 2.5 0 1 0 0-5zM3.5 11.5h8a1 1 0 0 1 1 1c0 2.25-2 3.75-5 3.75s-5-1.5-5-3.75a1 1 0 0 1 1-1z",
    line: "M13.5 5.5a2 2 0 0 1 0 4M14.75 11.75H16.5a1 1 0 0 1 1 1c0 1.75-1.25 2.75-3 3",
  },
  PeopleTeam: {
    body: "M10 3a2.25 2.25 0 1 0 0 4.5a2.25 2.25 0 1 0 0-4.5zM7 9h6a1 1 0 0 1 1 1v3a4 4 0 0 1-8 0v-3a1 1 0 0 1 1-1z",
    line: "M4.5 4.75a1.5 1.5 0 1 0 0 3M15.5 4.75a1.5 1.5 0 1 1 0 3M4 9.25H3a.75.75 0 0 0-.75.75v2.5a3 3 0 0 0 2.5 3M16 9.25h1a.75.75 0 0 1 .75.75v2.5a3 3 0 0 1-2.5 3",
  },
  Person: { body: `${head}${shoulders}` },
  PersonAdd: {
    body: `${head}M5.5 11.25h4.25A5 5 0 0 0 10 17c-3.25 0-5.75-1.9-5.75-4.5a1.25 1.25 0 0 1 1.25-1.25z`,
    line: "M14.5 11.5v5M12 14h5",
  },
  Play: { body: "M6 3.75l10 6.25-10 6.25z" },
  Poll: { line: "M5 16.5v-6M10 16.5v-13M15 16.5V8" },
  Question: { line: "M6.5 7a3.5 3.5 0 1 1 5.5 2.9c-1.25.85-2 1.6-2 3.1M10 16v.1" },
  QuestionCircle: {
    body: circle,
    detail: "M7.9 8.25a2.1 2.1 0 1 1 3.3 1.75c-.8.55-1.2 1-1.2 1.9M10 14v.1",
  },
  Search: { line: "M8.75 3.5a5.25 5.25 0 1 0 0 10.5a5.25 5.25 0 1 0 0-10.5zM12.5 12.5l4.25 4.25" },
  Send: { body: "M3 3.5L17.25 10 3 16.5 5 10z", detail: "M5.5 10h5" },
  Settings: {
    body: "M10 3l1 2 2.25-.25.9 2L16.5 8.5 15 10l1.5 1.5-2.35 1.75-.9 2L11 15l-1 2-1-2-2.25.25-.9-2L3.5 11.5 5 10 3.5 8.5l2.35-1.75.9-2L9 5z",
    detail: "M10 8a2 2 0 1 0 0 4a2 2 0 1 0 0-4z",
  },
  Share: { line: `M10 12.5V3.25M6.5 6.5L10 3l3.5 3.5${tray}` },
  Star: {
    body: "M10 2.75l2.2 4.7 5.05.65-3.7 3.5.95 5.05L10 14.15l-4.5 2.5.95-5.05-3.7-3.5 5.05-.65z",
  },
  Stop: {
    body: "M5.5 4h9A1.5 1.5 0 0 1 16 5.5v9a1.5 1.5 0 0 1-1.5 1.5h-9A1.5 1.5 0 0 1 4 14.5v-9A1.5 1.5 0 0 1 5.5 4z",
  },
  Subtract: { line: "M4 10h12" },
  Tag: {
    body: "M3.5 4.5a1 1 0 0 1 1-1H10l6.5 6.5a1 1 0 0 1 0 1.4l-5.1 5.1a1 1 0 0 1-1.4 0L3.5 10z",
    detail: "M7 7v.1",
  },
  Target: { body: circle, detail: "M10 6.5a3.5 3.5 0 1 0 0 7a3.5 3.5 0 1 0 0-7zM10 10v.1" },
  TaskListLtr: {
    line: "M3 5.25l1.25 1.25L6.5 4M3 10.25l1.25 1.25L6.5 9M3 15.25l1.25 1.25L6.5 14M9.5 5.25h7.5M9.5 10.25h7.5M9.5 15.25h7.5",
  },
  TextBulletListLtr: { line: "M3.5 5h.1M3.5 10h.1M3.5 15h.1M7 5h10M7 10h10M7 15h10" },
  ThumbDislike: {
    body: "M5 3.5h7.5c1.25 0 1.6.75 1.85 1.75l1.1 4.25c.3 1.25-.45 2.25-1.7 2.25H11c.3 1.6.4 3 0 4.25-.3 1-1.9 1.25-2.25 0C8 13.5 6.5 12 5 11z",
  },
  ThumbLike: {
    body: "M5 16.5h7.5c1.25 0 1.6-.75 1.85-1.75l1.1-4.25c.3-1.25-.45-2.25-1.7-2.25H11c.3-1.6.4-3 0-4.25-.3-1-1.9-1.25-2.25 0C8 6.5 6.5 8 5 9z",
  },
  Vote: {
    body: "M3 11.5h14V16a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1z",
    detail: "M7.5 14.25h5",
    line: "M5.5 11.5V4.25a1.25 1.25 0 0 1 1.25-1.25h6.5a1.25 1.25 0 0 1 1.25 1.25v7.25M8 7l1.5 1.5L12.5 5.5",
  },
  Warning: {
    body: "M10 3c.5 0 .9.25 1.15.7l5.9 10.9c.5.9-.1 1.9-1.15 1.9H4.1c-1.05 0-1.65-1-1.15-1.9L8.85 3.7C9.1 3.25 9.5 3 10 3z",
    detail: "M10 7.5v4M10 13.75v.1",
  },
};

const namespace = "http://www.w3.org/2000/svg";

/** Draws an icon by its Fluent name. An unknown name gives an empty dashed circle. */
export function drawIcon(name, { pixels, isFilled }) {
  const svg = document.createElementNS(namespace, "svg");
  svg.setAttribute("viewBox", "0 0 20 20");
  svg.setAttribute("width", pixels);
  svg.setAttribute("height", pixels);
  svg.setAttribute("aria-hidden", "true");
  svg.setAttribute("class", `icon${isFilled ? " icon-filled" : ""}`);
  const drawing = Object.hasOwn(drawings, name) ? drawings[name] : undefined;
  for (const [part, shape] of Object.entries(drawing ?? { unknown: circle })) {
    const path = document.createElementNS(namespace, "path");
    path.setAttribute("d", shape);
    path.setAttribute("class", `icon-${part}`);
    svg.append(path);
  }
  return svg;
}
