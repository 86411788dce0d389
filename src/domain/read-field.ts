import { CHARACTER_LIMITS, type Fault, isBlank, partOf, type Surroundings } from "./fields.ts";
import type { Field } from "./template.ts";
import { written } from "./text.ts";
import { instantOf, MalformedTimeError, parseLocalDate } from "./time.ts";
import type { ChosenOrOther, Input, Link, Value } from "./value.ts";

export type Read = { readonly value: Value } | { readonly faults: readonly Fault[] };

const empty: Read = { value: null };
const fault = (name: Fault["fault"], more: Omit<Fault, "fault"> = {}): Read => ({
  faults: [{ fault: name, ...more }],
});

/** What a person handed in for a field, as the value it means (decisions.md §5.7, §5.8); blank means null. Never throws, never cuts. */
export function readField(field: Field, input: Input, around: Surroundings): Read {
  if (field.computed || field.constant !== undefined) return fault("unknownField");
  if (field.other) return readChosenOrOther(field, input);
  if (field.list) return readChoices(field, input, around);
  switch (field.type) {
    case "text":
    case "longtext":
      return readText(field, partOf(input), CHARACTER_LIMITS[field.type]);
    case "int":
    case "money":
    case "percent":
      return readNumber(field, partOf(input));
    case "bool":
      return readBool(partOf(input));
    case "date":
      return readDate(partOf(input));
    case "datetime":
      return readDatetime(input);
    case "docRef":
      return readLink(input);
    case "enum":
    case "userRef":
    case "bodyRef":
    case "lang":
    case "role":
    case "lessonRef":
      return readChoice(field, partOf(input).trim(), around);
    case "record":
      return fault("unknownField");
  }
}

function readText(field: Field, input: string, limit: number): Read {
  const text = written(input);
  if (text.text.trim() === "") return empty;
  const actual = text.text.length;
  if (actual > limit) return fault("tooLong", { limit, actual });
  if (field.pattern !== undefined && !new RegExp(`^(?:${field.pattern})$`, "u").test(text.text))
    return fault("wrongPattern");
  return { value: text };
}

/** Digits, spaces (also no-break and thin) and one decimal comma; whole numbers only where the type is whole. */
function readNumber(field: Field, input: string): Read {
  const digits = input.replaceAll(/[\s\u00a0\u202f]/gu, "");
  if (digits === "") return empty;
  if (!/^-?\d{1,12}(?:,0+)?$/u.test(digits)) return fault("notANumber");
  const number = Number(digits.split(",")[0]);
  const least = field.min ?? (field.type === "int" ? undefined : 0);
  const most = field.max ?? (field.type === "percent" ? 100 : undefined);
  if (least !== undefined && number < least)
    return fault("tooSmall", { limit: least, actual: number });
  if (most !== undefined && number > most)
    return fault("tooLarge", { limit: most, actual: number });
  return { value: number };
}

function readBool(input: string): Read {
  if (input === "") return empty;
  if (input === "true") return { value: true };
  if (input === "false") return { value: false };
  return fault("notAChoice");
}

function readDate(input: string): Read {
  const date = input.trim();
  if (date === "") return empty;
  return isLocalDate(date) ? { value: date } : fault("notADate");
}

function isLocalDate(text: string): boolean {
  try {
    parseLocalDate(text);
    return true;
  } catch (error) {
    if (error instanceof MalformedTimeError) return false;
    throw error;
  }
}

function readDatetime(input: Input): Read {
  const date = partOf(input, "date").trim();
  const time = partOf(input, "time").trim();
  if (date === "" && time === "") return empty;
  if (!isLocalDate(date) || !/^([01]\d|2[0-3]):[0-5]\d$/u.test(time)) return fault("notADate");
  return { value: instantOf(date, time) };
}

function readLink(input: Input): Read {
  const [title, url, version] = ["title", "url", "version"].map((part) =>
    written(partOf(input, part).trim()),
  ) as [{ text: string }, { text: string }, { text: string }];
  if (title.text === "" && url.text === "" && version.text === "") return empty;
  const faults: Fault[] = [
    tooLong(title.text, CHARACTER_LIMITS.linkTitle),
    tooLong(url.text, CHARACTER_LIMITS.linkUrl),
    tooLong(version.text, CHARACTER_LIMITS.version),
  ].filter((one) => one !== undefined);
  if (title.text === "") faults.push({ fault: "missing" });
  if (!isHttpsAddress(url.text)) faults.push({ fault: "notALink" });
  if (faults.length > 0) return { faults };
  const link: Link = { title, url, ...(version.text === "" ? {} : { version }) };
  return { value: link };
}

function tooLong(text: string, limit: number): Fault | undefined {
  const actual = text.length;
  return actual > limit ? { fault: "tooLong", limit, actual } : undefined;
}

function isHttpsAddress(text: string): boolean {
  return URL.canParse(text) && new URL(text).protocol === "https:" && !/\s/u.test(text);
}

function readChoice(field: Field, chosen: string, around: Surroundings): Read {
  if (chosen === "") return empty;
  const wrong = checkChoice(field, chosen, around);
  return wrong === undefined ? { value: chosen } : fault(wrong);
}

function checkChoice(
  field: Field,
  chosen: string,
  around: Surroundings,
): Fault["fault"] | undefined {
  if (field.type === "userRef") return around.checkPerson(chosen, field);
  if (field.type === "bodyRef") return around.bodies.includes(chosen) ? undefined : "notAChoice";
  if (field.type === "lang")
    return /^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,4}$/u.test(chosen) ? undefined : "notAChoice";
  if (field.options?.some(({ value }) => value === chosen)) return undefined;
  // People may be named beside the roles (decisions.md §5.4).
  if (field.type === "role" && field.from) return around.checkPerson(chosen, field);
  const rows = field.choicesFrom ? around.rowIds(field.choicesFrom) : [];
  return rows.includes(chosen) ? undefined : "notAChoice";
}

/** Several choices come as an array or joined by commas, as Teams sends them; repeated ones count once. */
function readChoices(field: Field, input: Input, around: Surroundings): Read {
  const parts = Array.isArray(input) ? (input as readonly string[]) : partOf(input).split(",");
  const chosen = [...new Set(parts.map((part) => part.trim()).filter((part) => part !== ""))];
  if (chosen.length === 0) return empty;
  if (field.max !== undefined && field.type !== "int" && chosen.length > field.max)
    return fault("tooMany", { limit: field.max, actual: chosen.length });
  if (field.type === "int") return readNumbers(chosen);
  const faults = chosen
    .map((one) => checkChoice(field, one, around))
    .filter((wrong) => wrong !== undefined)
    .map((wrong): Fault => ({ fault: wrong }));
  if (faults.length > 0) return { faults };
  if (isBlank(chosen, field.min))
    return fault("tooFew", { limit: field.min ?? 1, actual: chosen.length });
  return { value: chosen };
}

function readNumbers(chosen: readonly string[]): Read {
  if (!chosen.every((one) => /^\d{1,4}$/u.test(one))) return fault("notANumber");
  return { value: chosen.map(Number).toSorted((a, b) => a - b) };
}

function readChosenOrOther(field: Field, input: Input): Read {
  const chosen = partOf(input, "chosen")
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "");
  const other = written(partOf(input, "other").trim());
  if (chosen.length === 0 && other.text === "") return empty;
  const long = tooLong(other.text, CHARACTER_LIMITS.text);
  if (long) return { faults: [long] };
  if (chosen.some((one) => !field.options?.some(({ value }) => value === one)))
    return fault("notAChoice");
  const value: ChosenOrOther = { chosen, ...(other.text === "" ? {} : { other }) };
  return { value };
}
