import type { Minutes } from "./acts.ts";
import type { Group } from "./stationstorget-plan.ts";
import type { Story } from "./story.ts";
import type { Telling } from "./told.ts";

/** What is said in scenario 2, and who says it (scenarios.md). */
export const TITLE = "Ny grundskola: var ska den ligga?";
export const MEMBERS = {
  a: "Anna Lindqvist",
  b: "Behzad Karimi",
  c: "Cecilia Nyström",
  d: "David Holmgren",
  e: "Elif Demir",
  f: "Fredrik Ståhl",
  g: "Gunilla Åkerblom",
  h: "Hodan Abdi",
} as const;
export type Member = keyof typeof MEMBERS;

export const MINUTES: Minutes = {
  decision: {
    "Nämnd, styrelse eller fullmäktige": "Kommunstyrelsen",
    Sammanträdesdag: "2027-09-06",
    Paragraf: "§ 141",
    Diarienummer: "KS 2027-0312",
    "Så fattades beslutet": "Vid sammanträdet",
    "Beslutet, ord för ord": "Kommunstyrelsen beslutar att hålla en medborgardialog om läget.",
  },
  budget: { "Budget i kronor": "220 000", "Pengarna tas från": "Kommunstyrelsens driftbudget" },
  group: {
    Ledamöter: Object.values(MEMBERS).join("; "),
    Ordförande: MEMBERS.a,
    "Grad av inflytande": "Dialog – resonera",
  },
  assignment: { "Uppdraget står i beslutet": "Ja", Förvaltningschef: "Margareta Öberg" },
};
/** The final decision as it stands in the minutes of KS, who prepares it, or of KF, who takes it. */
export const finalMinutes = (body: string, meeting: string, paragraph: string) => ({
  "Nämnd, styrelse eller fullmäktige": body,
  Sammanträdesdag: meeting,
  Paragraf: paragraph,
  Diarienummer: "KS 2027-0312",
  "Så fattades beslutet": "Vid sammanträdet",
  "Beslutet, ord för ord": "Skolan byggs på plats 1.",
});

export const GROUPS: readonly Group[] = [
  ["Elever 10–15 år i norra kommundelen", "4", "1", "30"],
  ["Vårdnadshavare som inte talar svenska", "4", "1", "30"],
  ["Vårdnadshavare i övrigt", "4", "3", "15"],
  ["Skolpersonal", "3", "4", "10"],
  ["Grannar till de tre platserna", "3", "4", "15"],
];

export const THEMES = ["Säker skolväg", "Nära till bussen", "Plats 3 vid sjön"] as const;

/** The eleven who are asked in the internal evaluation. */
export const INTERNAL: readonly string[] = [
  ...Object.values(MEMBERS),
  "Tove Johansson",
  "Samira Haddad",
  "Petra Lundgren",
];

/** As the plan has them: E1 is an open house, E2 the pupils' own, E3 on the net. */
export const OCCASIONS = [
  occasion("2027-11-16", "18:30", "21:00", "På plats", MEMBERS.a),
  occasion("2027-11-18", "13:00", "14:30", "På plats", MEMBERS.h),
  occasion("2027-11-23", "18:30", "20:00", "Digitalt", MEMBERS.d),
] as const;

function occasion(date: string, start: string, end: string, form: string, host: string) {
  return {
    "Börjar: datum": date,
    "Börjar: tid": start,
    "Slutar: datum": date,
    "Slutar: tid": end,
    Plats: "Norra skolan",
    Form: form,
    "Förtroendevald värd": host,
  } as const;
}

export type Told = Telling<ReturnType<typeof castOf>>;

export function castOf(story: Pick<Story, "person">) {
  const seats = new Map<Member, ReturnType<Story["person"]>>();
  return {
    anna: story.person(MEMBERS.a),
    registrar: story.person("Petra Lundgren"),
    head: story.person("Margareta Öberg"),
    tove: story.person("Tove Johansson"),
    kom: story.person("Samira Haddad"),
    /** Each of the group at one client, whose open dialog is kept. */
    member: (who: Member) => {
      const seat = seats.get(who) ?? story.person(MEMBERS[who]);
      seats.set(who, seat);
      return seat;
    },
  };
}
