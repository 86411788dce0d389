import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { record, type Step } from "../support/given.ts";
import { goOn, open, planned } from "../support/planned.ts";
import { type Called, type Lived, openLived } from "./lived.ts";

let lived: Lived;
const dialogueId = randomUUID();
beforeAll(async () => {
  lived = await openLived();
  await lived.bot.moveClock("2027-04-07T08:00:00.000Z");
  await lived.live(dialogueId, [...planned(), goOn, open].map(withViceChair));
});
afterAll(() => lived.close());

/** The board has named B vice chair, and a substitute. */
function withViceChair([who, order, at]: Step): Step {
  if (!JSON.stringify(order).includes("decide.steering-group"))
    return at === undefined ? [who, order] : [who, order, at];
  const named = { members: "a,b,c,d,e", chair: "a", viceChair: "b", substitutes: "other" };
  return [who, record("decide.steering-group", named)];
}

function press(
  who: Called,
  verb: string,
  inputs: Readonly<Record<string, string>> = {},
  more = {},
) {
  const named = Object.fromEntries(
    Object.entries(inputs).map(([name, value]) => [`in:position:${name}`, value]),
  );
  const data = { verb, dialogueId, positionId: "p1", ...more };
  return lived.press(who, { data, inputs: named }, "sv");
}

test("the chair has declared jäv: the vice chair leads, calls the substitute into the seat, writes nothing for others, and closes; an answer by word of mouth counts when it is confirmed", async () => {
  await press("a", "answerPosition", {}, { answer: "recuse", revision: 0 });
  const away = await press("a", "callSubstitute", { seat: "a", substitute: "other" });
  expect(away).toContain("E-FORBIDDEN");
  const called = await press("b", "callSubstitute", { seat: "a", substitute: "other" });
  expect(called).toContain("Ersättaren är inkallad");
  expect(await press("a", "saveAnswer", { answer: "approve" }, { revision: 0 })).toContain(
    "E-FORBIDDEN",
  );
  await press("other", "answerPosition", {}, { answer: "approve", revision: 0 });
  expect(await press("b", "logOral", { seat: "c", answer: "approve" })).toContain("E-FORBIDDEN");
  const logged = await press("tjp", "logOral", { seat: "c", answer: "approve" });
  expect(logged).toContain("Svaret är antecknat.");
  await press("b", "answerPosition", {}, { answer: "approve", revision: 0 });
  expect(await press("b", "closePosition")).toContain("E-QUORUM");
  await press("c", "confirmOral", {}, { revision: 1 });
  const record = await press("b", "closePosition");
  expect(record).toContain("Ulla Bergström (ersätter Anna Lindqvist)");
  expect(record).toContain("Cecilia Nyström (muntligt, bekräftat)");
  expect(record).toContain("Anna Lindqvist");
});
