import type { FieldFault } from "./rejection.ts";
import type { Values } from "./value.ts";

/** Rules of single rows that no field can state by itself: the faults that keep the row from being written. */
export function rowFaults(
  {
    itemId,
    field,
    rowId,
  }: { readonly itemId: string; readonly field: string; readonly rowId: string },
  values: Values,
): readonly FieldFault[] {
  const { start, end } = values;
  const ends = itemId === "plan.events" && typeof start === "string" && typeof end === "string";
  if (ends && end <= start) return [{ itemId, field: "end", rowId, fault: "endsBeforeStart" }];
  // The notice board carries what the law lists and nothing else (process.md §8, KL 8:10–11).
  const announced =
    itemId === "plan.communication" &&
    field === "commItems" &&
    values.purpose === "invite" &&
    values.channel === "notice_board";
  return announced ? [{ itemId, field: "channel", rowId, fault: "notOnNoticeBoard" }] : [];
}
