type Typed = { readonly type: string };

/** Tells the facts, or orders, of one kind from all others by their types. */
export function amongTypes<Kind extends Typed>(...types: readonly Kind["type"][]) {
  const known: ReadonlySet<string> = new Set(types);
  return <One extends Typed>(one: One): one is Extract<One, { readonly type: Kind["type"] }> =>
    known.has(one.type);
}
