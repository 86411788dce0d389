import fc from "fast-check";
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { builtInTemplate } from "../../src/domain/process/built-in.ts";
import { checkTemplate, hashInput } from "../../src/domain/template-check.ts";
import type { Template } from "../../src/domain/template.ts";
import { check, fieldOf, itemOf, sampleWith } from "./edited-sample.ts";
import { granasaTemplate } from "./granasa-template.ts";
import { everyObject, everyWeakening, type Json, type JsonObject } from "./weakenings.ts";

const SAMPLE = new URL("./fixtures/golden/granasa-template.json", import.meta.url);

describe("a municipality's own template", () => {
  test("is taken as it stands in the sample file", async () => {
    await expect(`${JSON.stringify(granasaTemplate(), null, 1)}\n`).toMatchFileSnapshot(
      SAMPLE.pathname,
    );
    const sample: unknown = JSON.parse(readFileSync(SAMPLE, "utf8"));
    expect(checkTemplate(sample, builtInTemplate)).toEqual({ ok: true, template: sample });
  });

  test("may be the built-in one, word for word", () => {
    expect(check(JSON.parse(JSON.stringify(builtInTemplate)))).toEqual([]);
  });

  test("may change every text, lane and day count, and make S and O stronger", () => {
    const numbers = fc.integer({ min: 1, max: 200 });
    const spoken = fc.string({ minLength: 1, maxLength: 60 }).filter((text) => text.trim() !== "");
    fc.assert(
      fc.property(
        numbers,
        spoken,
        spoken,
        fc.integer({ min: 0, max: 200 }),
        (days, sv, en, seed) => {
          const candidate = sampleWith((template) => {
            const spots = everyObject(template).filter(({ value }) => "sv" in value);
            for (const { value } of spots.filter((_, index) => index % 7 === seed % 7))
              Object.assign(value, { sv, en });
            for (const counts of Object.values(template.deadlines as JsonObject))
              if ("wd" in (counts as JsonObject)) (counts as JsonObject).wd = days;
            for (const step of template.steps) {
              step.lane = (["elected", "together", "civilServants"] as const)[days % 3] as string;
              for (const item of step.items) if (item.strength === "O") item.strength = "M";
            }
          });
          expect(check(candidate)).toEqual([]);
        },
      ),
      { numRuns: 30 },
    );
  });

  test("may hand an ordinary item to another role and change the form of case numbers", () => {
    const candidate = sampleWith((template) => {
      itemOf(template, "identify.background").responsible = ["elected", "civilServant"];
      fieldOf(template, "identify.case", "dnr").pattern = "[A-Z]+-\\d+";
    });
    expect(check(candidate)).toEqual([]);
  });

  test("may make a field required and offer more methods where others are taken in words anyway", () => {
    const candidate = sampleWith((template) => {
      fieldOf(template, "plan.appoint", "deputy").required = true;
      fieldOf(template, "decide.budget", "budgetNote").required = true;
      const methods = fieldOf(template, "plan.method", "methods").options as Json[];
      methods.push({ value: "walk", label: { sv: "Gåtur", en: "Walk" } });
    });
    expect(check(candidate)).toEqual([]);
  });
});

describe("what takes away or weakens", () => {
  const weakenings = everyWeakening(builtInTemplate);

  test("is found in every item, field and option of the built-in process", () => {
    expect(weakenings.length).toBeGreaterThan(1_000);
    // One weakening of every item at a time: what is done to one item says nothing about another.
    const byItem = Map.groupBy(
      weakenings.filter(({ at, name }) => !isRemoval(at, name)),
      ({ item }) => item,
    );
    const rounds = Math.max(...[...byItem.values()].map((own) => own.length));
    for (let round = 0; round < rounds; round += 1) {
      const chosen = [...byItem.values()].flatMap((own) => own.slice(round, round + 1));
      const faults = check(
        sampleWith((template) => chosen.forEach(({ weaken }) => weaken(template))),
      );
      const missed = chosen.filter(
        ({ at }) => !faults.some((fault) => fault.includes(`${at}: may not`)),
      );
      expect(missed.map(({ name }) => name)).toEqual([]);
    }
  });

  test("is found whichever item is removed", () => {
    const removals = weakenings.filter(({ at, name }) => isRemoval(at, name));
    expect(removals).toHaveLength(builtInTemplate.steps.flatMap(({ items }) => items).length);
    const missed = removals.filter(
      ({ at, weaken }) =>
        !check(sampleWith(weaken)).some((fault) => fault.includes(`${at}: may not`)),
    );
    expect(missed).toEqual([]);
  });

  test("is all named at once", () => {
    const some = weakenings.filter(({ name }) => name.endsWith("from M to O")).slice(0, 40);
    const faults = check(sampleWith((template) => some.forEach(({ weaken }) => weaken(template))));
    expect(faults).toHaveLength(40);
  });
});

/** A whole item gone; without any item a step would have no shape to read further. */
function isRemoval(at: string, name: string): boolean {
  return `items[${name}` === `${at.slice(0, -1)} removed`;
}

describe("the text a template's hash is made of", () => {
  test("does not depend on the order of keys", () => {
    const turned = (value: Json): Json => {
      if (Array.isArray(value)) return value.map(turned);
      if (typeof value !== "object" || value === null) return value;
      const entries = Object.entries(value).map(([key, part]) => [key, turned(part)] as const);
      return Object.fromEntries(entries.toReversed());
    };
    const other = turned(JSON.parse(JSON.stringify(builtInTemplate)) as Json);
    expect(JSON.stringify(other)).not.toBe(JSON.stringify(builtInTemplate));
    expect(hashInput(other as unknown as Template)).toBe(hashInput(builtInTemplate));
  });

  test("changes with any text, number and order of items", () => {
    const [first, second, ...rest] = builtInTemplate.steps;
    const others: Template[] = [
      { ...builtInTemplate, version: 2 },
      { ...builtInTemplate, deadlines: { ...builtInTemplate.deadlines, D01: { wd: 11 } } },
      { ...builtInTemplate, steps: [second, first, ...rest] as Template["steps"] },
      { ...builtInTemplate, name: { sv: "Medborgardialog", en: "Citizen Dialogue" } },
    ];
    expect(new Set([builtInTemplate, ...others].map(hashInput)).size).toBe(5);
  });
});
