import type { Locator } from "playwright-core";
import type { CardNode } from "../support/card-reading.ts";

/** As much of an element of the page as is read and filled in here. */
type Element = {
  readonly textContent: string;
  readonly innerText: string;
  readonly title: string;
  readonly firstElementChild: Element | null;
  readonly parentElement: Element;
  readonly labels: readonly Element[];
  readonly options: Iterable<Element>;
  checked: boolean;
  value: string;
  readonly querySelector: (selector: string) => Element | null;
  readonly querySelectorAll: (selector: string) => Iterable<Element>;
  readonly dispatchEvent: (event: Event) => void;
};
/** What is read off a card: the words, what can be pressed by its name, what is asked for by its label. */
type Read = {
  readonly words: string;
  readonly buttons: readonly string[];
  readonly inputs: readonly string[];
};

/** The cards that stand in a place, read off the page and told as cards are told elsewhere, so that the same acts find their way. */
export async function readCards(place: Locator): Promise<readonly CardNode[]> {
  const read = await place.locator(".card").evaluateAll((cards: Element[]): Read[] =>
    cards.map((card) => ({
      words: card.innerText,
      buttons: [...card.querySelectorAll("[role=button][title]")].map(({ title }) => title),
      inputs: [...card.querySelectorAll('[id^="in:"] > label')].map(
        (label) => label.firstElementChild?.textContent ?? "",
      ),
    })),
  );
  return read.map(asCard);
}

function asCard({ words, buttons, inputs }: Read): CardNode {
  return {
    type: "AdaptiveCard",
    body: [
      ...words.split("\n").map((text) => ({ type: "TextBlock", text })),
      ...inputs.map((label) => ({ type: "Input.Text", label })),
    ],
    actions: buttons.map((title) => ({ type: "Action.Submit", title })),
  };
}

/**
 * Fills in the form that stands in a place, by the labels people see: what is written, the words of a choice, or of
 * several joined by a semicolon. Tells which labels and choices it did not find.
 */
export async function fillForm(
  place: Locator,
  values: Readonly<Record<string, string>>,
): Promise<readonly string[]> {
  if (Object.keys(values).length === 0) return [];
  return place.evaluate(fill, values);
}

/** Runs in the page, so it is whole by itself. */
function fill(root: Element, wanted: Readonly<Record<string, string>>): string[] {
  const missing: string[] = [];
  const words = (element: Element | null | undefined) => element?.textContent.trim() ?? "";
  const enter = (input: Element, change: Partial<Pick<Element, "checked" | "value">>) => {
    Object.assign(input, change);
    for (const kind of ["input", "change"]) input.dispatchEvent(new Event(kind, { bubbles: true }));
  };
  const tick = (boxes: readonly Element[], names: readonly string[]) => {
    const named = new Map(boxes.map((box) => [words(box.labels[0]), box]));
    for (const [name, box] of named)
      if (box.checked !== names.includes(name)) enter(box, { checked: names.includes(name) });
    missing.push(...names.filter((name) => !named.has(name)));
  };
  const labels = [...root.querySelectorAll('[id^="in:"] > label')];
  for (const [name, value] of Object.entries(wanted)) {
    const label = labels.find((one) => words(one.firstElementChild) === name);
    const boxes = [
      ...(label?.parentElement.querySelectorAll("[type=radio], [type=checkbox]") ?? []),
    ];
    const list = label?.parentElement.querySelector("select");
    const text = label?.parentElement.querySelector("input, textarea");
    if (boxes.length > 0) tick(boxes, value.split("; "));
    else if (list) {
      const option = [...list.options].find((one) => words(one) === value);
      if (option) enter(list, { value: option.value });
      else missing.push(value);
    } else if (text) enter(text, { value });
    else missing.push(name);
  }
  return missing;
}
