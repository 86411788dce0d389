import { drawConversation } from "./conversation.js";
import { api } from "./api.js";
import { closeDialog } from "./dialog.js";
import { drawRail } from "./rail.js";
import { markSeen, session, setSession } from "./session.js";
import { toast, toasts } from "./toast.js";
import { drawTools } from "./tools.js";

/** What was last heard from the emulator; everything on the page is drawn from this and the session. */
const heard = { world: undefined, conversations: [], messages: [], clock: undefined };
let running;
let next;

/** Asks the emulator anew and draws what has changed. Calls that come meanwhile wait together for one more round, which begins after them. */
export function refresh() {
  if (!running) {
    running = round().finally(() => {
      running = undefined;
    });
    return running;
  }
  const begin = () => {
    next = undefined;
    return refresh();
  };
  next ??= running.then(begin, begin);
  return next;
}

async function round() {
  const [world, conversations] = await Promise.all([api.world(), api.conversations()]);
  Object.assign(heard, { world, conversations });
  choosePlace();
  const { person } = session;
  const chosen = placeShown();
  const messages = chosen?.id && chosen.lastId !== "" ? await api.messages(chosen.id, person) : [];
  // Meanwhile somebody else may have been chosen, or another place: the round after this one is theirs.
  if (session.person !== person || placeShown()?.id !== chosen?.id) return;
  heard.messages = messages;
  if (chosen?.id) markSeen(person, chosen);
  draw();
}

let isPressing = false;
let isDue = false;

/** Nothing is drawn anew while something is pressed down: what one presses must not go away under the finger. */
function draw() {
  isDue = isPressing;
  if (isPressing) return;
  const change = { choosePerson, chooseConversation, refresh, refreshClock };
  drawRail(document.getElementById("rail"), heard, change);
  drawConversation(document.getElementById("conversation"), heard, placeShown(), change);
  drawTools(document.getElementById("tools"), heard, change);
}

function watchPresses() {
  const release = () => {
    isPressing = false;
    if (isDue) draw();
  };
  window.addEventListener(
    "pointerdown",
    () => {
      isPressing = true;
    },
    true,
  );
  // The click comes after the finger is lifted.
  for (const end of ["pointerup", "pointercancel", "blur"])
    window.addEventListener(end, () => setTimeout(release), true);
}

function choosePerson(person) {
  closeDialog();
  // What was said was said to the one before.
  toasts.replaceChildren();
  setSession({ person });
  document.body.classList.remove("rail-open");
  void refresh();
}

function chooseConversation(conversation) {
  closeDialog();
  setSession({ conversation });
  document.body.classList.remove("rail-open");
  void refresh();
}

/** Keeps the person and the place of the session to ones that exist and that the person can see. */
function choosePlace() {
  const { world, conversations } = heard;
  if (!world.people.some((person) => person.id === session.person))
    setSession({ person: world.people[0]?.id ?? "" });
  const own = conversations.filter((each) => each.members?.includes(session.person));
  const isThere =
    session.conversation === "personal" || own.some((each) => each.id === session.conversation);
  if (!isThere) setSession({ conversation: own[0]?.id ?? "personal" });
}

function placeShown() {
  if (session.conversation !== "personal")
    return heard.conversations.find((each) => each.id === session.conversation);
  const begun = heard.conversations.find((each) => each.personId === session.person);
  return begun ?? { kind: "personal", id: "", name: heard.world.botName, lastId: "" };
}

async function refreshClock() {
  heard.clock = await api.clock();
  draw();
}

function listen() {
  const stream = new EventSource("/control/stream");
  stream.addEventListener("changed", () => void refresh().catch(tellFault));
}

/** Cards have four widths: a change of the window may ask for another. Escape closes what is open at the side. */
function watchWindow() {
  window.addEventListener("resize", () => {
    if (heard.world) draw();
  });
  window.addEventListener("keydown", (event) => {
    if (event.key === "Escape") document.body.classList.remove("rail-open", "tools-open");
  });
}

function tellFault(error) {
  toast(`Emulatorn svarar inte: ${error.message}`, { isFault: true });
}

// The first words of the stream cause the first round, and so does every new connection after a break.
listen();
watchWindow();
watchPresses();
await refresh().then(refreshClock, tellFault);
