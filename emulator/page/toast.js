import { make } from "./dom.js";

const shownMs = 12_000;

/** Shows a short message in the corner for a while, or until it is closed. Faults stay until they are closed. */
export function toast(text, { isFault = false } = {}) {
  const box = make(
    "div",
    { class: `toast${isFault ? " is-fault" : ""}` },
    make("span", {}, text),
    make(
      "button",
      {
        type: "button",
        class: "plain",
        "aria-label": "Stäng meddelandet",
        onclick: () => box.remove(),
      },
      "×",
    ),
  );
  document.getElementById("toasts").append(box);
  if (!isFault) setTimeout(() => box.remove(), shownMs);
}
