import type { Pressed } from "../cards/actions.ts";
import type { Language } from "../cards/view.ts";
import type { Presser } from "./people.ts";

/** One press by one person, read and known to be ours. */
export type Press = Pressed & {
  readonly presser: Presser;
  readonly language: Language;
  /** The activity's id; the same one never acts twice. */
  readonly inboundId: string;
  readonly inDialog: boolean;
};

/** One person who wrote something in words. */
export type Writer = Pick<Press, "presser" | "language" | "inboundId">;
