import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { type Calendar, createCalendar } from "../domain/calendar.ts";
import type { Template } from "../domain/template.ts";
import { checkTemplate, hashInput } from "../domain/template-check.ts";
import type { Store } from "./store.ts";

export type Process = {
  readonly template: Template;
  readonly hash: string;
  readonly calendar: Calendar;
};

export type Processes = {
  /** The process new dialogues start with. */
  readonly current: Process;
  /** The one a running dialogue keeps (decisions.md §12.1). Rejects for a hash that was never kept. */
  readonly byHash: (hash: string) => Promise<Process>;
};

/** The process template cannot be used; the message lists every fault. */
export class TemplateError extends Error {
  override readonly name = "TemplateError";
}

/** Reads a municipality's own process template, which may strengthen the built-in one and not weaken it (decisions.md §12.1). Throws TemplateError. */
export async function readTemplate(path: string, builtIn: Template): Promise<Template> {
  let candidate: unknown;
  try {
    candidate = JSON.parse(await readFile(path, "utf8"));
  } catch (cause) {
    throw new TemplateError(`PROCESS_TEMPLATE: the file ${path} cannot be read as JSON.`, {
      cause,
    });
  }
  const checked = checkTemplate(candidate, builtIn);
  if (checked.ok) return checked.template;
  const faults = checked.faults.map((fault) => `  ${fault}`).join("\n");
  throw new TemplateError(
    `PROCESS_TEMPLATE: the file ${path} has faults. Mend them and start again.\n${faults}`,
  );
}

/** Keeps the template under its hash and gives every dialogue the one it started with. Refuses the same version with other content. */
export async function openProcesses(
  templates: Store["templates"],
  template: Template,
): Promise<Processes> {
  const current = processOf(template);
  const { id, version } = template;
  await templates.keep({ id, version, hash: current.hash, body: JSON.stringify(template) });
  const known = new Map([[current.hash, current]]);

  async function byHash(hash: string): Promise<Process> {
    const found = known.get(hash);
    if (found) return found;
    const body = await templates.body(hash);
    if (body === undefined)
      throw new Error(
        `No process template is kept under ${hash}; restore the database it came with.`,
      );
    // It was checked before it was kept.
    const kept = processOf(JSON.parse(body) as Template);
    known.set(hash, kept);
    return kept;
  }

  return { current, byHash };
}

function processOf(template: Template): Process {
  const { klamdagPolicy, quietWeeks } = template.calendar;
  const calendar = createCalendar({
    klamdagPolicy,
    quietWeeks: { first: quietWeeks[0], last: quietWeeks[1] },
  });
  return {
    template,
    hash: createHash("sha256").update(hashInput(template)).digest("hex"),
    calendar,
  };
}
