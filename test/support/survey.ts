import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createLog } from "../../src/log.ts";
import type { Instant } from "../../src/domain/time.ts";
import { createPublicPages } from "../../src/public/pages.ts";
import { openSqliteStore } from "../../src/store/sqlite.ts";
import { HttpAdapter } from "../../src/teams/http-adapter.ts";
import { DIALOGUE, type Step } from "./given.ts";
import { openHandled } from "./handled.ts";
import { momentOf } from "./played.ts";
import { invited } from "./whole-plan.ts";

/** While E1's survey is open, and E2 is still to come. */
export const OPEN = "2027-05-13 10:00";

/**
 * The public pages of a dialogue whose invitation is out, on the bot's own HTTP server with a real store and handle:
 * what Teams has to do with it is left out. Nothing is closed by itself: call `close`.
 */
export async function openSurvey(
  options: {
    readonly steps?: readonly Step[];
    readonly languages?: readonly string[];
    readonly contact?: string;
    readonly limits?: { readonly eachAddress: number; readonly all: number };
  } = {},
) {
  const directory = mkdtempSync(join(tmpdir(), "dialoglotsen-"));
  let now: Instant = momentOf("2027-01-11 09:00");
  const store = await openSqliteStore({
    path: join(directory, "dialog.db"),
    instance: "test",
    paced: false,
  });
  const { handle, run, id } = await openHandled(store, async () => now);
  await run(DIALOGUE, [...invited.map(askingAll), ...(options.steps ?? [])]);
  now = momentOf(OPEN);
  const lines: string[] = [];
  const log = createLog({ level: "debug", write: (line) => void lines.push(line) });
  const adapter = new HttpAdapter({
    host: "127.0.0.1",
    log,
    frontDoor: async (_, next) => next({ body: undefined, headers: {} }),
  });
  const origin = () => `http://127.0.0.1:${adapter.port}`;
  const handler = createPublicPages({
    responses: store.responses,
    load: handle.load,
    processOf: handle.processOf,
    directory: () => store.addressBook.directory(),
    now: async () => now,
    publicUrl: origin,
    languages: options.languages ?? [],
    contact: options.contact,
    random: randomBytes,
    log,
    ...(options.limits ? { limits: options.limits } : {}),
  });
  for (const method of ["GET", "POST"] as const)
    adapter.addRoute({ method, path: "/u/*", handler });
  await adapter.start(0);

  /** Sends a form as a browser does, from the page's own origin. */
  async function send(
    address: string,
    fields: Readonly<Record<string, string>>,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Response> {
    return fetch(address, {
      method: "POST",
      body: new URLSearchParams(fields),
      headers: { origin: origin(), ...headers },
      redirect: "manual",
    });
  }

  return {
    directory,
    store,
    handle,
    id,
    lines,
    adapter,
    origin,
    send,
    at: (local: string) => {
      now = momentOf(local);
    },
    /** Gives orders as the ticker or a person of the story would. */
    order: (actor: string, ...commands: readonly Step[1][]) =>
      handle.order({
        dialogueId: DIALOGUE,
        commands,
        actor: actor === "system" ? actor : id(actor),
      }),
    linkOf: async (roundId = "e1") =>
      `${origin()}/u/${await store.responses.linkOf(DIALOGUE, roundId)}`,
    answers: (roundId = "e1") => store.responses.responsesOf(DIALOGUE, roundId),
    close: async () => {
      await adapter.stop();
      await store.close();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

/** The evaluation plan of the whole plan asks some questions; here it asks them all. */
function askingAll(step: Step): Step {
  const [actor, command, now] = step;
  if (command.type !== "RecordItems") return step;
  const entries = command.entries.map((entry) =>
    "participantQuestions" in entry.values
      ? { ...entry, values: { ...entry.values, participantQuestions: ALL_QUESTIONS } }
      : entry,
  );
  return [actor, { ...command, entries }, ...(now === undefined ? [] : [now])] as unknown as Step;
}
const ALL_QUESTIONS = "P1,P2,P3,P4,P5,P6,P7,P8,P9,PF";

export type OpenedSurvey = Awaited<ReturnType<typeof openSurvey>>;

/** The hidden token of a form that was drawn. */
export function tokenIn(page: string): string {
  return /name="token" value="([0-9a-f]{32})"/u.exec(page)?.[1] ?? "";
}
