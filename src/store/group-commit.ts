import { setImmediate as nextTurn } from "node:timers/promises";
import { CompiledQuery } from "kysely";
import type { Queries } from "./schema.ts";

type Work<T> = (queries: Queries) => Promise<T>;
type Job = {
  readonly work: Work<unknown>;
  readonly resolve: (value: unknown) => void;
  readonly reject: (reason: unknown) => void;
};

const MOST_TOGETHER = 64;
const MARK = CompiledQuery.raw("savepoint work");
const KEEP = CompiledQuery.raw("release work");
const UNDO = CompiledQuery.raw("rollback to work");

export type GroupCommit = {
  readonly write: <T>(work: Work<T>) => Promise<T>;
  /** Resolves when nothing is waiting or under way. */
  readonly settled: () => Promise<void>;
};

/**
 * Runs what is asked for during one turn of the event loop in one transaction, each piece behind a savepoint of its own,
 * so that presses made at once share the wait for the disk. A piece that fails leaves nothing and harms no other.
 */
export function groupCommit(queries: Queries): GroupCommit {
  const waiting: Job[] = [];
  let running: Promise<void> | undefined;

  async function run(): Promise<void> {
    while (waiting.length > 0) {
      await nextTurn();
      await commitTogether(queries, waiting.splice(0, MOST_TOGETHER));
    }
    running = undefined;
  }

  return {
    write: <T>(work: Work<T>) =>
      new Promise<T>((resolve, reject) => {
        waiting.push({ work, resolve: resolve as (value: unknown) => void, reject });
        running ??= run();
      }),
    settled: () => running ?? Promise.resolve(),
  };
}

/** Settles every job and never rejects. */
async function commitTogether(queries: Queries, jobs: readonly Job[]): Promise<void> {
  const [first] = jobs;
  if (!first) return;
  try {
    const settle =
      jobs.length === 1 ? [await alone(queries, first)] : await together(queries, jobs);
    for (const tell of settle) tell();
  } catch (error) {
    if (!(error instanceof LostTransaction)) {
      for (const job of jobs) job.reject(error);
      return;
    }
    error.job.reject(error.cause);
    for (const job of jobs) if (job !== error.job) await commitTogether(queries, [job]);
  }
}

async function alone(queries: Queries, job: Job): Promise<() => void> {
  const value = await queries.transaction().execute(job.work);
  return () => job.resolve(value);
}

async function together(queries: Queries, jobs: readonly Job[]): Promise<(() => void)[]> {
  return queries.transaction().execute(async (transaction) => {
    const settle: (() => void)[] = [];
    for (const job of jobs) {
      await transaction.executeQuery(MARK);
      try {
        const value = await job.work(transaction);
        settle.push(() => job.resolve(value));
      } catch (error) {
        await undo(transaction, job, error);
        settle.push(() => job.reject(error));
      }
      await transaction.executeQuery(KEEP);
    }
    return settle;
  });
}

/** A full disk makes SQLite give up the whole transaction, savepoints and all: then the others are run again. */
async function undo(transaction: Queries, job: Job, cause: unknown): Promise<void> {
  try {
    await transaction.executeQuery(UNDO);
  } catch {
    throw new LostTransaction(job, cause);
  }
}

class LostTransaction extends Error {
  override readonly name = "LostTransaction";
  readonly job: Job;

  constructor(job: Job, cause: unknown) {
    super("The transaction was lost with this piece of work.", { cause });
    this.job = job;
  }
}
