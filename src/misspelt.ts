/** The SDK's own switch for no token check. It is overridden in code too, but whoever sets it expects something else. */
const NO_TOKEN_CHECK = "DANGEROUSLY_ALLOW_UNAUTHENTICATED_REQUESTS";

/** Misspelt variables would be ignored in silence, and a forgotten allow-list is the worst of them. */
export function strangers(
  env: { readonly [variable: string]: string | undefined },
  known: readonly string[],
): { readonly variable: string; readonly problem: string }[] {
  return Object.keys(env).flatMap((variable) => {
    if (env[variable] === undefined || known.includes(variable)) return [];
    if (variable === NO_TOKEN_CHECK)
      return [{ variable, problem: "would switch the token check off; remove it" }];
    const meant = known.find((name) => name.length >= 8 && isSlipOf(variable, name));
    return meant ? [{ variable, problem: `is unknown; ${meant} was meant, or remove it` }] : [];
  });
}

/** True when one letter is missing, added or wrong, or the case differs. */
function isSlipOf(written: string, meant: string): boolean {
  const [short, long] = [written.toUpperCase(), meant].toSorted((a, b) => a.length - b.length);
  if (short === undefined || long === undefined || long.length - short.length > 1) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at++;
  const skip = long.length === short.length ? 1 : 0;
  return short.slice(at + skip) === long.slice(at + 1);
}
