import { make } from "./dom.js";

const shownMs = 12_000;

/** Where short messages stand: above the box one writes in, so that they cover no button. */
export const toasts = make("div", { id: "toasts", class: "toasts", role: "status" });

/** Shows a short message for a while, or until it is closed. Faults stay until they are closed. */
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
  const main = toasts.closest("main");
  const isAtEnd = main && main.scrollHeight - main.scrollTop - main.clientHeight < 80;
  // The same words twice are said once, anew.
  for (const old of toasts.children) if (old.textContent === box.textContent) old.remove();
  toasts.append(box);
  if (isAtEnd) main.scrollTop = main.scrollHeight;
  if (!isFault) setTimeout(() => box.remove(), shownMs);
}
