import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { builtInTemplate } from "../../src/domain/process/built-in.ts";
import {
  check,
  type Editable,
  type EditableField,
  type EditableStep,
  fieldOf,
  itemOf,
  sampleWith,
} from "./edited-sample.ts";
import { granasaTemplate } from "./granasa-template.ts";
import { everyObject, type Json, type JsonObject } from "./weakenings.ts";

describe("the strict shape", () => {
  test("refuses an unknown key wherever it stands, and names its path", () => {
    const spots = everyObject(granasaTemplate() as unknown as JsonObject);
    // What a map is filled in with has the step's id for a key, which other checks read.
    const strict = spots.filter(({ path }) => !path.includes("prefill"));
    for (const { path } of strict.filter((_, index) => index % 11 === 0)) {
      const candidate = sampleWith((template) => {
        const spot = everyObject(template).find((one) => one.path === path);
        Object.assign(spot?.value ?? {}, { surprise: 1 });
      });
      expect([path, check(candidate).join("\n")]).toEqual([
        path,
        expect.stringContaining("surprise: is not known here"),
      ]);
    }
  });

  test.each(["constructor", "toString", "__proto__"])("refuses the key %s", (key) => {
    const file = JSON.stringify(granasaTemplate()).replace('"version":', `"${key}":{},"version":`);
    expect(check(JSON.parse(file))).toEqual([`template.${key}: is not known here; remove it`]);
  });

  test("refuses whatever is no template, and never throws", () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), (candidate) => {
        expect(check(candidate).length).toBeGreaterThan(0);
      }),
    );
    const nested: unknown = JSON.parse(`${'{"steps":['.repeat(2_000)}${"]}".repeat(2_000)}`);
    expect(check(nested).length).toBeGreaterThan(0);
  });

  test("refuses any part of a template put out of shape, and never throws", () => {
    const spots = everyObject(granasaTemplate() as unknown as JsonObject);
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: spots.length - 1 }),
        fc.nat(),
        fc.constantFrom<Json>(null, 7, -1, "", "x".repeat(400), [], {}, [null], { sv: "a" }),
        (index, choice, junk) => {
          const candidate = sampleWith((template) => {
            const spot = everyObject(template)[index]?.value ?? {};
            const keys = Object.keys(spot);
            const key = keys[choice % keys.length];
            if (key !== undefined && !isFree(key)) spot[key] = junk;
            else template.steps = [];
          });
          expect(check(candidate).length).toBeGreaterThan(0);
        },
      ),
      { numRuns: 150 },
    );
  });

  test.each([
    { path: "steps[planning].items[plan.kickoff].strength", change: { strength: "X" } },
    { path: "steps[planning].items[plan.kickoff].responsible", change: { responsible: [] } },
    { path: "steps[planning].items[plan.kickoff].title.en", change: { title: { sv: "Hej." } } },
    { path: "steps[planning].items[plan.kickoff].each", change: { each: "day" } },
  ])("names $path when it is wrong", ({ path, change }) => {
    const candidate = sampleWith((template) => {
      Object.assign(itemOf(template, "plan.kickoff"), change);
    });
    expect(check(candidate)).toEqual([expect.stringContaining(`template.${path}: `)]);
  });
});

/** Keys whose value may be changed to one of the junk values and still be lawful. */
function isFree(key: string): boolean {
  return (
    [
      "source",
      "wd",
      "days",
      "nudgeDays",
      "thenEvery",
      "version",
      "min",
      "max",
      "is",
      "constant",
    ].includes(key) ||
    ["consulted", "informed", "responsible", "accountable", "prefill"].includes(key)
  );
}

describe("what does not hang together", () => {
  test.each<{ what: string; change: (template: Editable) => void; fault: string }>([
    {
      what: "an item twice",
      change: (template) => {
        const planning = template.steps[4] as EditableStep;
        planning.items.push(itemOf(template, "plan.kickoff"));
      },
      fault: "items[plan.kickoff]: is there twice",
    },
    {
      what: "a field twice",
      change: (template) => {
        const { fields } = itemOf(template, "plan.safety");
        fields.push({ ...(fields[0] as EditableField) });
      },
      fault: "fields[safetyPlan]: is there twice",
    },
    {
      what: "a field of the decision under another's name",
      change: (template) => {
        itemOf(template, "decide.proposal").fields.push({
          name: "chair",
          type: "text",
          label: { sv: "Stol", en: "Seat" },
        });
      },
      fault: "two fields are named chair",
    },
    {
      what: "a condition on a field that is not there",
      change: (template) => {
        fieldOf(template, "plan.kickoff", "venue").required = { field: "weather", is: ["rain"] };
      },
      fault: "required reads the field weather",
    },
    {
      what: "a condition on a value that can never be",
      change: (template) => {
        fieldOf(template, "plan.kickoff", "venue").required = { field: "isDigital", is: ["no"] };
      },
      fault: "waits for no, which isDigital can never be",
    },
    {
      what: "an enum without choices",
      change: (template) => {
        const field = fieldOf(template, "plan.kickoff", "venue");
        field.type = "enum";
        delete field.required;
      },
      fault: "an enum has either options or choicesFrom",
    },
    {
      what: "choices from nowhere",
      change: (template) => {
        Object.assign(fieldOf(template, "plan.kickoff", "venue"), {
          type: "enum",
          choicesFrom: { item: "plan.kickoff", field: "notes" },
        });
      },
      fault: "choicesFrom: plan.kickoff has no list of records named notes",
    },
    {
      what: "a pattern that is no regular expression",
      change: (template) => {
        fieldOf(template, "identify.case", "dnr").pattern = "([A-Z";
      },
      fault: "must be a regular expression",
    },
    {
      what: "an item that no section shows",
      change: (template) => {
        const planning = template.steps[4] as EditableStep;
        (planning.sections as JsonObject[]).pop();
      },
      fault: "sections: plan.proposal is in no section",
    },
    {
      what: "a computed field that nothing computes",
      change: (template) => {
        fieldOf(template, "plan.kickoff", "isDigital").computed = true;
      },
      fault: "nothing works this field out",
    },
    {
      what: "an item only the bot may write",
      change: (template) => {
        itemOf(template, "purpose.statement").responsible = ["bot"];
      },
      fault: "the bot writes nothing here",
    },
    {
      what: "an appointment by somebody else than the head",
      change: (template) => {
        itemOf(template, "plan.appoint").responsible = ["chair"];
      },
      fault: "responsible: must be departmentHead",
    },
    {
      what: "a matrix filled in for a step that is past",
      change: (template) => {
        const { prefill } = fieldOf(template, "plan.responsibility", "matrix");
        (prefill as JsonObject).triage = { accountable: "board" };
      },
      fault: "prefill: triage is no step from planning on",
    },
    {
      what: "quiet weeks that end before they begin",
      change: (template) => {
        (template.calendar as JsonObject).quietWeeks = [31, 28];
      },
      fault: "quietWeeks: the first week",
    },
    {
      what: "the built-in version with other content",
      change: (template) => {
        Object.assign(template, { id: builtInTemplate.id, version: builtInTemplate.version });
      },
      fault: "give this one a new version",
    },
  ])("is refused: $what", ({ change, fault }) => {
    expect(check(sampleWith(change)).join("\n")).toContain(fault);
  });
});
