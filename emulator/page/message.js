import { performAction } from "./actions.js";
import { renderCard } from "./cards.js";
import { avatar, make } from "./dom.js";
import { markdownToHtml } from "./markdown.js";
import { widthClass } from "./prepare.js";
import { session } from "./session.js";

const drawn = new Map();

/** Forgets what is drawn, when another person or place is shown. */
export function forgetMessages() {
  drawn.clear();
}

/** Draws a message once and again only when it has changed, so that what is half filled in stays. */
export function drawMessage(message, heard, where) {
  const people = peopleOf(heard, where.place);
  const width = widthClass(cardPixels());
  const key = JSON.stringify([message, session.fallback, session.theme, people.length, width]);
  const before = drawn.get(message.id);
  if (before?.key === key) return before.element;
  // A card that works on a press stays until it is answered; it is drawn anew right after.
  if (before?.element.querySelector("[aria-busy=true]")) return before.element;
  const hadFocus = before?.element.contains(document.activeElement) ?? false;
  const element = build(message, heard, where, people);
  drawn.set(message.id, { key, element });
  if (hadFocus) {
    before.element.replaceWith(element);
    element.querySelector(".card, .words")?.focus();
  }
  return element;
}

/** The people a people picker in this place finds: the team's, or in a chat those of one's teams. */
export function peopleOf({ world }, place) {
  const teams = world.teams.filter((team) =>
    place?.teamId === undefined ? team.members.includes(session.person) : team.id === place.teamId,
  );
  const members = new Set(teams.flatMap((team) => team.members));
  return world.people.filter((person) => members.has(person.id));
}

function build(message, { world }, { place, change }, people) {
  const isBot = message.from === "bot";
  const author = world.people.find((person) => person.id === message.from);
  const name = isBot ? world.botName : (author?.name ?? "Okänd");
  const isOwn = message.from === session.person;
  return make(
    "article",
    {
      class: `message${isBot ? " from-bot" : ""}${isOwn ? " is-own" : ""}`,
      "aria-label": `${name}, ${timeOf(message)}`,
      "data-message": message.id,
    },
    isBot ? botPicture() : avatar(name),
    make(
      "div",
      { class: "message-body" },
      make(
        "p",
        { class: "message-head" },
        make("span", { class: "author" }, name),
        isBot ? make("span", { class: "mark" }, "app") : null,
        author?.userRole === "guest" ? make("span", { class: "mark" }, "gäst") : null,
        make("time", { datetime: message.at }, timeOf(message)),
        message.edits > 0 && !message.deleted
          ? make("span", { class: "edited" }, "Redigerat")
          : null,
      ),
      content(message, world, place, change, people),
    ),
  );
}

function content(message, world, place, change, people) {
  if (message.deleted) return make("p", { class: "gone" }, "Det här meddelandet har tagits bort.");
  const card = message.cardForPerson ?? message.card;
  if (card === undefined) return words(message, world);
  const { element } = renderCard(card, {
    theme: session.theme,
    pixels: cardPixels(),
    people,
    fallback: session.fallback,
    onAction: (action) =>
      performAction(action, {
        conversation: message.conversationId,
        activityId: message.id,
        card: element,
        place,
        people,
        change,
      }),
  });
  element.tabIndex = -1;
  if (message.cardForPerson === undefined) return element;
  return make(
    "div",
    {},
    element,
    make("p", { class: "private-note" }, "Bara du ser det här, tills kortet ändras nästa gång."),
  );
}

function words(message, world) {
  const text = make("div", { class: "words", tabindex: "-1" });
  if (message.mentionsBot)
    text.append(make("span", { class: "mention" }, `@${world.botName}`), " ");
  if (message.from !== "bot") text.append(message.text ?? "");
  else text.insertAdjacentHTML("beforeend", markdownToHtml(message.text ?? ""));
  return text;
}

function botPicture() {
  return make(
    "span",
    { class: "avatar bot-picture", "aria-hidden": "true" },
    make("img", { src: "/page/favicon.svg", alt: "", width: 32, height: 32 }),
  );
}

/** The width a card gets here: at most 480 pixels, less on a narrow screen. */
export function cardPixels() {
  const main = document.getElementById("conversation").clientWidth;
  const beside = window.innerWidth <= 760 ? 36 : 120;
  return Math.max(200, Math.min(480, main - beside));
}

function timeOf(message) {
  const when = new Date(message.clock ?? message.at);
  return new Intl.DateTimeFormat("sv-SE", {
    timeZone: "Europe/Stockholm",
    day: "numeric",
    month: "short",
    hour: "2-digit",
    minute: "2-digit",
  }).format(when);
}
