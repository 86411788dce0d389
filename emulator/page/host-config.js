const light = {
  text: ["#242424", "#616161"],
  accent: ["#4f52b2", "#4f52b2"],
  good: ["#0e700e", "#0e700e"],
  warning: ["#8a3707", "#8a3707"],
  attention: ["#b10e1c", "#b10e1c"],
  background: { default: "#ffffff", emphasis: "#f5f5f5", accent: "#e8ebfa", good: "#f1faf1" },
  backgroundMore: { warning: "#fff9f5", attention: "#fdf3f4" },
  separator: "#e0e0e0",
};
const dark = {
  text: ["#ffffff", "#adadad"],
  accent: ["#9ea2ff", "#9ea2ff"],
  good: ["#9fd89f", "#9fd89f"],
  warning: ["#faa06b", "#faa06b"],
  attention: ["#eeacb2", "#eeacb2"],
  background: { default: "#292929", emphasis: "#333333", accent: "#2f2f4a", good: "#052505" },
  backgroundMore: { warning: "#3b1d0a", attention: "#3f1011" },
  separator: "#525252",
};

/** The host configuration of cards in the look of Teams; everything not set here keeps the renderer's default. */
export function hostConfig(theme) {
  const look = theme === "dark" ? dark : light;
  return {
    fontFamily: '"Segoe UI", "Open Sans", system-ui, -apple-system, sans-serif',
    fontTypes: {
      default: fontType('"Segoe UI", "Open Sans", system-ui, -apple-system, sans-serif'),
      monospace: fontType("Consolas, Menlo, monospace"),
    },
    spacing: { none: 0, small: 6, default: 8, medium: 12, large: 20, extraLarge: 28, padding: 16 },
    separator: { lineThickness: 1, lineColor: look.separator },
    supportsInteractivity: true,
    containerStyles: containerStyles(look),
    textStyles: { heading: { size: "large", weight: "bolder" } },
    textBlock: { headingLevel: 2 },
    factSet: {
      title: { color: "default", size: "default", weight: "bolder", wrap: true, maxWidth: 140 },
      value: { color: "default", size: "default", weight: "default", wrap: true },
      spacing: 12,
    },
    inputs: {
      label: {
        inputSpacing: "small",
        requiredInputs: { weight: "bolder", suffix: " *", suffixColor: "attention" },
        optionalInputs: { weight: "bolder" },
      },
      errorMessage: { size: "small", color: "attention", weight: "default" },
    },
    actions: {
      maxActions: 6,
      spacing: "medium",
      buttonSpacing: 8,
      showCard: { actionMode: "inline", inlineTopMargin: 12, style: "emphasis" },
      actionsOrientation: "horizontal",
      actionAlignment: "left",
      allowTitleToWrap: true,
      iconPlacement: "leftOfTitle",
    },
    imageSizes: { small: 32, medium: 52, large: 100 },
    adaptiveCard: { allowCustomStyle: false },
    media: { allowInlinePlayback: false },
  };
}

function fontType(fontFamily) {
  return {
    fontFamily,
    fontSizes: { small: 12, default: 14, medium: 14, large: 18, extraLarge: 24 },
    fontWeights: { lighter: 300, default: 400, bolder: 600 },
  };
}

function containerStyles(look) {
  const [text, subtle] = look.text;
  const pair = ([plain, weak]) => ({ default: plain, subtle: weak });
  const foregroundColors = {
    default: { default: text, subtle },
    dark: { default: text, subtle },
    light: { default: subtle, subtle },
    accent: pair(look.accent),
    good: pair(look.good),
    warning: pair(look.warning),
    attention: pair(look.attention),
  };
  const backgrounds = { ...look.background, ...look.backgroundMore };
  return Object.fromEntries(
    Object.entries(backgrounds).map(([style, backgroundColor]) => [
      style,
      { backgroundColor, foregroundColors, borderColor: look.separator },
    ]),
  );
}
