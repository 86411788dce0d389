import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { beforeAll, describe, expect, test } from "vitest";
import { temporaryFolder } from "./folder.ts";

const PROGRAM = join(import.meta.dirname, "world.ts");
const MOMENTS = ["opened", "answer-1", "answer-2", "answer-3", "answer-4", "answer-5"] as const;

type Form = { readonly person: string; readonly inputs: Readonly<Record<string, string>> };
/** Five who answer otherwise than each other, in words and in numbers. */
const FORMS: readonly Form[] = [
  { person: "a", inputs: { I1: "5", I2: "4", I12: "a", I12F: "Börja på torget." } },
  { person: "b", inputs: { I1: "1", I12: "c" } },
  { person: "c", inputs: { I1: "3", I2: "dontKnow", I12F: "Ö".repeat(1_000) } },
  { person: "tjp", inputs: { I3: "2" } },
  { person: "reg", inputs: { I1: "4", I2: "4", I3: "4", I12: "b", I12F: "Fler kvällar." } },
];
const [first, , third] = FORMS;
/** The same, but that two people have answered each other's. */
const SWAPPED = FORMS.map((form) => {
  if (form.person === "a" && third) return { ...form, inputs: third.inputs };
  return form.person === "c" && first ? { ...form, inputs: first.inputs } : form;
});

type Row = Readonly<Record<string, unknown>>;
type Dump = Readonly<Record<string, readonly Row[]>>;

/** decisions.md §11, evaluation.md §5: two worlds alike in everything, chance included, but in who answered what. */
describe("the same round with two persons' answers swapped", () => {
  const directory = temporaryFolder();
  const read = (world: string, ...path: readonly string[]) =>
    readFileSync(join(directory(), world, ...path));
  const text = (world: string, ...path: readonly string[]) => read(world, ...path).toString("utf8");
  const dump = (world: string, moment: string) =>
    JSON.parse(text(world, moment, "dump.json")) as Dump;

  beforeAll(async () => {
    for (const [world, forms] of [
      ["one", FORMS],
      ["other", SWAPPED],
    ] as const)
      await promisify(execFile)(process.execPath, [
        PROGRAM,
        join(directory(), world),
        "the same chance",
        JSON.stringify(forms),
      ]);
  }, 120_000);

  test("is the same to the last byte once it has closed: database, its log of writes, backup, dump, log and every card", () => {
    const files = ["dialog.db", "backup.db", "dump.json", "log.txt", "sent.txt"];
    const different = files.filter(
      (file) => !read("one", "closed", file).equals(read("other", "closed", file)),
    );
    expect(different).toEqual([]);
    // Every file of writes gets numbers of SQLite's own chance: what is written in it is compared, page by page.
    const pages = (world: string) => pagesIn(read(world, "closed", "dialog.db-wal"));
    expect(pages("one")).toEqual(pages("other"));
    expect(dump("one", "closed")["internal_response"]).toHaveLength(5 + 3);
  });

  test.each(MOMENTS)(
    "while it is open differs in nothing but sealed bodies of one length: %s",
    (moment) => {
      const [one, other] = [dump("one", moment), dump("other", moment)];
      const bodies = [one, other].flatMap((each) =>
        (each["sealed_answer"] ?? []).map(({ body }) => String(body)),
      );
      expect(new Set(bodies.map(({ length }) => length)).size).toBe(1);
      expect(withoutBodies(one)).toEqual(withoutBodies(other));
      for (const file of ["log.txt", "sent.txt"])
        expect(text("one", moment, file)).toBe(text("other", moment, file));
    },
  );

  test("was really answered differently: the sealed bodies are not the same", () => {
    const bodies = (world: string) =>
      (dump(world, "answer-5")["sealed_answer"] ?? []).map(({ body }) => body);
    expect(bodies("one")).not.toEqual(bodies("other"));
  });

  test("leaves no word of an answer in any file while it is open, and nothing sealed when it has closed", () => {
    const holds = (moment: string, words: string) =>
      ["dialog.db", "dialog.db-wal", "backup.db", "log.txt", "sent.txt"].filter((file) =>
        read("one", moment, file).includes(words),
      );
    for (const moment of MOMENTS) expect(holds(moment, "Fler kv")).toEqual([]);
    expect(holds("closed", "Fler kv")).toEqual(["dialog.db", "backup.db"]);
    for (const { body } of dump("one", "answer-5")["sealed_answer"] ?? [])
      expect(holds("closed", String(body).slice(0, 64))).toEqual([]);
  });
});

const HEADER_BYTES = 32;
const FRAME_HEADER_BYTES = 24;

/** The pages of a log of writes with their numbers, in order (SQLite's file format, 4.1). */
function pagesIn(log: Buffer): readonly string[] {
  if (log.length === 0) return [];
  const pageBytes = log.readUInt32BE(8);
  const pages: string[] = [];
  for (let at = HEADER_BYTES; at < log.length; at += FRAME_HEADER_BYTES + pageBytes) {
    const page = log.subarray(at + FRAME_HEADER_BYTES, at + FRAME_HEADER_BYTES + pageBytes);
    pages.push(`${log.readUInt32BE(at)} ${page.toString("base64")}`);
  }
  return pages;
}

function withoutBodies(dump: Dump): Dump {
  const sealed = (dump["sealed_answer"] ?? []).map((row) => ({ ...row, body: "" }));
  return { ...dump, sealed_answer: sealed };
}
