import { act } from "./act.js";
import { renderCard } from "./cards.js";
import { make } from "./dom.js";
import { session } from "./session.js";
import { toast } from "./toast.js";

const widths = { small: 400, medium: 560, large: 720 };
const heights = { small: 300, medium: 480, large: 640 };

/** Opens a dialog with a card. Escape and "Stäng" close it without sending; the browser keeps the focus inside. */
export function openDialog(shown, where) {
  const dialog = document.getElementById("dialog");
  fill(dialog, shown, where);
  if (!dialog.open) dialog.showModal();
  focusFirst(dialog);
}

/** Closes the dialog, if one is open. */
export function closeDialog() {
  const dialog = document.getElementById("dialog");
  if (dialog.open) dialog.close();
}

function fill(dialog, shown, where) {
  const width = pixels(shown.width, widths) ?? widths.medium;
  dialog.style.width = `min(${width}px, calc(100vw - 16px))`;
  const body = make("div", { class: "dialog-body" });
  const height = pixels(shown.height, heights);
  if (height !== undefined) body.style.minHeight = `min(${height - 120}px, 50vh)`;
  const { element } = renderCard(shown.card, {
    theme: session.theme,
    pixels: Math.min(width, window.innerWidth - 16) - 32,
    people: where.people,
    fallback: session.fallback,
    onAction: (action) => submit(dialog, action, { ...where, card: element }),
  });
  body.append(make("div", { class: "dialog-fault", role: "alert" }), element);
  dialog.replaceChildren(
    make(
      "div",
      { class: "dialog-head" },
      make("h2", { id: "dialog-title", tabindex: "-1" }, shown.title || "Dialoglotsen"),
      make(
        "button",
        { type: "button", class: "plain", onclick: () => dialog.close() },
        make("span", {}, "Stäng"),
      ),
    ),
    body,
  );
}

async function submit(dialog, action, where) {
  const fault = dialog.querySelector(".dialog-fault");
  if (action.type === "Action.OpenUrl") {
    window.open(action.url, "_blank", "noopener,noreferrer");
    return;
  }
  if (action.type !== "Action.Submit") {
    fault.textContent = "I en dialogruta fungerar bara Action.Submit.";
    return;
  }
  if (where.card.getAttribute("aria-busy") === "true") return;
  where.card.setAttribute("aria-busy", "true");
  where.card.classList.add("is-busy");
  fault.textContent = "";
  const result = await act("dialogSubmit", action, where);
  where.card.removeAttribute("aria-busy");
  where.card.classList.remove("is-busy");
  if (result) show(dialog, result.shown, where, fault);
  await where.change.refresh();
}

function show(dialog, shown, where, fault) {
  if (shown.kind === "dialog") openDialog(shown, where);
  else if (shown.kind === "dialogClosed") dialog.close();
  else if (shown.kind === "dialogMessage") {
    dialog.close();
    toast(shown.text);
  } else if (shown.kind === "error") fault.textContent = `${shown.text} (${shown.why})`;
}

function focusFirst(dialog) {
  const field = dialog.querySelector(".card input, .card textarea, .card select");
  (field ?? dialog.querySelector("h2")).focus();
}

function pixels(size, named) {
  if (typeof size === "number") return size;
  if (typeof size !== "string") return undefined;
  return named[size] ?? (Number(size.replace("px", "")) || undefined);
}
