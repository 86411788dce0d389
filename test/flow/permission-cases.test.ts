import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ActionData } from "../../src/cards/action-shapes.ts";
import { appointed, drafted, record, registered, type Step, template } from "../support/given.ts";
import { answer, close, open, planned } from "../support/planned.ts";
import { add } from "../support/tasks.ts";
import { compiled, wholePlan } from "../support/whole-plan.ts";
import { putRow, save } from "./codes-press.ts";
import { type Called, type Lived, openLived, type Pressing } from "./lived.ts";

let lived: Lived;
beforeAll(async () => {
  lived = await openLived();
  await lived.bot.moveClock("2027-06-16T08:00:00.000Z");
});
afterAll(() => lived.close());

/** A dialogue in which that has happened, and what is read after a press in it. */
async function after(steps: readonly Step[]) {
  const dialogueId = randomUUID();
  await lived.live(dialogueId, steps);
  return {
    press: (who: Called, { kind, data, inputs }: Pressing) =>
      lived.press(
        who,
        {
          data: { dialogueId, ...data },
          ...(kind === undefined ? {} : { kind }),
          ...(inputs === undefined ? {} : { inputs }),
        },
        "sv",
      ),
    load: () => lived.bot.load(dialogueId),
  };
}

const page = (verb: string, data: object = {}): Pressing => ({
  kind: "fetch",
  data: { verb, ...data },
});
const position = { positionId: "p1" };
const asked = [...wholePlan, open];

/** scenarios.md §4.2, one test for each row. */
describe("the permission cases", () => {
  test("Q1 the civil servant never votes", async () => {
    const { press, load } = await after(asked);
    const data = { verb: "answerPosition", ...position, answer: "approve", revision: 0 };
    expect(await press("tjp", { kind: "execute", data })).toContain("E-FORBIDDEN");
    expect(await load()).toMatchObject({ positions: [{ answers: {} }] });
  });

  test("Q2 a member does not confirm the board's decision; the chair does", async () => {
    const { press, load } = await after(registered);
    const data = { verb: "confirmDecision", decisionId: "decision-1" };
    expect(await press("b", { kind: "execute", data })).toContain("E-FORBIDDEN");
    expect(await load()).toMatchObject({ decisions: [{ status: "registered" }] });
    await press("a", { kind: "execute", data });
    expect(await load()).toMatchObject({ decisions: [{ status: "confirmed" }] });
  });

  test("Q3 who confirms has not registered, and who has registered does not confirm", async () => {
    const { press, load } = await after(drafted);
    const register = { data: { verb: "registerDecision", decisionId: "decision-9" } };
    expect(await press("a", register)).toContain("E-FORBIDDEN");
    expect(await load()).toMatchObject({ decisions: [] });
    await press("reg", register);
    const data = { verb: "confirmDecision", decisionId: "decision-9" };
    expect(await press("reg", { kind: "execute", data })).toContain("E-FORBIDDEN");
    expect(await load()).toMatchObject({ decisions: [{ status: "registered" }] });
  });

  test("Q4 the administrator does not edit the map of target groups", async () => {
    const { press, load } = await after(appointed);
    const group = putRow("plan.target-map", "groups", { name: "Unga" });
    expect(await press("adm", group)).toContain("E-FORBIDDEN");
    expect(await load()).not.toHaveProperty(["items", "plan.target-map"]);
  });

  test("Q5 who only looks on sees the same whatever has been answered, until it is closed", async () => {
    const answers = (one: "approve" | "return", other: "approve" | "return") => [
      answer("a", one, "Lagom"),
      answer("b", other, "Lagom"),
      answer("c", "approve"),
    ];
    const first = [...asked, ...answers("approve", "return")];
    const second = [...asked, ...answers("return", "approve")];
    const look = page("openPosition", position);
    const seen = async (steps: readonly Step[]) => (await after(steps)).press("other", look);
    expect(await seen(first)).toBe(await seen(second));
    expect(await seen([...first, close])).not.toBe(await seen([...second, close]));
  });

  test("Q6 a member who has declared jäv opens no comments on the matter and writes none", async () => {
    const words = "Vad kostar det?";
    const { press } = await after([
      ...asked,
      ["c", { type: "CommentPosition", positionId: "p1", commentId: "k1", text: words }],
      answer("b", "recuse"),
    ]);
    const comments = page("openComments", position);
    expect(await press("d", comments)).toContain(words);
    const refused = await press("b", comments);
    expect(refused).toContain("E-FORBIDDEN");
    expect(refused).not.toContain(words);
    const comment = { verb: "commentPosition", ...position, commentId: "k2" };
    const inputs = { "in:position:comment": "Jag tycker ändå." };
    expect(await press("b", { data: comment, inputs })).toContain("E-FORBIDDEN");
  });

  test("Q7 the head replaces the civil servant: rights and the role's tasks move at once, the history keeps the name", async () => {
    const { press } = await after([
      ...appointed,
      ["tjp", record("plan.kickoff", { kickoffDate: "2027-02-16" })],
      ["a", add("t-role", { title: "Boka Folkets hus", owner: "civilServant" })],
    ]);
    const tasks = { kind: "fetch", data: { verb: "openTaskList" } } as const;
    expect(await press("tjp", tasks)).toContain("Tove Johansson");
    await press(
      "head",
      save("plan.appoint", { civilServant: "other", appointedAt: "2027-05-03" }, 1),
    );
    const safety = save("plan.safety", { safetyPlan: "Två värdar är med." });
    expect(await press("tjp", safety)).toContain("E-FORBIDDEN");
    expect(await press("other", safety)).not.toContain("E-");
    const now = await press("a", tasks);
    expect(now).toContain("Boka Folkets hus");
    expect(now).toContain("Ulla Bergström");
    expect(now).not.toContain("Tove Johansson");
    expect(await press("a", page("openTimeline"))).toContain("Tove Johansson");
  });

  test("Q8 the civil servant does not take a fixed report away", async () => {
    const { press, load } = await after(compiled);
    const before = await load();
    const emptied = save("compile.report", { version: "", fixedAt: "" }, 1);
    expect(await press("tjp", emptied)).toContain("E-LOCKED-RECORD");
    expect(await load()).toEqual(before);
  });

  test("Q9 the chair passes a soft gate with a reason, never without", async () => {
    const { press, load } = await after(planned());
    const override = (reason: string) => ({
      data: { verb: "overrideGate" },
      inputs: { "in:position:reason": reason },
    });
    expect(await press("a", override(" "))).toContain("E-REASON");
    expect(await load()).toMatchObject({ overrides: {} });
    await press("a", override("Planerna kommer i april."));
    expect(await load()).toHaveProperty("overrides.G4c");
  });

  test("Q10 nothing asks for, keeps or sorts by anybody's party", () => {
    const shapes = ActionData.options.map(({ shape }) => Object.keys(shape));
    const fields = template.steps.flatMap(({ items }) => items.flatMap((one) => one.fields));
    const names = [...shapes.flat(), ...fields.map(({ name }) => name)];
    expect(names.filter((name) => /part(?:y|i$|ies)/iu.test(name))).toEqual([]);
  });

  test("Q11 somebody of another board opens no draft", async () => {
    const { press } = await after(drafted);
    expect(await press("ks-reg", page("openRegister"))).toContain("E-FORBIDDEN");
    const item = await press("ks-reg", page("openItem", { itemId: "purpose.statement" }));
    expect(item).not.toContain("Vi vill veta vad som gör torget tryggt.");
  });

  test("Q12 the level the board has left to the group is never medbeslutande", async () => {
    const delegated = drafted.map(([who, command, now]): Step => {
      const isLevel =
        command.type === "RecordItems" && command.entries[0]?.itemId === "decide.level";
      const own = isLevel ? record("decide.level", { levelDelegated: true }) : command;
      return now === undefined ? [who, own] : [who, own, now];
    });
    const { press, load } = await after([...delegated, ...appointed.slice(drafted.length)]);
    const level = save("plan.level", { level: "medbeslutande" });
    expect(await press("a", level)).toContain("E-SCOPE-CHANGED");
    expect(await load()).not.toHaveProperty(["items", "plan.level"]);
    expect(await press("a", save("plan.level", { level: "dialog" }))).not.toContain("E-");
  });
});
