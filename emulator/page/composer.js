import { api } from "./api.js";
import { make } from "./dom.js";
import { drawIcon } from "./icons.js";
import { session } from "./session.js";
import { toast } from "./toast.js";

let lastId = 0;

/** A box to write in. In a channel the bot is named unless the box is unticked, since it hears nothing else. Enter sends, Shift+Enter breaks the line. */
export function composer({ label, mentionsBot, conversation, change }) {
  const id = `compose-${++lastId}`;
  const field = make("textarea", { id, rows: 1, placeholder: label });
  const mention = make("input", { type: "checkbox", id: `${id}-mention`, checked: true });
  const send = async () => {
    const text = field.value.trim();
    if (text === "") return;
    field.value = "";
    const result = await api.act({
      person: session.person,
      kind: "message",
      conversation: conversation(),
      text,
      ...(mentionsBot ? { mention: mention.checked } : {}),
    });
    if (result.shown.kind === "error")
      toast(`${result.shown.text} (${result.shown.why})`, { isFault: true });
    await change.refresh();
  };
  field.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    void send();
  });
  return make(
    "form",
    {
      class: "composer",
      onsubmit: (event) => {
        event.preventDefault();
        void send();
      },
    },
    make("label", { for: id, class: "visually-hidden" }, label),
    field,
    mentionsBot
      ? make(
          "label",
          { class: "mention-choice", for: `${id}-mention` },
          mention,
          make("span", {}, "Nämn @Dialoglotsen"),
        )
      : null,
    make(
      "button",
      { type: "submit", class: "send", title: "Skicka" },
      drawIcon("Send", { pixels: 18, isFilled: true }),
      make("span", {}, "Skicka"),
    ),
  );
}
