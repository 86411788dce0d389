import { act } from "./act.js";
import { openDialog } from "./dialog.js";
import { toast } from "./toast.js";

/** Does what a press on a card does in Teams: an invoke, a dialog, a message, or a link in a new tab. */
export async function performAction(action, where) {
  if (action.type === "Action.OpenUrl") return openLink(action.url);
  if (action.type !== "Action.Execute" && action.type !== "Action.Submit") return undefined;
  const kind =
    action.type === "Action.Execute"
      ? "execute"
      : action.data?.msteams?.type === "task/fetch"
        ? "fetch"
        : "submit";
  const result = await whileBusy(where.card, () => act(kind, action, where));
  if (result) show(result.shown, where);
  await where.change.refresh();
  return undefined;
}

function show(shown, where) {
  if (shown.kind === "dialog") openDialog(shown, where);
  else if (shown.kind === "note" || shown.kind === "dialogMessage") toast(shown.text);
  else if (shown.kind === "error") toast(`${shown.text} (${shown.why})`, { isFault: true });
}

function openLink(url) {
  if (!/^https:\/\//i.test(url ?? "")) {
    toast("Länken öppnas inte: Teams öppnar bara https-adresser.", { isFault: true });
    return;
  }
  window.open(url, "_blank", "noopener,noreferrer");
}

/** Marks the card as working and lets no second press through meanwhile. */
async function whileBusy(card, work) {
  if (card.getAttribute("aria-busy") === "true") return undefined;
  card.setAttribute("aria-busy", "true");
  card.classList.add("is-busy");
  try {
    return await work();
  } finally {
    card.removeAttribute("aria-busy");
    card.classList.remove("is-busy");
  }
}
