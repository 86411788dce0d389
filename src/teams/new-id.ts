import { randomUUID } from "node:crypto";

/** An id for something a form or a button may make, given when it is drawn (decisions.md §5.6). */
export function newId(): string {
  return randomUUID();
}
