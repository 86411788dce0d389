import { renderCard } from "./cards.js";

const parameters = new URLSearchParams(location.search);
const main = document.getElementById("card");
const pixels = Number(parameters.get("width") ?? 480);
main.style.width = `${pixels}px`;

/** Draws one card alone, for pictures and checks. Tells its size, whether anything sticks out, and what could not be read. */
window.renderCard = async (json, more = {}) => {
  const pressed = [];
  const { element, errors } = renderCard(json, {
    theme: document.documentElement.dataset.theme,
    pixels,
    fallback: parameters.get("fallback") === "1",
    onAction: (action) => pressed.push(action),
    ...more,
  });
  window.pressed = pressed;
  main.replaceChildren(element);
  // Menus of further actions are added just after the drawing.
  await Promise.resolve();
  return { errors, ...measure() };
};

function measure() {
  const box = main.getBoundingClientRect();
  const outside = [...main.querySelectorAll("*")].filter((each) => {
    const { left, right, width } = each.getBoundingClientRect();
    if (each.closest(".teams-progress, [popover]")) return false;
    return width > 0 && (right > box.right + 1 || left < box.left - 1);
  });
  return {
    width: Math.round(box.width),
    height: Math.round(box.height),
    overflow: outside.map(
      (each) => `${each.tagName} ${each.className} ${each.textContent.slice(0, 60)}`,
    ),
  };
}

document.documentElement.dataset.ready = "yes";
