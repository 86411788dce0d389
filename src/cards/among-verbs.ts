import type { Action, ActionOf, Verb } from "./actions.ts";

/** Tells the actions with these verbs from all others. */
export function amongVerbs<V extends Verb>(verbs: readonly V[]) {
  return (action: Action): action is ActionOf<V> =>
    (verbs as readonly Verb[]).includes(action.verb);
}
