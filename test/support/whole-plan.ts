import { record, type Step } from "./given.ts";
import { answer, close, open, planned, row } from "./planned.ts";

const LINK = { title: "Underlag", url: "https://granasa.sharepoint.com/underlag", version: "1" };

/** The communication plan of scenario 1: by kind, in the order they are sent. */
const MESSAGES = [
  ["inbjudan", "invite", "Kom och prata om Stationstorget", "poster", "2027-04-20", ""],
  [
    "inbjudan-skola",
    "invite",
    "Kom och säg vad ni tycker om torget",
    "school",
    "2027-04-20",
    "unga",
  ],
  ["inbjudan-webb", "invite", "Dialog om Stationstorget", "web", "2027-04-20", ""],
  ["paminnelse", "remind", "Vi ses på torget nästa vecka", "sms", "2027-05-04", "unga,kvall"],
  ["andrat", "inform", "Ändrat tillfälle", "web", "", ""],
  ["tack", "thank", "Tack för att du var med. Här är enkäten", "sms", "2027-05-12", ""],
  ["aterkoppling-1", "feedback", "Det här sa ni", "poster", "2027-06-17", ""],
  ["aterkoppling-2", "feedback", "Det här beslutades, och därför", "poster", "2027-08-13", ""],
  ["uppfoljning", "followup", "Det här har hänt på torget", "web", "2027-12-21", ""],
] as const;

/** One message of the plan, by the id its row has above. */
export const message = (id: string): Step => {
  const [, purpose, words, channel, plannedDate, groups] =
    MESSAGES.find(([one]) => one === id) ?? MESSAGES[0];
  return [
    "kom",
    row("plan.communication", "commItems", id, {
      message: words,
      purpose,
      channel,
      plannedDate,
      groups,
      language: "sv",
      format: "standard",
      sender: "Styrgruppen",
      responsible: "Kommunikatören",
    }),
  ];
};
export const communicated: readonly Step[] = MESSAGES.map(([id]) => message(id));

export const documented: readonly Step[] = [
  ...["e1", "e2"].flatMap((id): Step[] => [
    ["tjp", row("plan.documentation", "docMethod", id, { value: "notes" })],
    ["tjp", row("plan.documentation", "noteTaker", id, { value: "kom" })],
  ]),
  ["tjp", record("plan.documentation", { storage: "I ärendet SBN 2027-0041" }, 0)],
];

export const evaluated: readonly Step[] = [
  [
    "tjp",
    record("plan.evaluation", {
      participantQuestions: "P1,P2,P4,P5,P8",
      modes: "qr,paper",
      internalInvitees: "a,b,c,d,e,tjp,kom,reg",
      internalMode: "anonymous",
      learningMeetingPlanned: "2027-09-09",
    }),
  ],
];

/** What makes the plan good to read, beside what the gates ask for. */
export const questioned: readonly Step[] = [
  [
    "tjp",
    row("plan.questions", "questions", "q-1", {
      value: "Var på torget känns det otryggt efter mörkrets inbrott?",
    }),
  ],
  [
    "tjp",
    row("plan.questions", "questions", "q-2", {
      value: "Vad skulle få dig att stanna kvar en stund?",
    }),
  ],
  ["tjp", record("plan.questions", { readabilityChecked: "true" })],
  ["a", { type: "FixItem", itemId: "plan.questions", revision: 1 }],
  [
    "tjp",
    record("plan.method", {
      methods: { chosen: "dialogue_cafe,survey", other: "" },
      methodReason: "Samtal i små grupper gör att alla får plats.",
    }),
  ],
  ["a", { type: "FixItem", itemId: "plan.method", revision: 1 }],
  [
    "tjp",
    record("plan.feedback-promise", {
      feedbackPromise:
        "Vi berättar vad ni sa i juni och vad nämnden beslutade i augusti, på webben, på torget och på biblioteket.",
    }),
  ],
  [
    "tjp",
    record("plan.children", {
      childrenAffected: "true",
      childMethod: "Vi träffar dem på fritidsgården.",
    }),
  ],
  ["tjp", record("plan.safety", { safetyPlan: "Två värdar från kommunen är med hela tiden." })],
];

/** The whole plan of scenario 1, soft parts too: everything the checkpoint asks for is there. */
export const wholePlan: readonly Step[] = [
  ...planned(),
  ...questioned,
  ...communicated,
  ...documented,
  ...evaluated,
];

/** The same, approved by the group four to one. */
export const approvedPlan: readonly Step[] = [
  ...wholePlan,
  open,
  answer("a", "approve"),
  answer("b", "approve"),
  answer("c", "approve"),
  answer("d", "approve"),
  answer("e", "return", "För dyrt"),
  close,
];

const held = (id: string, present: string, count: string, on: string): readonly Step[] => [
  [
    "tjp",
    record(`event.prepare.${id}`, {
      hostElected: "a",
      facilitator: "Processledaren",
      noteTaker: "kom",
      materialReady: "true",
    }),
  ],
  ["a", record(`event.elected.${id}`, { electedPresent: present })],
  ["tjp", record(`event.open.${id}`, { infoGiven: "true" })],
  ["tjp", record(`event.document.${id}`, { notes: LINK, photosConsent: "none" })],
  ["tjp", record(`event.count.${id}`, { attendance: count })],
  [
    "tjp",
    record(`event.survey.${id}`, { surveyOpenedAt: { date: on, time: "20:30" }, mode: "qr,paper" }),
  ],
  [
    "tjp",
    record(`event.debrief.${id}`, {
      keep: "Små bord",
      change: "Fler ljusförslag per bord",
      doneAt: on,
    }),
  ],
];

export const invited: readonly Step[] = [
  ...approvedPlan,
  [
    "kom",
    record("event.invite", {
      publishedAt: "2027-04-20",
      channels: { chosen: "web,poster,school", other: "" },
      doc: LINK,
      contents: "question,influence,decision,feedback,privacy",
    }),
  ],
];
/** The first occasion is held and recorded, the second is still to come. */
export const heldOnce: readonly Step[] = [...invited, ...held("e1", "a,b,d", "46", "2027-05-12")];
export const heldAll: readonly Step[] = [...heldOnce, ...held("e2", "c,e", "120", "2027-05-22")];

/** The five themes of scenario 1; one is held by few and stays. */
const THEMES = [
  [
    "belysning",
    "Belysning",
    "Gångvägen från perrongen är mörk.",
    "many",
    "followed",
    "Belysningen byggs om i höst.",
  ],
  [
    "aktiviteter",
    "Något att göra",
    "Unga vill ha ett tak och eluttag.",
    "many",
    "followed",
    "Ett tak byggs vid norra gaveln.",
  ],
  [
    "vantsal",
    "Väntsalens öppettider",
    "Håll öppet till sista tåget.",
    "some",
    "partly",
    "Öppet till 22 på prov i ett år.",
  ],
  [
    "siktlinjer",
    "Häckar och siktlinjer",
    "Klipp häckarna vid cykelstället.",
    "some",
    "followed",
    "Häckarna tas bort i mars.",
  ],
  [
    "vakter",
    "Vakter varje kväll",
    "Några vill se vakter varje kväll.",
    "few",
    "not_followed",
    "Kostnaden ryms inte, och polisen ansvarar för ordningen.",
  ],
] as const;

export const themed: readonly Step[] = [
  ...heldAll,
  ["tjp", row("compile.collect", "sources", "s-1", { value: LINK as never })],
  ["tjp", record("compile.redact", { redactedBy: "tjp", redactedAt: "2027-06-08" })],
  ...THEMES.map(
    ([id, title, summary, weight]): Step => [
      "tjp",
      row("compile.themes", "themes", id, { title, summary, weight }),
    ],
  ),
];
export const compiled: readonly Step[] = [
  ...themed,
  ...["unga", "resenarer", "kvall", "boende", "naring"].map(
    (id, index): Step => [
      "tjp",
      row("compile.heard", "coverage", id, { value: index === 1 ? "partly" : "reached" }),
    ],
  ),
  ["tjp", record("compile.heard", { biasNote: "Få med synnedsättning kunde komma på kvällen." })],
  [
    "tjp",
    record("compile.check", { checkedBy: "Två deltagare", corrections: "Ett tema delades." }),
  ],
  ["tjp", record("compile.report", { report: LINK, version: "1.0", fixedAt: "2027-06-10" })],
  ["tjp", record("compile.handover", { handedOverAt: "2027-06-10", dnr: "SBN 2027-0041" })],
];

/** How each theme was used, as far as it is written. */
export const reasons = (count: number = THEMES.length): readonly Step[] =>
  THEMES.slice(0, count).map(
    ([id, , , , outcome, reason]): Step => [
      "tjp",
      row("final.use", "themeResponses", `use-${id}`, { themeId: id, outcome, reason }),
    ],
  );

/** Every theme is answered and feedback 1 is sent: the board is about to decide. */
export const answered: readonly Step[] = [
  ...compiled,
  ...reasons(),
  ["tjp", record("final.owner", { implementer: "gatuenheten" })],
  [
    "a",
    record("feedback.heard", {
      sentAt: "2027-06-17",
      channels: { chosen: "web,poster,library", other: "" },
      doc: LINK,
      sender: "a",
    }),
  ],
];
