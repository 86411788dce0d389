import { StoreUnusable } from "./unusable.ts";

/** The database did not answer, so what was under way is done or not; doing the same again, by its keys, tells. */
export class ConnectionLost extends StoreUnusable {}
