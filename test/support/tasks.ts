import type { TaskCommand } from "../../src/domain/task.ts";
import type { Inputs } from "../../src/domain/value.ts";

/** A new task for B, unless something else is said. */
export const add = (taskId: string, values: Inputs = {}): TaskCommand => ({
  type: "AddTask",
  taskId,
  values: { title: "Boka lokal", owner: "b", ...values },
});
export const complete = (taskId: string): TaskCommand => ({ type: "CompleteTask", taskId });
export const reopen = (taskId: string): TaskCommand => ({ type: "ReopenTask", taskId });
export const cancel = (taskId: string, reason = "Behövs inte längre"): TaskCommand => ({
  type: "CancelTask",
  taskId,
  reason,
});
export const handOver = (taskId: string, owner: string, revision = 0, word = ""): TaskCommand => ({
  type: "HandOverTask",
  taskId,
  revision,
  values: { owner, word },
});
export const moveTo = (
  taskId: string,
  due: string,
  revision = 0,
  reason = "Lokalen är upptagen",
): TaskCommand => ({ type: "MoveTask", taskId, revision, values: { due, reason } });
