const widths = ["VeryNarrow", "Narrow", "Standard", "Wide"];

/** Which of Teams' four widths a card of this many pixels has. */
export function widthClass(pixels) {
  if (pixels <= 164) return "VeryNarrow";
  if (pixels <= 350) return "Narrow";
  return pixels <= 768 ? "Standard" : "Wide";
}

function fits(target, width) {
  const [, bound, name] = /^(?:(atLeast|atMost):)?(\w+)$/.exec(target) ?? [];
  const wanted = widths.findIndex((each) => each.toLowerCase() === name?.toLowerCase());
  if (wanted < 0) return true;
  const actual = widths.indexOf(width);
  if (bound === "atLeast") return actual >= wanted;
  return bound === "atMost" ? actual <= wanted : actual === wanted;
}

/** A copy of a card with what the renderer does not know done beforehand: widths chosen, people pickers filled from the roster. */
export function prepareCard(card, { width, people }) {
  const copy = (value) => {
    if (Array.isArray(value)) return value.filter(isWanted).map(copy);
    if (typeof value !== "object" || value === null) return value;
    const entries = Object.entries(value).map(([key, each]) => [
      key,
      key === "data" ? each : copy(each),
    ]);
    return withPeople(Object.fromEntries(entries), people);
  };
  const isWanted = (value) =>
    typeof value?.targetWidth !== "string" || fits(value.targetWidth, width);
  // The renderer takes no language but reports one; the page sets it on the card's box instead.
  const { lang: _lang, refresh: _refresh, ...drawn } = copy(card);
  return drawn;
}

function withPeople(value, people) {
  const query = value["choices.data"];
  if (value.type !== "Input.ChoiceSet" || query?.type !== "Data.Query") return value;
  const { "choices.data": _query, ...input } = value;
  if (!String(query.dataset).startsWith("graph.microsoft.com/users")) return input;
  const found = people.map((person) => ({ title: label(person, people), value: person.id }));
  const choices = [...(value.choices ?? []), ...found];
  return { ...input, choices, style: value.isMultiSelect ? "expanded" : "filtered" };
}

function label(person, people) {
  const isAlone = people.filter((each) => each.name === person.name).length === 1;
  return isAlone ? person.name : `${person.name} (${person.title || person.id})`;
}
