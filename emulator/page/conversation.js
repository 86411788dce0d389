import { make, redraw, syncChildren } from "./dom.js";
import { composer } from "./composer.js";
import { api } from "./api.js";
import { drawIcon } from "./icons.js";
import { drawMessage, forgetMessages } from "./message.js";
import { session } from "./session.js";
import { toasts } from "./toast.js";

const parts = { place: undefined, header: undefined, list: undefined, threads: new Map() };

/** The middle of the page: the posts of a channel with their replies, or the chat with the bot. */
export function drawConversation(main, heard, place, change) {
  // A chat gets its id only with the first message; it is the same place before and after.
  const key = `${session.person}/${place?.kind === "channel" ? place.id : "personal"}`;
  if (parts.place !== key) startPlace(main, key, place, change);
  drawHeader(heard, place, change);
  const isAtEnd = main.scrollHeight - main.scrollTop - main.clientHeight < 80;
  const wasEmpty = parts.list.childElementCount === 0;
  const nodes =
    place?.kind === "channel"
      ? channelNodes(heard, place, change)
      : heard.messages.map((message) => drawMessage(message, heard, { place, change }));
  syncChildren(parts.list, nodes.length > 0 ? nodes : [parts.empty]);
  drawEmpty(heard, place, change);
  if (isAtEnd || wasEmpty) main.scrollTop = main.scrollHeight;
}

function startPlace(main, key, place, change) {
  forgetMessages();
  parts.place = key;
  parts.threads = new Map();
  parts.header = make("header", { class: "conversation-header" });
  parts.list = make("div", { class: `posts ${place?.kind ?? ""}` });
  parts.empty = make("div", { class: "empty" });
  parts.composer = composer({
    label: "Skriv ett meddelande",
    mentionsBot: place?.kind === "channel",
    conversation: () => (place?.kind === "channel" ? place.id : "personal"),
    change,
  });
  const foot = make("div", { class: "foot" }, toasts, parts.composer);
  main.replaceChildren(parts.header, parts.list, foot);
}

function drawHeader(heard, place, change) {
  const team = heard.world.teams.find((each) => each.id === place?.teamId);
  const person = heard.world.people.find((each) => each.id === session.person);
  const under = team ? team.name : `Chatt mellan ${heard.world.botName} och ${person?.name ?? ""}`;
  redraw(parts.header, JSON.stringify([place?.name, under]), () => [
    make(
      "button",
      {
        type: "button",
        class: "quiet only-narrow",
        "data-key": "open-rail",
        onclick: () => openPanel("rail-open", "rail"),
      },
      drawIcon("People", { pixels: 18, isFilled: false }),
      "Personer och kanaler",
    ),
    make(
      "div",
      { class: "conversation-title" },
      make("h1", {}, place?.name ?? ""),
      make("p", {}, under),
    ),
    make(
      "button",
      {
        type: "button",
        class: "quiet only-medium",
        "data-key": "open-tools",
        onclick: () => openPanel("tools-open", "tools"),
      },
      drawIcon("Clock", { pixels: 18, isFilled: false }),
      "Verktyg",
    ),
  ]);
  change.shown?.(place);
}

function openPanel(name, id) {
  document.body.classList.toggle(name);
  if (document.body.classList.contains(name))
    document.getElementById(id).querySelector("button, input, select")?.focus();
}

function channelNodes(heard, place, change) {
  const roots = heard.messages.filter((message) => message.rootId === undefined);
  return roots.map((root) => {
    const thread = parts.threads.get(root.id) ?? startThread(root, place, change);
    parts.threads.set(root.id, thread);
    const replies = heard.messages.filter((message) => message.rootId === root.id);
    const nodes = [root, ...replies].map((message) =>
      drawMessage(message, heard, { place, change }),
    );
    syncChildren(thread.messages, nodes);
    return thread.element;
  });
}

function startThread(root, place, change) {
  const messages = make("div", { class: "thread-messages" });
  const footer = make("div", { class: "thread-footer" });
  const open = make(
    "button",
    {
      type: "button",
      class: "quiet",
      onclick: () => {
        const form = composer({
          label: "Svar i tråden",
          mentionsBot: true,
          conversation: () => `${place.id};messageid=${root.id}`,
          change,
        });
        footer.replaceChildren(form);
        form.querySelector("textarea").focus();
      },
    },
    drawIcon("Comment", { pixels: 16, isFilled: false }),
    "Svara i tråden",
  );
  footer.append(open);
  const element = make(
    "div",
    { class: "thread", role: "group", "aria-label": "Tråd" },
    messages,
    footer,
  );
  return { element, messages };
}

/** What stands where there is nothing yet: how to begin, and a button where the bot must first be added. */
function drawEmpty(heard, place, change) {
  const { world } = heard;
  const isChannel = place?.kind === "channel";
  const hasBot = isChannel
    ? place.botIsIn
    : world.installedFor.includes(session.person) ||
      world.teams.some(
        (team) => team.members.includes(session.person) && world.botInstalledIn.includes(team.id),
      );
  const key = JSON.stringify([place?.id, isChannel, hasBot]);
  const target = isChannel ? { teamId: place.teamId } : { personId: session.person };
  const words = isChannel
    ? `${world.botName} är inte tillagd i teamet ännu.`
    : `Du har inte lagt till ${world.botName}, och är inte med i något team som har appen.`;
  parts.composer.hidden = !hasBot;
  if (!hasBot && !parts.empty.isConnected) parts.list.append(parts.empty);
  redraw(parts.empty, key, () =>
    hasBot
      ? [make("p", {}, isChannel ? "Här är det tomt ännu." : "Skriv hjälp för att börja.")]
      : [
          make("p", {}, words),
          make(
            "button",
            {
              type: "button",
              class: "main",
              onclick: async () => {
                await api.install({
                  ...target,
                  add: true,
                  ...(isChannel ? { by: session.person } : {}),
                });
                await change.refresh();
              },
            },
            isChannel ? `Lägg till ${world.botName} i teamet` : `Lägg till ${world.botName}`,
          ),
        ],
  );
}
