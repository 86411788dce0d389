/** A card as JSON; only what a client needs to find words, buttons and inputs. */
export type CardNode = { readonly [key: string]: unknown };
export type Button = CardNode & { readonly type: string; readonly title: string };
type Values = Readonly<Record<string, string>>;

/** Everything in a card, outermost first; what stands in for unknown elements left out. */
export function nodesOf(node: unknown): CardNode[] {
  if (Array.isArray(node)) return node.flatMap(nodesOf);
  if (typeof node !== "object" || node === null) return [];
  return [node as CardNode, ...childrenOf(node as CardNode).flatMap(nodesOf)];
}

function childrenOf(node: CardNode): unknown[] {
  return Object.entries(node).flatMap(([key, child]) => (key === "fallback" ? [] : [child]));
}

/** What can be pressed, also rows that open something as a whole. */
export function buttonsOf(card: CardNode): Button[] {
  return nodesOf(card).filter(
    (node): node is Button =>
      /^Action\.(Execute|Submit)$/u.test(String(node["type"])) && typeof node["title"] === "string",
  );
}

export function inputsOf(card: CardNode): CardNode[] {
  return nodesOf(card).filter(isInput);
}

function isInput({ type }: CardNode): boolean {
  return typeof type === "string" && type.startsWith("Input.");
}

/** The words a card shows, a line for each piece of text: labels of inputs too, but neither their values and choices nor what stands on buttons. */
export function wordsOn(card: CardNode): string {
  return linesOf(card).join("\n");
}

function linesOf(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(linesOf);
  if (typeof node !== "object" || node === null) return [];
  const one = node as CardNode;
  if (isInput(one)) return typeof one["label"] === "string" ? [one["label"]] : [];
  if (String(one["type"]).startsWith("Action.")) return [];
  if (one["type"] === "RichTextBlock") return [spoken(one["inlines"])];
  const own = typeof one["text"] === "string" ? [one["text"]] : [];
  return [...own, ...childrenOf(one).flatMap(linesOf)];
}

/** A run of words in several looks is one line. */
function spoken(inlines: unknown): string {
  const runs = Array.isArray(inlines) ? (inlines as readonly { readonly text: string }[]) : [];
  return runs.map(({ text }) => text).join("");
}

/**
 * What a client sends for the inputs of a page: what they were filled in with before, and what is typed or chosen now,
 * by visible label. Refuses, as a client does, while something it must have is empty.
 */
export function filledIn(card: CardNode, values: Values): Record<string, string> {
  const inputs = inputsOf(card);
  const filled: Record<string, string> = {};
  for (const input of inputs) {
    const { id, value } = input as { id: string; value?: unknown };
    if (typeof value === "string" && value !== "") filled[id] = value;
  }
  for (const [label, value] of Object.entries(values)) {
    const input = inputs.find((one) => one["label"] === label);
    if (!input) throw new Error(`No input "${label}"; there is: ${labels(inputs)}`);
    filled[input["id"] as string] = chosen(input, value);
  }
  const empty = inputs.filter(({ isRequired, id }) => isRequired === true && !filled[id as string]);
  if (empty.length > 0) throw new Error(`The client asks for: ${labels(empty)}`);
  return filled;
}

function labels(inputs: readonly CardNode[]): string {
  return inputs.map(({ label }) => String(label)).join(" · ");
}

/** A choice is named by its visible words; several are joined by a semicolon. */
function chosen(input: CardNode, value: string): string {
  const choices = input["choices"] as readonly { title: string; value: string }[] | undefined;
  if (!choices || value === "") return value;
  const one = (words: string) => {
    const choice = choices.find(({ title }) => title === words);
    if (choice) return choice.value;
    const offered = choices.map(({ title }) => title).join(" · ");
    throw new Error(`No choice "${words}" for "${String(input["label"])}"; there is: ${offered}`);
  };
  return input["isMultiSelect"] === true ? value.split("; ").map(one).join(",") : one(value);
}
