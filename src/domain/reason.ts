import { CHARACTER_LIMITS } from "./fields.ts";
import { Rejection } from "./rejection.ts";
import { written, type WrittenText } from "./text.ts";

/** A reason somebody must give, as it is kept; refuses none (E-REASON) and one that is too long (E-FIELD). */
export function reasonOf(
  words: string,
  at: { readonly itemId: string; readonly field: string },
): WrittenText {
  const reason = written(words);
  if (reason.text.trim() === "") throw new Rejection({ code: "E-REASON", faults: [] });
  const [limit, actual] = [CHARACTER_LIMITS.longtext, reason.text.length];
  if (actual > limit)
    throw new Rejection({ code: "E-FIELD", faults: [{ ...at, fault: "tooLong", limit, actual }] });
  return reason;
}
