/** What can be asked in words. */
export type TextCommand =
  | "help"
  | "newDialogue"
  | "overview"
  | "tasks"
  | "newTask"
  | "who"
  | "moveHere"
  | "timeline"
  | "reminders"
  | "undelivered"
  | "example";

/** The first word of each is the one that is shown; the others are understood too. */
export const COMMAND_WORDS: {
  readonly [command in TextCommand]: {
    readonly sv: readonly string[];
    readonly en: readonly string[];
  };
} = {
  help: { sv: ["hjälp", "hjalp", "hej", "?"], en: ["help", "hello", "hi"] },
  newDialogue: {
    sv: ["ny dialog", "ny medborgardialog", "starta"],
    en: ["new dialogue", "new dialog", "start"],
  },
  overview: { sv: ["översikt", "oversikt"], en: ["overview", "status"] },
  tasks: { sv: ["mina uppgifter", "uppgifter"], en: ["my tasks", "tasks"] },
  newTask: { sv: ["ny uppgift", "lägg till uppgift"], en: ["new task", "add task"] },
  who: { sv: ["vem gör vad", "vem gor vad"], en: ["who does what"] },
  moveHere: { sv: ["flytta hit"], en: ["move here"] },
  timeline: { sv: ["historik", "tidslinje"], en: ["history", "timeline"] },
  reminders: { sv: ["påminnelser", "paminnelser"], en: ["reminders"] },
  undelivered: { sv: ["ej levererat", "inte levererat"], en: ["undelivered"] },
  example: { sv: ["exempel", "prova"], en: ["example", "try"] },
};

/** The command that the words are; undefined for anything else. Capitals, extra spaces and a full stop do not matter. */
export function readCommand(text: string): TextCommand | undefined {
  const words = text
    .normalize("NFC")
    .toLocaleLowerCase("sv-SE")
    .replaceAll(/\s+/gu, " ")
    .replace(/[.!\s]+$/u, "")
    .trim();
  const commands = Object.entries(COMMAND_WORDS) as [
    TextCommand,
    (typeof COMMAND_WORDS)[TextCommand],
  ][];
  return commands.find(([, { sv, en }]) => sv.includes(words) || en.includes(words))?.[0];
}
