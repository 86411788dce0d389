import fc from "fast-check";
import { expect, test } from "vitest";
import type { Action } from "../../src/cards/actions.ts";
import { FORM_ITSELF, inputId } from "../../src/cards/input-ids.ts";
import { builtInTemplate } from "../../src/domain/process/built-in.ts";
import { sensitiveProblem } from "../../src/cards/sensitive-guard.ts";

const TITLE = inputId(FORM_ITSELF, "title");
const INITIATOR = inputId(FORM_ITSELF, "initiator");
const PERSON = inputId(FORM_ITSELF, "person");
const ASKS = "W-SENSITIVE";

function problemOf(inputs: Readonly<Record<string, string>>) {
  const action: Action = {
    verb: "saveNewDialogue",
    dialogueId: "a7f0b1de-8a34-4a0e-9f5e-5d6d2f1c9a10",
    asked: [],
  };
  return sensitiveProblem({ template: builtInTemplate }, { action, inputs });
}

test("the id of a person who was picked is no words, however much its digits look like a number to call", () => {
  expect(problemOf({ [INITIATOR]: "224f4829-fd19-45ca-bf07-068569cc6b89" })).toBeUndefined();
  expect(
    problemOf({
      [INITIATOR]: "224f4829-fd19-45ca-bf07-068569cc6b89,e0712345-6789-4abc-8def-0a0712345678",
    }),
  ).toBeUndefined();
  expect(problemOf({ [INITIATOR]: "p07235845986ed83df3f842c5b532cbc4" })).toBeUndefined();
  fc.assert(
    fc.property(fc.uuid(), (id) => {
      const own = `p${id.replaceAll("-", "")}`;
      return problemOf({ [INITIATOR]: own, [PERSON]: own }) === undefined;
    }),
    { numRuns: 2000 },
  );
  fc.assert(
    fc.property(
      fc.uuid(),
      (id) => problemOf({ [INITIATOR]: id, [TITLE]: `Torget ${id}` }) === undefined,
    ),
    { numRuns: 2000 },
  );
});

test("words around an id, and a number in a title, are asked about all the same", () => {
  expect(problemOf({ [TITLE]: "Ring 070-123 45 67" })?.code).toBe(ASKS);
  expect(
    problemOf({ [TITLE]: "224f4829-fd19-45ca-bf07-068569cc6b89,Ring 070-123 45 67" })?.code,
  ).toBe(ASKS);
});
