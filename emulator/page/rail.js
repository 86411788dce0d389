import { avatar, make, redraw } from "./dom.js";
import { drawIcon } from "./icons.js";
import { isUnread, session } from "./session.js";

/** The left rail: who you are, your own chat with the bot, and the channels of your teams. */
export function drawRail(rail, heard, change) {
  const { world, conversations } = heard;
  const people = world.people.map((person) => personRow(person, heard));
  const own = conversations.find((each) => each.personId === session.person);
  const teams = world.teams.filter((team) => team.members.includes(session.person));
  const key = JSON.stringify([people, own, teams, conversations, session, world.botName]);
  const isDrawn = redraw(rail, key, () => [
    make(
      "button",
      {
        type: "button",
        class: "quiet only-narrow",
        "data-key": "close-rail",
        onclick: () => document.body.classList.remove("rail-open"),
      },
      "Stäng listan",
    ),
    make("h2", { class: "rail-title", id: "rail-people" }, "Vem är du?"),
    newsLine(people),
    make(
      "ul",
      { class: "people", "aria-labelledby": "rail-people" },
      people.map((person) => make("li", {}, personButton(person, change))),
    ),
    make("h2", { class: "rail-title", id: "rail-chat" }, "Chatt"),
    make(
      "ul",
      { class: "places", "aria-labelledby": "rail-chat" },
      make(
        "li",
        {},
        placeButton({ id: "personal", name: world.botName, mark: "Chat" }, own, change),
      ),
    ),
    ...(teams.length === 0
      ? [
          make("h2", { class: "rail-title" }, "Team"),
          make("p", { class: "rail-note" }, "Du är inte med i något team."),
        ]
      : teams.flatMap((team) => teamPart(team, conversations, change))),
  ]);
  // The list scrolls by itself: whom one is stays in sight.
  if (isDrawn) rail.querySelector(".person[aria-current]")?.scrollIntoView({ block: "nearest" });
}

/** Says who has got something from the bot and not looked, since their row may be out of sight. */
function newsLine(people) {
  const names = people.filter((person) => person.hasNews).map((person) => person.name);
  if (names.length === 0) return "";
  const list = new Intl.ListFormat("sv-SE").format(names.slice(0, 4));
  const more = names.length > 4 ? ` och ${names.length - 4} till` : "";
  return make("p", { class: "rail-note rail-news" }, `Nytt meddelande till ${list}${more}.`);
}

function teamPart(team, conversations, change) {
  const id = `rail-team-${team.id}`;
  const channels = conversations.filter((each) => each.teamId === team.id);
  return [
    make("h2", { class: "rail-title", id }, team.name),
    make(
      "ul",
      { class: "places", "aria-labelledby": id },
      channels.map((channel) =>
        make("li", {}, placeButton({ ...channel, mark: "PeopleTeam" }, channel, change)),
      ),
    ),
  ];
}

function personRow(person, { world, conversations }) {
  const chat = conversations.find((each) => each.personId === person.id);
  return {
    ...person,
    isOutside: !world.teams.some((team) => team.members.includes(person.id)),
    hasNews: person.id !== session.person && isUnread(person.id, chat),
  };
}

function personButton(person, change) {
  const marks = [
    person.userRole === "guest" ? make("span", { class: "mark" }, "gäst") : null,
    person.isOutside ? make("span", { class: "mark" }, "utanför teamet") : null,
  ];
  return make(
    "button",
    {
      type: "button",
      class: "person",
      "data-key": `person/${person.id}`,
      "aria-current": person.id === session.person ? "true" : undefined,
      onclick: () => change.choosePerson(person.id),
    },
    avatar(person.name),
    make(
      "span",
      { class: "person-words" },
      make("span", { class: "person-name" }, person.name, " ", marks),
      person.title ? make("span", { class: "person-title" }, person.title) : null,
    ),
    person.hasNews ? unreadMark() : null,
  );
}

function placeButton(place, conversation, change) {
  const isChosen = session.conversation === place.id;
  const isNew = !isChosen && isUnread(session.person, conversation);
  return make(
    "button",
    {
      type: "button",
      class: `place${isNew ? " is-new" : ""}`,
      "data-key": `place/${place.id}`,
      "aria-current": isChosen ? "page" : undefined,
      onclick: () => change.chooseConversation(place.id),
    },
    drawIcon(place.mark, { pixels: 18, isFilled: isChosen }),
    make("span", {}, place.name),
    isNew ? unreadMark() : null,
  );
}

function unreadMark() {
  return make(
    "span",
    { class: "unread" },
    make("span", { class: "visually-hidden" }, "nytt meddelande"),
  );
}
