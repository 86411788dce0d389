import { describe, expect, test } from "vitest";
import { type ActionOf, readAction } from "../../src/cards/actions.ts";
import { commandsOf } from "../../src/cards/commands.ts";
import { tasksCard } from "../../src/cards/my-tasks.ts";
import { refusalCard } from "../../src/cards/notices.ts";
import { nodesOf } from "./card-checks.ts";
import { at, dialogueId, open, press } from "./press.ts";
import { named, viewOf } from "./scenes.ts";
import { buttonsOn, wordsOn } from "./words.ts";

describe("content in a dialog", () => {
  const statement = { verb: "openItem", dialogueId, itemId: "identify.statement" } as const;
  const question = "Hur kan Stationstorget bli tryggare kvällstid?";

  test("in work is for those with a role; a locked record is for everybody in the team", () => {
    expect(wordsOn(open(at("purposed", "other"), statement))).not.toContain(question);
    expect(wordsOn(open(at("purposed", "reg"), statement))).toContain(question);
    expect(wordsOn(open(at("confirmed", "other"), statement))).toContain(question);
  });

  test("that is locked says so to the one who wrote it", () => {
    const words = wordsOn(open(at("confirmed", "a"), statement));
    expect(words).toContain("Uppgiften är låst. Gör en rättelse i stället");
    expect(words).toContain("E-LOCKED-RECORD");
  });

  test("drafted for the chair can be fixed by the chair as it stands", () => {
    const drafted = press(
      at("appointed", "tjp"),
      open(at("appointed", "tjp"), { verb: "openItem", dialogueId, itemId: "plan.level" }),
      "Spara och stäng",
      { "in:plan.level:level": "dialog" },
    );
    const view = { ...drafted.view, viewer: "a" };
    const card = open(view, { verb: "openItem", dialogueId, itemId: "plan.level" });
    expect(Object.keys(buttonsOn(card))).toContain("Fastställ som det står");
    const { view: after } = press(view, card, "Fastställ som det står");
    expect(after.state.items["plan.level"]?.fixed).toMatchObject({ by: "a" });
  });
});

describe("a field of people", () => {
  test("lists those who can be chosen, by name, and up to a hundred of them", () => {
    const card = open(at("confirmed", "head"), {
      verb: "openItem",
      dialogueId,
      itemId: "plan.appoint",
    });
    const input = nodesOf(card).find(
      ({ node }) => node.id === "in:plan.appoint:civilServant",
    )?.node;
    const choices = input?.choices as { title: string }[] | undefined;
    const titles = (choices ?? []).map(({ title }) => title);
    expect(titles).toContain("Ali Hassan");
    expect(titles).not.toContain("Anna Lindqvist");
    expect(titles).toEqual(titles.toSorted((a, b) => a.localeCompare(b, "sv")));
  });

  test("beyond that searches the team in Teams' own picker, whose Entra ids become ours", () => {
    const scene = at("confirmed", "head");
    const crowd = Array.from({ length: 101 }, (_, index) => `p${index}`);
    const [, membership] = [...scene.directory.people][0] ?? [];
    const people = new Map([
      ...scene.directory.people,
      ...crowd.map((id) => [id, membership ?? { teams: [], guest: false }] as const),
    ]);
    const view = {
      ...scene,
      directory: { ...scene.directory, people },
      nameOf: (person: string) => named(person),
    };
    const opening = { verb: "openItem", dialogueId, itemId: "plan.appoint" } as const;
    const card = open(view, opening);
    const id = "in:plan.appoint:civilServant:picked";
    const input = nodesOf(card).find(({ node }) => node.id === id)?.node;
    expect(input).toMatchObject({
      style: "filtered",
      "choices.data": { dataset: "graph.microsoft.com/users?scope=currentContext" },
    });
    const action = readAction(buttonsOn(card)["Spara och stäng"]) as ActionOf<"saveItem">;
    const inputs = { [id]: "0f8fad5b-d9cb-469f-a165-70867728950e" };
    const [command] = commandsOf(view, { action, inputs }, () => "tjp");
    expect(command).toMatchObject({ entries: [{ values: { civilServant: "tjp" } }] });
  });
});

describe("what waits", () => {
  test("is listed for the one who can do it, and nothing is said to wait for the others", () => {
    const about = { language: "sv", place: "message" } as const;
    expect(wordsOn(tasksCard([at("drafted", "reg")], about))).toContain(
      "Registrera nämndens beslut",
    );
    expect(wordsOn(tasksCard([at("registered", "a")], about))).toContain(
      "Bekräfta det registrerade beslutet",
    );
    for (const other of ["b", "reg", "kom"])
      expect(wordsOn(tasksCard([at("registered", other)], about))).toContain(
        "Inget väntar på dig just nu.",
      );
  });
});

describe("a refusal", () => {
  test("says what, why, who can put it right, and its code", () => {
    const card = refusalCard(
      [{ code: "E-DECISION-INCOMPLETE", missing: ["budgetSek", "budgetSource"] }],
      {
        view: viewOf(at("purposed").state),
      },
    );
    expect(wordsOn(card)).toBe(
      [
        "Beslutet är inte komplett",
        "Det här saknas: ”Budget i kronor” och ”Pengarna tas från”.",
        "Uppgifterna står i protokollet. De fylls i av registratorn (Sara Nyman).",
        "Kod: E-DECISION-INCOMPLETE",
      ].join("\n"),
    );
  });

  test("of a later registration names each field by its own form", () => {
    const problem = { code: "E-DECISION-INCOMPLETE", missing: ["budgetSek"] } as const;
    const told = (draft?: string) =>
      wordsOn(
        refusalCard([draft === undefined ? problem : { ...problem, draft }], {
          view: viewOf(at("purposed").state),
        }),
      );
    expect(told("decision.budget")).toContain("”Budget efter beslutet, i kronor”");
    expect(told()).not.toContain("efter beslutet");
  });
});
