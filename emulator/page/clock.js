import { api } from "./api.js";
import { make, redraw } from "./dom.js";
import { localParts, shiftDays, stockholmInstant } from "./stockholm.js";
import { toast } from "./toast.js";

const shown = new Intl.DateTimeFormat("sv-SE", {
  timeZone: "Europe/Stockholm",
  weekday: "long",
  day: "numeric",
  month: "long",
  year: "numeric",
  hour: "2-digit",
  minute: "2-digit",
});

/** Shows the bot's development clock and moves it forwards; without one it says so. */
export function drawClock(section, { clock }, change) {
  redraw(section, String(clock), () => [
    make("h2", { id: "clock-title" }, "Klocka"),
    ...(clock === undefined ? [withoutClock(change)] : withClock(clock, change)),
  ]);
}

function withoutClock(change) {
  return make(
    "div",
    {},
    make(
      "p",
      { class: "panel-note" },
      "Boten har ingen utvecklingsklocka. Den går efter riktig tid.",
    ),
    make(
      "button",
      { type: "button", class: "quiet", "data-key": "clock-ask", onclick: change.refreshClock },
      "Fråga igen",
    ),
  );
}

function withClock(clock, change) {
  const field = make("input", {
    type: "datetime-local",
    id: "clock-field",
    value: localParts(clock),
    "data-key": "clock-field",
  });
  const move = (instant) => moveTo(instant, change);
  const step = (label, days) =>
    make(
      "button",
      {
        type: "button",
        "data-key": `clock-${days}`,
        onclick: () => move(stockholmInstant(shiftDays(localParts(clock), days))),
      },
      label,
    );
  return [
    make("p", { class: "clock-now" }, shown.format(new Date(clock))),
    make("div", { class: "row" }, step("+1 dag", 1), step("+1 vecka", 7)),
    make(
      "form",
      {
        class: "row",
        onsubmit: (event) => {
          event.preventDefault();
          if (field.value !== "") void move(stockholmInstant(field.value));
        },
      },
      make("label", { for: "clock-field" }, "Gå till tid"),
      field,
      make("button", { type: "submit", "data-key": "clock-go" }, "Gå"),
    ),
  ];
}

async function moveTo(instant, change) {
  const section = document.getElementById("clock-title").parentElement;
  section.classList.add("is-busy");
  section.setAttribute("aria-busy", "true");
  for (const control of section.querySelectorAll("button, input")) control.disabled = true;
  const told = await api.moveClock(instant).then(
    ({ now, sent, failed }) => ({
      text: `Klockan är ${shown.format(new Date(now))}. Skickade meddelanden: ${sent ?? 0}, misslyckade: ${failed ?? 0}.`,
    }),
    (error) => ({ text: `Klockan flyttades inte: ${error.message}`, isFault: true }),
  );
  // Busy until what came meanwhile is seen.
  await change.refresh();
  section.dataset.drawn = "";
  await change.refreshClock();
  section.classList.remove("is-busy");
  section.removeAttribute("aria-busy");
  toast(told.text, told);
}
