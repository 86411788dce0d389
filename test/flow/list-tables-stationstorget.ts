import type { Tables } from "./list-tables.ts";
import { MEMBERS } from "./stationstorget.ts";

const CHAIR = ["Anna Lindqvist"];
const TJP = ["Tove Johansson"];
const KOM = ["Oskar Blom"];
const REG = ["Linnea Sandberg"];

/** scenarios.md, scenario 1, "Påminnelser som ska skickas" as it stands there. */
export const STATIONSTORGET_TABLES: Tables = {
  reminders: `
  | 2027-02-02 tis | 08:30 | 2027-02-02T07:30Z | R1 | D01 | FC |
  | 2027-02-11 tors | 08:30 | 2027-02-11T07:30Z | R1 | D02 | TJP |
  | 2027-02-23 tis | 08:30 | 2027-02-23T07:30Z | R1 | D03 | Ordf |
  | 2027-03-01 mån | 08:30 | 2027-03-01T07:30Z | R2 | D03 | Ordf |
  | 2027-04-05 mån | 08:30 | 2027-04-05T06:30Z | R1 | D05 | Ordf |
  | 2027-04-14 ons | 08:30 | 2027-04-14T06:30Z | R1 | D06 | KOM |
  | 2027-04-20 tis | 08:30 | 2027-04-20T06:30Z | R2 | D06 | KOM |
  | 2027-05-10 mån | 08:30 | 2027-05-10T06:30Z | E-påm | E1 | styrgruppen, TJP |
  | 2027-05-13 tors | 08:30 | 2027-05-13T06:30Z | R2 | D08.1 | TJP |
  | 2027-05-14 fre | 08:30 | 2027-05-14T06:30Z | R3 | D08.1 | TJP |
  | 2027-05-20 tors | 08:30 | 2027-05-20T06:30Z | E-påm | E2 | styrgruppen, TJP |
  | 2027-05-24 mån | 08:30 | 2027-05-24T06:30Z | R2 | D08.2 | TJP |
  | 2027-05-25 tis | 08:30 | 2027-05-25T06:30Z | R3 | D08.2 | TJP |
  | 2027-06-04 fre | 08:30 | 2027-06-04T06:30Z | R1 | D10 | TJP |
  | 2027-06-10 tors | 08:30 | 2027-06-10T06:30Z | R2 | D10 | TJP |
  | 2027-06-11 fre | 08:30 | 2027-06-11T06:30Z | R1 | D11 | Ordf |
  | 2027-06-17 tors | 08:30 | 2027-06-17T06:30Z | R2 | D11 | Ordf |
  | 2027-08-09 mån | 08:30 | 2027-08-09T06:30Z | R1 | D14 | Ordf |
  | 2027-08-13 fre | 08:30 | 2027-08-13T06:30Z | R2 | D14 | Ordf |
  | 2027-08-16 mån | 08:30 | 2027-08-16T06:30Z | utskick | D15 | alla inbjudna (8) |
  | 2027-08-23 mån | 08:30 | 2027-08-23T06:30Z | R1 | D15 | 4 som inte svarat |
  | 2027-08-27 fre | 08:30 | 2027-08-27T06:30Z | R2 | D15 | 2 som inte svarat |
  | 2027-09-06 mån | 08:30 | 2027-09-06T06:30Z | R1 | D16 | Ordf |
  | 2027-12-15 ons | 08:30 | 2027-12-15T07:30Z | R1 | D18.1 | Ordf |
  | 2027-12-21 tis | 08:30 | 2027-12-21T07:30Z | R2 | D18.1 | Ordf |
  | 2028-06-15 tors | 08:30 | 2028-06-15T06:30Z | R1 | D18.2 | Ordf |
  | 2028-06-21 ons | 08:30 | 2028-06-21T06:30Z | R2 | D18.2 | Ordf |
  | 2028-06-22 tors | 08:30 | 2028-06-22T06:30Z | R3 | D18.2 | Ordf |
  `,
  requests: `
  | 2027-01-27 ons | 15:45 | Stämmer uppgifterna om nämndens beslut? | Ordf |
  | 2027-01-27 ons | 16:00 | Du är med i styrgruppen för | styrgruppen |
  | 2027-01-27 ons | 16:00 | Utse en tjänsteperson | FC |
  | 2027-02-04 tors | 10:00 | Du är utsedd tjänsteperson | TJP |
  | 2027-03-23 tis | 10:00 | Styrgruppen behöver ditt svar | styrgruppen |
  | 2027-06-23 ons | 16:00 | Stämmer uppgifterna om nämndens beslut? | Ordf |
  `,
  due: {
    D01: "2027-02-09",
    D02: "2027-02-18",
    D03: "2027-03-02",
    D05: "2027-04-12",
    D06: "2027-04-21",
    E1: "2027-05-12",
    "D08.1": "2027-05-14",
    E2: "2027-05-22",
    "D08.2": "2027-05-25",
    D10: "2027-06-11",
    D11: "2027-06-18",
    D14: "2027-08-16",
    D15: "2027-08-30",
    D16: "2027-09-13",
    "D18.1": "2027-12-22",
    "D18.2": "2028-06-22",
  },
  people: {
    FC: ["Johan Wallin"],
    TJP,
    Ordf: CHAIR,
    KOM,
    styrgruppen: MEMBERS,
    "alla inbjudna (8)": [...MEMBERS, ...TJP, ...KOM, ...REG],
    "4 som inte svarat": ["David Holmgren", "Elif Demir", ...TJP, ...REG],
    "2 som inte svarat": ["Elif Demir", ...REG],
  },
};
