import { randomUUID } from "node:crypto";
import { createAddressBook } from "./address-book.ts";
import { createDialogues } from "./dialogues.ts";
import { createEvaluation } from "./evaluation.ts";
import { headsNow } from "./heads.ts";
import { createOutbox } from "./outbox.ts";
import { createReminders } from "./reminders.ts";
import { createResponses } from "./responses.ts";
import { heldUntil } from "./restored.ts";
import type { Database } from "./schema.ts";
import { createClock, createTemplates, probe } from "./small-tables.ts";
import type { Store } from "./store.ts";
import type { Vault } from "./vault.ts";

/** One life of a process that works on a database. */
export type Life = {
  /** Names this process's place among several; the same after a restart. */
  readonly instance: string;
  /** Names this life; when absent a name that nobody else has. */
  readonly session?: string;
  /** False lets everything leave at once, as only tests whose Teams has no limits may. */
  readonly paced?: boolean;
  /** Called when something has been written and not yet committed, for tests that end the process there. */
  readonly step?: (step: "order.written" | "morning.written") => void;
};

/** The one store there is, on a database of either kind. */
export function storeOn(database: Database, vault: Vault, life: Life): Store {
  const { instance, session = randomUUID(), paced = true } = life;
  return {
    dialogues: createDialogues(database, vault, life.step),
    evaluation: createEvaluation(database, vault),
    outbox: createOutbox(database, { instance, session, paced }),
    reminders: createReminders(database, life.step),
    addressBook: createAddressBook(database),
    responses: createResponses(database),
    templates: createTemplates(database),
    clock: createClock(database),
    heads: () => headsNow(database.read),
    held: () => heldUntil(database),
    check: () => probe(database),
    close: () => database.close(),
  };
}
