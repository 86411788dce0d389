import { expect, test } from "vitest";
import * as rules from "./architecture/rules.ts";
import { importsOf, readTree, type Tree } from "./architecture/source.ts";

const tree = readTree();

const planted = (...files: [path: string, content: string][]): Tree => new Map(files);

type Proof = { sentence: string; rule: rules.Rule; caught: Tree; faults: string[]; let: Tree };

/** Each rule with files it must catch, and files that look alike and must be let through. */
const PROOFS: Proof[] = [
  {
    sentence: "a room imports only what the table says",
    rule: rules.roomsImportOnlyWhatTheyMay,
    caught: planted(
      ["src/domain/gate.ts", 'import { hash } from "node:crypto";\nimport "../log.ts";'],
      ["src/domain/late.ts", 'const { z } = await import("zod");\nexport * from "../cards/a.ts";'],
      ["src/cards/step.ts", 'import type {\n  A,\n} from "../store/store.ts";'],
      ["src/store/a.ts", 'import { log } from "../log.ts"; import x from "mysql2";'],
      ["src/handle.ts", 'import { b } from "./cards/b.ts";\nrequire("kysely");'],
      ["src/teams/a.ts", 'import { main } from "../main.ts";'],
      ["src/outbox/a.ts", 'const file = new URL("../teams/a.ts", import.meta.url);'],
      ["src/tab/a.ts", 'import { c } from "../config.ts";'],
      ["src/attic/a.ts", "export const a = 1;"],
    ),
    faults: [
      "src/domain/gate.ts imports node:crypto",
      "src/domain/gate.ts imports src/log.ts",
      "src/domain/late.ts imports zod",
      "src/domain/late.ts imports src/cards/a.ts",
      "src/cards/step.ts imports src/store/store.ts",
      "src/store/a.ts imports src/log.ts",
      "src/store/a.ts imports mysql2",
      "src/handle.ts imports src/cards/b.ts",
      "src/handle.ts imports kysely",
      "src/teams/a.ts imports src/main.ts",
      "src/outbox/a.ts imports src/teams/a.ts",
      "src/tab/a.ts imports src/config.ts",
      'src/attic/a.ts: the room "attic" is not in the table',
    ],
    let: planted(
      ["src/main.ts", 'import { a } from "./teams/a.ts"; import x from "zod";'],
      ["src/domain/a.ts", 'import b from "./process/b.json" with { type: "json" };'],
      ["src/domain/c.ts", '// import { x } from "zod";\n/* from "node:fs" */ export const a = 1;'],
      ["src/store/b.ts", 'import { sql } from "kysely"; import fs from "node:fs";'],
      ["src/teams/b.ts", 'import { App } from "@microsoft/teams.apps"; import "../config.ts";'],
    ),
  },
  {
    sentence: "neither bot nor emulator leans on the other, on programs or on tests",
    rule: rules.productsDoNotLean,
    caught: planted(
      ["emulator/a.ts", 'import type { Config } from "../src/config.ts";'],
      ["emulator/page/b.js", 'import("../../test/support/a.ts");'],
      ["src/teams/a.ts", 'import { start } from "../../emulator/server.ts";'],
      ["src/main.ts", 'import "../scripts/start.ts";\nimport "../bench/main.ts";'],
    ),
    faults: [
      "emulator/a.ts imports src/config.ts",
      "emulator/page/b.js imports test/support/a.ts",
      "src/teams/a.ts imports emulator/server.ts",
      "src/main.ts imports scripts/start.ts",
      "src/main.ts imports bench/main.ts",
    ],
    let: planted(
      ["src/main.ts", 'import "../scripts/require-node.mjs";\nimport "./log.ts";'],
      ["emulator/main.ts", 'import "../scripts/require-node.mjs";\nimport "./server.ts";'],
    ),
  },
  {
    sentence: "programs use no test",
    rule: rules.programsDoNotUseTests,
    caught: planted(["bench/a.ts", 'import { a } from "../test/support/a.ts";']),
    faults: ["bench/a.ts imports test/support/a.ts"],
    let: planted([
      "bench/a.ts",
      'import { a } from "../src/handle.ts"; import "../emulator/a.ts";',
    ]),
  },
  {
    sentence: "only src/teams knows the SDK",
    rule: rules.onlyTeamsKnowsTheSdk,
    caught: planted(
      ["src/cards/a.ts", 'import type { Activity } from "@microsoft/teams.api";'],
      ["emulator/a.ts", 'import { App } from "@microsoft/teams.apps";'],
    ),
    faults: [
      "src/cards/a.ts imports @microsoft/teams.api",
      "emulator/a.ts imports @microsoft/teams.apps",
    ],
    let: planted(
      ["src/teams/a.ts", 'import { App } from "@microsoft/teams.apps";'],
      ["src/cards/a.ts", 'import { TextBlock } from "@microsoft/teams.cards";'],
    ),
  },
  {
    sentence: "what is imported is written out",
    rule: rules.importsAreWrittenOut,
    caught: planted(["src/a.ts", "await import(name);"]),
    faults: ["src/a.ts imports something worked out at run time"],
    let: planted(["src/a.ts", 'await import("./b.ts"); import.meta.url;']),
  },
  {
    sentence: "no file or folder has a name that says nothing",
    rule: rules.nothingIsNamedForNothing,
    caught: planted(["src/cards/index.ts", ""], ["test/helpers/a.ts", ""], ["src/types.ts", ""]),
    faults: ["src/cards/index.ts", "test/helpers/a.ts", "src/types.ts"].map(
      (path) => `${path} has a name that says nothing`,
    ),
    let: planted(["src/domain/dialogue-index.ts", ""], ["src/domain/typeset.ts", ""]),
  },
  {
    sentence: "only main reads the environment",
    rule: rules.onlyMainReadsTheEnvironment,
    caught: planted(
      ["src/a.ts", "process.env.PORT"],
      ["src/b.ts", 'process["env"]'],
      ["src/c.ts", "const { env } = process;"],
      ["emulator/d.ts", 'import { env } from "node:process";'],
    ),
    faults: ["src/a.ts", "src/b.ts", "src/c.ts", "emulator/d.ts"].map(
      (path) => `${path} reads the environment`,
    ),
    let: planted(
      ["src/main.ts", "process.env"],
      ["src/a.ts", "// process.env is read by main\nreadConfig(environment);"],
    ),
  },
  {
    sentence: "no file is longer than 300 lines",
    rule: rules.filesEnd,
    caught: planted(["src/a.ts", "a\n".repeat(301)]),
    faults: ["src/a.ts has 301 lines"],
    let: planted(["src/a.ts", "a\n".repeat(300)]),
  },
  {
    sentence: "no test is left out",
    rule: rules.noTestIsLeftOut,
    // Put together here, so that this file does not catch itself.
    caught: planted(
      ...["describe.sk" + "ip(", "test.on" + "ly(", "it.concurrent.to" + "do(", "x" + "it("].map(
        (call, number): [string, string] => [`test/${number}.test.ts`, `${call}"a", f);`],
      ),
    ),
    faults: [0, 1, 2, 3].map((number) => `test/${number}.test.ts leaves a test out, or all others`),
    let: planted(["test/a.test.ts", 'test.runIf(here)("only when skipped", f); exit("a");']),
  },
  {
    sentence: "SQL is spoken only in the store",
    rule: rules.sqlIsInTheStore,
    caught: planted(
      ["src/handle.ts", "db.prepare(`\n  select id\n  from events`)"],
      ["src/teams/a.ts", 'run("DELETE FROM people")'],
    ),
    faults: ["src/handle.ts speaks SQL", "src/teams/a.ts speaks SQL"],
    let: planted(
      ["src/store/a.ts", 'run("delete from people")'],
      ["src/cards/a.ts", 'title("Select one from the list".slice(3)); // delete from people'],
      ["src/teams/b.ts", 'log("update the card"); const set = new Set();'],
    ),
  },
  {
    sentence: "everything has a name, in the file it lives in",
    rule: rules.everythingIsNamed,
    caught: planted(
      ["src/a.ts", "export default function () {}"],
      ["src/b.ts", 'export { a } from "./a.ts";'],
      ["src/c.ts", 'export type * from "./a.ts";'],
    ),
    faults: [
      "src/a.ts has a default export",
      "src/b.ts hands on what is another file's",
      "src/c.ts hands on what is another file's",
    ],
    let: planted(["src/a.ts", 'import { a } from "./b.ts";\nexport const b = a;']),
  },
];

test("there is something to look at", () => {
  expect(tree.size).toBeGreaterThan(50);
  for (const place of ["src/domain/time.ts", "emulator/main.ts", "scripts/require-node.mjs"])
    expect([...tree.keys()]).toContain(place);
  const imported = [...tree].flatMap(([path, content]) => importsOf(path, content));
  expect(imported).toContain("src/domain/time.ts");
  expect(imported).toContain("zod");
});

test.each(PROOFS)("$sentence", ({ rule }) => {
  expect(rule(tree)).toEqual([]);
});

test.each(PROOFS)("it would be seen if it were not so: $sentence", (proof) => {
  expect(proof.rule(proof.caught)).toEqual(proof.faults);
  expect(proof.rule(proof.let)).toEqual([]);
});

test("every rule is proved", () => {
  expect(new Set(PROOFS.map(({ rule }) => rule))).toEqual(new Set(Object.values(rules)));
});
