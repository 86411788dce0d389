import type { Tables } from "./list-tables.ts";
import { INTERNAL, MEMBERS } from "./ny-grundskola.ts";

const CHAIR = [MEMBERS.a];
const TJP = ["Tove Johansson"];
const KOM = ["Samira Haddad"];
const REG = ["Petra Lundgren"];

/** scenarios.md, scenario 2, "Påminnelser som ska skickas" as it stands there. */
export const NY_GRUNDSKOLA_TABLES: Tables = {
  reminders: `
  | 2027-09-13 mån | 08:30 | 2027-09-13T06:30Z | R1 | D01 | FC |
  | 2027-09-21 tis | 08:30 | 2027-09-21T06:30Z | R1 | D02 | TJP |
  | 2027-09-29 ons | 08:30 | 2027-09-29T06:30Z | R1 | D03 | Ordf |
  | 2027-10-05 tis | 08:30 | 2027-10-05T06:30Z | R2 | D03 | Ordf |
  | 2027-10-06 ons | 08:30 | 2027-10-06T06:30Z | R3 | D03 | Ordf |
  | 2027-10-07 tors | 08:30 | 2027-10-07T06:30Z | R4 | D03 | Ordf, TJP |
  | 2027-10-14 tors | 08:30 | 2027-10-14T06:30Z | R2 | D05 | Ordf |
  | 2027-10-19 tis | 08:30 | 2027-10-19T06:30Z | R1 | D06 | KOM |
  | 2027-10-25 mån | 08:30 | 2027-10-25T06:30Z | R2 | D06 | KOM |
  | 2027-10-26 tis | 08:30 | 2027-10-26T06:30Z | R3 | D06 | KOM |
  | 2027-11-12 fre | 08:30 | 2027-11-12T07:30Z | E-påm | E1 | styrgruppen, TJP |
  | 2027-11-16 tis | 08:30 | 2027-11-16T07:30Z | E-påm | E2 | styrgruppen, TJP |
  | 2027-11-17 ons | 08:30 | 2027-11-17T07:30Z | R2 | D08.1 | TJP |
  | 2027-11-18 tors | 08:30 | 2027-11-18T07:30Z | R3 | D08.1 | TJP |
  | 2027-11-19 fre | 08:30 | 2027-11-19T07:30Z | R2 | D08.2 | TJP |
  | 2027-11-19 fre | 08:30 | 2027-11-19T07:30Z | E-påm | E3 | styrgruppen, TJP |
  | 2027-11-22 mån | 08:30 | 2027-11-22T07:30Z | R3 | D08.2 | TJP |
  | 2027-11-24 ons | 08:30 | 2027-11-24T07:30Z | R2 | D08.3 | TJP |
  | 2027-11-25 tors | 08:30 | 2027-11-25T07:30Z | R3 | D08.3 | TJP |
  | 2027-12-07 tis | 08:30 | 2027-12-07T07:30Z | R1 | D10 | TJP |
  | 2027-12-13 mån | 08:30 | 2027-12-13T07:30Z | R2 | D10 | TJP |
  | 2027-12-14 tis | 08:30 | 2027-12-14T07:30Z | R1 | D11 | Ordf |
  | 2027-12-20 mån | 08:30 | 2027-12-20T07:30Z | R2 | D11 | Ordf |
  | 2028-02-14 mån | 08:30 | 2028-02-14T07:30Z | R1 | D14 | Ordf |
  | 2028-02-18 fre | 08:30 | 2028-02-18T07:30Z | R2 | D14 | Ordf |
  | 2028-02-21 mån | 08:30 | 2028-02-21T07:30Z | utskick | D15 | alla inbjudna (11) |
  | 2028-02-28 mån | 08:30 | 2028-02-28T07:30Z | R1 | D15 | 6 som inte svarat |
  | 2028-03-03 fre | 08:30 | 2028-03-03T07:30Z | R2 | D15 | 3 som inte svarat |
  | 2028-03-13 mån | 08:30 | 2028-03-13T07:30Z | R1 | D16 | Ordf |
  | 2028-04-06 tors | 08:30 | 2028-04-06T06:30Z | R1 | D17 | TJP |
  | 2028-08-07 mån | 08:30 | 2028-08-07T06:30Z | R1 | D18.1 | Ordf |
  | 2028-08-11 fre | 08:30 | 2028-08-11T06:30Z | R2 | D18.1 | Ordf |
  | 2028-08-14 mån | 08:30 | 2028-08-14T06:30Z | R3 | D18.1 | Ordf |
  | 2029-01-24 ons | 08:30 | 2029-01-24T07:30Z | R1 | D18.2 | Ordf |
  | 2029-01-30 tis | 08:30 | 2029-01-30T07:30Z | R2 | D18.2 | Ordf |
  | 2029-01-31 ons | 08:30 | 2029-01-31T07:30Z | R3 | D18.2 | Ordf |
  `,
  requests: `
  | 2027-09-07 tis | 16:00 | Stämmer uppgifterna om nämndens beslut? | Ordf |
  | 2027-09-07 tis | 16:00 | Du är med i styrgruppen för | styrgruppen |
  | 2027-09-07 tis | 16:00 | Utse en tjänsteperson | FC |
  | 2027-09-14 tis | 10:00 | Du är utsedd tjänsteperson | TJP |
  | 2027-09-14 tis | 10:00 | Samråd enligt PBL sköts av planenheten | TJP |
  | 2027-10-11 mån | 10:00 | Styrgruppen behöver ditt svar | styrgruppen |
  | 2028-02-01 tis | 16:00 | Stämmer uppgifterna om nämndens beslut? | Ordf |
  `,
  due: {
    D01: "2027-09-20",
    D02: "2027-09-28",
    D03: "2027-10-06",
    D05: "2027-10-15",
    D06: "2027-10-26",
    E1: "2027-11-16",
    "D08.1": "2027-11-18",
    E2: "2027-11-18",
    "D08.2": "2027-11-22",
    E3: "2027-11-23",
    "D08.3": "2027-11-25",
    D10: "2027-12-14",
    D11: "2027-12-21",
    D14: "2028-02-21",
    D15: "2028-03-06",
    D16: "2028-03-20",
    D17: "2028-04-13",
    "D18.1": "2028-08-14",
    "D18.2": "2029-01-31",
  },
  people: {
    FC: ["Margareta Öberg"],
    TJP,
    Ordf: CHAIR,
    KOM,
    styrgruppen: Object.values(MEMBERS),
    "alla inbjudna (11)": INTERNAL,
    "6 som inte svarat": [MEMBERS.f, MEMBERS.g, MEMBERS.h, ...TJP, ...KOM, ...REG],
    "3 som inte svarat": [...TJP, ...KOM, ...REG],
  },
};
