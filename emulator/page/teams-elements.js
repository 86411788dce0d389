import { drawIcon } from "./icons.js";

const iconPixels = {
  xxsmall: 12,
  xsmall: 16,
  small: 20,
  standard: 24,
  medium: 28,
  large: 32,
  xlarge: 40,
  xxlarge: 48,
};
const badgeIconPixels = { medium: 14, large: 16, extralarge: 20 };
const lower = (value, fallback) => String(value ?? fallback).toLowerCase();

/** Gives the renderer the elements that only Teams knows: Icon, Badge and ProgressBar. */
export function registerTeamsElements(registry) {
  registry.register("Icon", iconElement(), AdaptiveCards.Versions.v1_0);
  registry.register("Badge", badgeElement(), AdaptiveCards.Versions.v1_0);
  registry.register("ProgressBar", progressElement(), AdaptiveCards.Versions.v1_0);
}

/** Repairs what the renderer does wrong in any client: an optional number left empty is no fault, and a search field itself bears its label. */
export function registerRepairedElements(registry) {
  const { ChoiceSetInput, NumberInput, Versions } = AdaptiveCards;
  class RepairedNumberInput extends NumberInput {
    isValid() {
      return Number.isNaN(this.value) ? !this.isRequired : super.isValid();
    }
  }
  class RepairedChoiceSetInput extends ChoiceSetInput {
    updateInputControlAriaLabelledBy() {
      super.updateInputControlAriaLabelledBy();
      const box = this.renderedInputControlElement;
      const field = box?.querySelector("input[list]");
      const labels = box?.getAttribute("aria-labelledby");
      if (!field || !labels) return;
      field.setAttribute("aria-labelledby", labels);
      box.removeAttribute("aria-labelledby");
    }
  }
  registry.register("Input.Number", RepairedNumberInput, Versions.v1_0);
  registry.register("Input.ChoiceSet", RepairedChoiceSetInput, Versions.v1_0);
}

function teamsElement(typeName, draw) {
  return class extends AdaptiveCards.CardElement {
    source = {};
    getJsonTypeName() {
      return typeName;
    }
    internalParse(source, context) {
      super.internalParse(source, context);
      this.source = source;
    }
    internalRender() {
      return draw(this.source, this);
    }
  };
}

function iconElement() {
  return teamsElement("Icon", (source, element) => {
    const box = document.createElement(source.selectAction ? "button" : "span");
    box.className = `teams-icon color-${lower(source.color, "default")}`;
    const pixels = iconPixels[lower(source.size, "standard")] ?? iconPixels.standard;
    box.append(
      drawIcon(source.name, { pixels, isFilled: lower(source.style, "regular") === "filled" }),
    );
    if (source.selectAction) makePressable(box, source.selectAction, element);
    return box;
  });
}

/** An icon that is pressed needs a name for those who do not see it: the action's title or tooltip. */
function makePressable(button, source, element) {
  const context = new AdaptiveCards.SerializationContext();
  const action = context.parseAction(element.parent, source, [], false);
  if (!action) return;
  action.setParent(element);
  button.type = "button";
  button.setAttribute("aria-label", source.title ?? source.tooltip ?? "Åtgärd");
  button.addEventListener("click", () => action.execute());
}

function badgeElement() {
  return teamsElement("Badge", (source) => {
    const badge = document.createElement("span");
    const size = lower(source.size, "medium");
    badge.className = [
      "teams-badge",
      `badge-${lower(source.style, "default")}`,
      `badge-${lower(source.appearance, "filled")}`,
      `badge-size-${size}`,
      `badge-shape-${lower(source.shape, "circular")}`,
    ].join(" ");
    const parts = [];
    if (source.icon)
      parts.push(drawIcon(source.icon, { pixels: badgeIconPixels[size] ?? 14, isFilled: true }));
    if (source.text) parts.push(document.createTextNode(source.text));
    badge.append(...(source.iconPosition === "After" ? parts.reverse() : parts));
    if (source.tooltip) badge.title = source.tooltip;
    const row = document.createElement("div");
    row.className = `teams-badge-row align-${lower(source.horizontalAlignment, "left")}`;
    row.append(badge);
    return row;
  });
}

function progressElement() {
  return teamsElement("ProgressBar", (source) => {
    const max = Number(source.max ?? 100);
    const bar = document.createElement("div");
    bar.className = `teams-progress color-${lower(source.color, "accent")}`;
    bar.setAttribute("role", "progressbar");
    bar.setAttribute("aria-valuemin", "0");
    bar.setAttribute("aria-valuemax", String(max));
    const fill = document.createElement("div");
    fill.className = "teams-progress-fill";
    if (source.value === undefined) {
      bar.setAttribute("aria-label", "Pågår");
      bar.classList.add("is-endless");
    } else {
      const value = Math.min(max, Math.max(0, Number(source.value)));
      bar.setAttribute("aria-valuenow", String(value));
      bar.setAttribute("aria-label", `${String(source.value).replace(".", ",")} av ${max}`);
      fill.style.width = `${max > 0 ? (100 * value) / max : 0}%`;
    }
    bar.append(fill);
    return bar;
  });
}
