import { readFileSync } from "node:fs";
import { Ajv, type ValidateFunction } from "ajv";
import { readAction } from "../../src/cards/actions.ts";
import { isInputId } from "../../src/cards/input-ids.ts";
import { bytesOf, MOST_CARD_BYTES } from "../../src/cards/render.ts";
import type { Place } from "../../src/cards/view.ts";
import type { Card } from "./schema/make-schema.ts";

type Node = { readonly [key: string]: unknown };

const schemaFile = new URL("golden/adaptive-card.schema.json", import.meta.url);
let validate: ValidateFunction | undefined;

/** What in the card the SDK's types do not know; empty when all is as they say. */
export function schemaFaults(card: unknown): readonly string[] {
  validate ??= new Ajv({ strict: false }).compile(
    JSON.parse(readFileSync(schemaFile, "utf8")) as object,
  );
  return validate(card)
    ? []
    : (validate.errors ?? [])
        .slice(0, 3)
        .map(({ instancePath, message }) => `${instancePath} ${message}`);
}

/** Every object of a card, with the words of where it is. */
export function nodesOf(value: unknown, path = ""): readonly { node: Node; path: string }[] {
  if (Array.isArray(value)) return value.flatMap((one, index) => nodesOf(one, `${path}[${index}]`));
  if (typeof value !== "object" || value === null) return [];
  const node = value as Node;
  return [
    { node, path },
    ...Object.entries(node).flatMap(([key, child]) => nodesOf(child, `${path}.${key}`)),
  ];
}

/** What stands in an input. */
export function valueOf({ value }: Node): string {
  return typeof value === "string" ? value : "";
}

const TEAMS_ONLY: ReadonlySet<unknown> = new Set(["Icon", "Badge", "ProgressBar"]);

/** A text that stands there to be copied, not to be sent. */
const COPIED = "in:form:text";

/** What is asked for can be sent: where there are inputs, a button takes them along. */
function sendsItsInputs(nodes: readonly Node[]): boolean {
  const asks = nodes.some(({ id }) => typeof id === "string" && isInputId(id) && id !== COPIED);
  return (
    !asks ||
    nodes.some(
      ({ type, associatedInputs }) =>
        (type === "Action.Submit" || type === "Action.Execute") && associatedInputs !== "none",
    )
  );
}

/** Everything that breaks a rule of cards/README.md, in words; empty for a card that may be sent. */
export function ruleFaults(card: Card, place: Place): readonly string[] {
  const nodes = nodesOf(card);
  const ids = nodes.flatMap(({ node, path }) =>
    typeof node.id === "string" && !path.includes(".fallback") ? [node.id] : [],
  );
  const doubled = ids.filter((id, index) => ids.indexOf(id) !== index);
  return [
    ...(card.version === "1.5" ? [] : ["version is not 1.5"]),
    ...(card.lang === undefined ? ["lang is missing"] : []),
    ...(card.fallbackText === undefined || card.fallbackText === ""
      ? ["fallbackText is missing"]
      : []),
    ...(card.refresh === undefined ? [] : ["refresh is not used"]),
    ...(bytesOf(card) > MOST_CARD_BYTES ? [`${bytesOf(card)} bytes`] : []),
    ...(sendsItsInputs(nodes.map(({ node }) => node)) ? [] : ["no button sends the inputs"]),
    ...doubled.map((id) => `the id ${id} stands twice`),
    ...nodes.flatMap(({ node, path }) =>
      nodeFaults(node, path, place).map((fault) => `${path}: ${fault}`),
    ),
  ];
}

function nodeFaults(node: Node, path: string, place: Place): readonly string[] {
  const type = node.type;
  const faults: string[] = [];
  if (TEAMS_ONLY.has(type) && node.fallback === undefined) faults.push("has no fallback");
  if (type === "TextBlock" && node.wrap !== true && String(node.text).length > 2)
    faults.push("does not wrap");
  if (typeof type === "string" && type.startsWith("Input.")) {
    if (node.label === undefined || node.label === "") faults.push("has no label");
    if (node.errorMessage === undefined) faults.push("has no errorMessage");
    if ("maxLength" in node) faults.push("would cut what is pasted");
  }
  if (type === "ActionSet" && (node.actions as unknown[]).length > 6)
    faults.push("has more than six buttons");
  if (type === "Action.Submit" || type === "Action.Execute")
    faults.push(...buttonFaults(node, path, place));
  return faults;
}

function buttonFaults(node: Node, path: string, place: Place): readonly string[] {
  const data = node.data as Node;
  const opens = "msteams" in data;
  const faults: string[] = [];
  if (readAction(data) === undefined) faults.push(`cannot be read: ${JSON.stringify(data)}`);
  if (typeof node.title !== "string" || node.title === "") faults.push("has no title");
  if (place === "dialog" && node.type === "Action.Execute") faults.push("executes in a dialog");
  if (place === "dialog" && opens) faults.push("opens a dialog in a dialog");
  if (place === "message" && node.type === "Action.Submit" && !opens && !path.endsWith(".fallback"))
    faults.push("submits from a message");
  if (
    node.type === "Action.Execute" &&
    (node.fallback as Node | undefined)?.type !== "Action.Submit"
  )
    faults.push("has no fallback for old clients");
  return faults;
}
