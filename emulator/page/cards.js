import { hostConfig } from "./host-config.js";
import { markdownToHtml } from "./markdown.js";
import { addOverflow } from "./overflow.js";
import { prepareCard, widthClass } from "./prepare.js";
import { registerRepairedElements, registerTeamsElements } from "./teams-elements.js";

const { AdaptiveCard, GlobalRegistry, HostConfig, SerializationContext, Strings } = AdaptiveCards;

AdaptiveCard.onProcessMarkdown = (text, result) => {
  result.outputHtml = markdownToHtml(text);
  result.didProcess = true;
};
AdaptiveCards.GlobalSettings.allowMoreThanMaxActionsInOverflowMenu = true;
Strings.defaults.inlineActionTitle = () => "Skicka";
Strings.defaults.showCardActionTitle = () => "Visa kort";

const registries = { teams: elementRegistry(true), fallback: elementRegistry(false) };
const actionRegistries = { teams: actionRegistry(true), fallback: actionRegistry(false) };

function elementRegistry(withTeams) {
  const registry = new AdaptiveCards.CardObjectRegistry();
  GlobalRegistry.populateWithDefaultElements(registry);
  registerRepairedElements(registry);
  if (withTeams) registerTeamsElements(registry);
  return registry;
}

/** An old client knows no Action.Execute, and draws its fallback instead. */
function actionRegistry(withExecute) {
  const registry = new AdaptiveCards.CardObjectRegistry();
  GlobalRegistry.populateWithDefaultActions(registry);
  if (!withExecute) registry.unregister("Action.Execute");
  return registry;
}

/** Draws a card in the look of Teams. `onAction` gets what was pressed; `fallback` draws it as an old client does. What cannot be read is shown as an error and listed in `errors`. */
export function renderCard(json, { theme, pixels, people = [], fallback = false, onAction }) {
  const kind = fallback ? "fallback" : "teams";
  const context = new SerializationContext();
  context.setElementRegistry(registries[kind]);
  context.setActionRegistry(actionRegistries[kind]);
  const sources = [];
  context.onParseElement = (element, source) => sources.push([element, source]);
  const card = new AdaptiveCard();
  card.hostConfig = new HostConfig(hostConfig(theme));
  card.onRenderOverflowActions = (actions) => {
    // The row of buttons they belong to is drawn only after this.
    queueMicrotask(() => addOverflow(actions));
    return true;
  };
  card.onExecuteAction = (action) => onAction?.(readAction(action));
  const box = document.createElement("div");
  box.className = "card";
  box.dataset.widthClass = widthClass(pixels);
  try {
    card.parse(prepareCard(json, { width: box.dataset.widthClass, people }), context);
    const drawn = card.render();
    if (!drawn) throw new Error("the card is empty");
    if (typeof json.lang === "string") box.lang = json.lang;
    drawn.removeAttribute("tabindex");
    box.append(drawn);
    for (const [element, source] of sources) finish(element, source);
    new MutationObserver(() => tidyExpanded(box)).observe(box, {
      subtree: true,
      attributeFilter: ["aria-expanded"],
    });
  } catch (error) {
    box.classList.add("card-broken");
    box.textContent = `Kortet kan inte ritas: ${error.message}`;
    return { element: box, errors: [error.message] };
  }
  const events = Array.from({ length: context.eventCount }, (_, index) =>
    context.getEventAt(index),
  );
  const errors = events
    .map((event) => event.message)
    .filter((message) => !message.includes("Fallback will be used"));
  const unknown = typesWithoutFallback(json, [registries[kind], actionRegistries[kind]]);
  return { element: box, errors: [...errors, ...unknown] };
}

/** Elements and actions this client does not know and that have no fallback: they would simply be missing. */
function typesWithoutFallback(json, known) {
  const found = [];
  const look = (value, isPart) => {
    if (Array.isArray(value)) for (const each of value) look(each, isPart);
    else if (typeof value === "object" && value !== null) {
      const isUnknown = isPart && value.type && !known.some((each) => each.findByName(value.type));
      if (isUnknown && value.fallback === undefined) found.push(`${value.type} has no fallback`);
      for (const [key, each] of Object.entries(value))
        look(each, ["body", "items", "actions", "selectAction"].includes(key));
    }
  };
  look(json, false);
  return found;
}

/** What the renderer leaves undone: corners, borders, and names instead of values in a search field. */
function finish(element, source) {
  const drawn = element.renderedElement;
  if (!drawn) return;
  if (source.roundedCorners) drawn.classList.add("is-rounded");
  if (source.showBorder) drawn.classList.add("has-border", `border-${source.style ?? "default"}`);
  // A pressable row is named by the words seen on it; the action's title stays as its description.
  if (source.selectAction && drawn.textContent.trim() !== "") drawn.removeAttribute("aria-label");
  const field = drawn.querySelector?.("input[list]");
  const chosen = source.choices?.find((choice) => choice.value === source.value);
  // A search field shows the name of what is chosen, not its id.
  if (field && chosen) field.value = chosen.title;
  nameChoices(drawn);
}

/** Choices that stand in a list are a group with the question as its name; each is named by its own words. */
function nameChoices(drawn) {
  const group = drawn.querySelector?.(
    ".ac-choiceSetInput-expanded, .ac-choiceSetInput-multiSelect",
  );
  const choices = [...(group?.querySelectorAll("input") ?? [])];
  const question = group?.closest(".ac-input-container")?.previousElementSibling;
  if (choices.length === 0 || !question?.id) return;
  group.setAttribute("role", choices[0].type === "radio" ? "radiogroup" : "group");
  group.setAttribute("aria-labelledby", question.id);
  for (const choice of choices) {
    const own = choice.getAttribute("aria-labelledby")?.trim().split(/\s+/).at(-1);
    if (own) choice.setAttribute("aria-labelledby", own);
  }
}

/** The renderer marks what a button shows or hides as expanded, which only a control may be. */
function tidyExpanded(box) {
  for (const element of box.querySelectorAll("[aria-expanded]"))
    if (!element.matches("button, [role=button], [role=link], [role=menuitem]"))
      element.removeAttribute("aria-expanded");
}

function readAction(action) {
  const type = action.getJsonTypeName();
  return {
    type,
    title: action.title,
    ...(type === "Action.Execute" ? { verb: action.verb } : {}),
    ...(type === "Action.OpenUrl" ? { url: action.url } : {}),
    ...(type === "Action.Execute" || type === "Action.Submit" ? { data: action.data ?? {} } : {}),
  };
}
