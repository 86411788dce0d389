import { make } from "./dom.js";

/** Puts the actions a card has no room for behind a button "Fler val", in a small menu that also works inside a dialog. */
export function addOverflow(actions) {
  const strips = actions[0]?.parent?.renderedElement?.querySelectorAll(".ac-actionSet");
  const strip = strips && [...strips].at(-1);
  if (!strip) return;
  const menu = make("div", { class: "overflow-menu", popover: "auto" });
  for (const action of actions) {
    action.render();
    if (action.renderedElement) menu.append(action.renderedElement);
  }
  // Caught on the way down, since the renderer's buttons let no click rise.
  menu.addEventListener("click", () => menu.hidePopover(), true);
  const button = make(
    "button",
    {
      type: "button",
      class: "ac-pushButton overflow-button",
      "aria-label": "Fler val",
      "aria-expanded": "false",
      onclick: () => menu.togglePopover(),
    },
    "…",
  );
  menu.addEventListener("toggle", (event) => {
    const isOpen = event.newState === "open";
    button.setAttribute("aria-expanded", String(isOpen));
    if (isOpen) place(menu, button);
  });
  strip.append(button, menu);
}

/** Under the button, or above it where there is no room; never outside the window. */
function place(menu, button) {
  const from = button.getBoundingClientRect();
  const { width, height } = menu.getBoundingClientRect();
  const isBelow = from.bottom + height + 8 < window.innerHeight;
  menu.style.left = `${Math.max(8, Math.min(from.left, window.innerWidth - width - 8))}px`;
  menu.style.top = `${isBelow ? from.bottom + 4 : Math.max(8, from.top - height - 4)}px`;
  menu.querySelector("button")?.focus();
}
