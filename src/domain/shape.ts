/** Looks at one value and writes down what is wrong with it, one line a fault, beginning with the path. Never throws. */
export type Shape = (value: unknown, path: string, faults: string[]) => void;

type Keys = { readonly [key: string]: Shape };

/** An object with all of the first keys, maybe some of the second, and no others. */
export function objectOf(required: Keys, optional: Keys = {}): Shape {
  return (value, path, faults) => {
    if (!isRecord(value)) {
      faults.push(`${path}: must be an object`);
      return;
    }
    for (const key of Object.keys(required)) {
      if (!Object.hasOwn(value, key)) faults.push(`${path}.${key}: is missing`);
    }
    for (const [key, part] of Object.entries(value)) {
      const shape = own(required, key) ?? own(optional, key);
      if (shape) shape(part, `${path}.${key}`, faults);
      else faults.push(`${path}.${key}: is not known here; remove it`);
    }
  };
}

/** An object whose keys are free and whose values have one shape; at most `most` keys. */
export function mapOf(part: Shape, most: number): Shape {
  return (value, path, faults) => {
    if (!isRecord(value)) {
      faults.push(`${path}: must be an object`);
      return;
    }
    const entries = Object.entries(value);
    if (entries.length > most) faults.push(`${path}: holds ${entries.length}, at most ${most}`);
    for (const [key, one] of entries) part(one, `${path}.${key}`, faults);
  };
}

/** A list with at least `least` and at most `most` values of one shape. */
export function listOf(part: Shape, least: number, most: number): Shape {
  return (value, path, faults) => {
    if (!Array.isArray(value)) {
      faults.push(`${path}: must be a list`);
      return;
    }
    if (value.length < least || value.length > most)
      faults.push(`${path}: holds ${value.length}, must hold ${least} to ${most}`);
    for (const [index, one] of (value as readonly unknown[]).entries())
      part(one, `${path}[${nameOf(one, index)}]`, faults);
  };
}

/** One of the given words. */
export function oneOf(...words: readonly string[]): Shape {
  return (value, path, faults) => {
    if (typeof value !== "string" || !words.includes(value))
      faults.push(`${path}: must be one of ${words.join(", ")}`);
  };
}

/** Words with at least one character that shows, at most `most` characters. */
export function wordsUpTo(most: number): Shape {
  return (value, path, faults) => {
    if (typeof value !== "string" || value.trim() === "") faults.push(`${path}: must be words`);
    else if (value.length > most)
      faults.push(`${path}: has ${value.length} characters, at most ${most}`);
  };
}

/** Text that matches the whole pattern; `what` says how it should look. */
export function matching(pattern: RegExp, what: string): Shape {
  return (value, path, faults) => {
    if (typeof value !== "string" || !pattern.test(value)) faults.push(`${path}: must be ${what}`);
  };
}

/** A whole number from `least` to `most`. */
export function wholeNumber(least: number, most: number): Shape {
  return (value, path, faults) => {
    if (!Number.isSafeInteger(value) || (value as number) < least || (value as number) > most)
      faults.push(`${path}: must be a whole number from ${least} to ${most}`);
  };
}

/** Only `true`; what is not so is left out. */
export function onlyTrue(value: unknown, path: string, faults: string[]): void {
  if (value !== true) faults.push(`${path}: must be true, or be removed`);
}

/** Whichever of the shapes fits; `what` says it in words when none does. */
export function eitherOf(what: string, ...shapes: readonly Shape[]): Shape {
  return (value, path, faults) => {
    const fits = shapes.some((shape) => {
      const own: string[] = [];
      shape(value, path, own);
      return own.length === 0;
    });
    if (!fits) faults.push(`${path}: must be ${what}`);
  };
}

/** A word, a whole or broken number, or true and false. */
export function plainValue(value: unknown, path: string, faults: string[]): void {
  const plain =
    typeof value === "boolean" ||
    (typeof value === "number" && Number.isFinite(value)) ||
    (typeof value === "string" && value.length <= 300);
  if (!plain) faults.push(`${path}: must be true, false, a number or a short text`);
}

function isRecord(value: unknown): value is { readonly [key: string]: unknown } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function own(keys: Keys, key: string): Shape | undefined {
  return Object.hasOwn(keys, key) ? keys[key] : undefined;
}

/** In a path, what has an id or a name is called by it, so that a person finds it in the file. */
function nameOf(value: unknown, index: number): string {
  if (!isRecord(value)) return String(index);
  const name = value.id ?? value.name ?? value.value;
  return typeof name === "string" && /^[\w.-]{1,60}$/u.test(name) ? name : String(index);
}
