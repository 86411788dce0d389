import type { Item, Step } from "../template.ts";
import { option, words } from "./wording.ts";

const review: Item = {
  id: "check.review",
  title: words("Läs förslaget och ställ frågor.", "Read the proposal and ask questions."),
  strength: "M",
  responsible: ["steeringMembers"],
  source: ["SEED"],
  fields: [
    {
      name: "comments",
      type: "text",
      label: words("Frågor och kommentarer", "Questions and comments"),
      list: true,
    },
  ],
};

const preconditions: Item = {
  id: "check.preconditions",
  title: words(
    "Boten visar vad som saknas innan inbjudan får gå ut.",
    "The bot shows what is missing before the invitation may go out.",
  ),
  strength: "M",
  responsible: ["bot"],
  source: ["SEED"],
  fields: [
    {
      name: "preconditions",
      type: "text",
      label: words("Det här saknas", "This is missing"),
      list: true,
      computed: true,
    },
  ],
};

/** Everything here comes from the position when it closes (decisions.md §8.6, §8.7); no form asks for it. */
const vote: Item = {
  id: "check.vote",
  title: words(
    "Ta ställning: godkänn, skicka tillbaka eller lyft till nämnden.",
    "Take a position: approve, send back or refer to the board.",
  ),
  strength: "M",
  responsible: ["steeringGroup"],
  source: ["SEED box"],
  fields: [
    {
      name: "options",
      type: "enum",
      label: words("Svar att välja mellan", "Answers to choose from"),
      list: true,
      computed: true,
      options: [
        option("approve", "Tillstyrk", "Approve"),
        option("return", "Återremittera", "Send back"),
        option("refer", "Lyft till nämnden", "Refer to the board"),
        option("abstain", "Avstå", "Abstain"),
        option("recuse", "Anmäl jäv", "Declare a conflict of interest"),
      ],
    },
    {
      name: "votes",
      type: "record",
      label: words("Svar", "Answers"),
      list: true,
      computed: true,
      fields: [
        { name: "member", type: "userRef", label: words("Ledamot", "Member"), from: "members" },
        { name: "value", type: "text", label: words("Svar", "Answer") },
      ],
    },
    {
      name: "quorum",
      type: "bool",
      label: words("Gruppen var beslutsför", "There was a quorum"),
      computed: true,
    },
    {
      name: "result",
      type: "enum",
      label: words("Resultat", "Result"),
      required: true,
      computed: true,
      options: [
        option("approve", "Tillstyrkt", "Approved"),
        option("return", "Återremitterat", "Sent back"),
        option("refer", "Lyft till nämnden", "Referred to the board"),
      ],
    },
    {
      name: "dissent",
      type: "text",
      label: words("Avvikande mening", "Dissent"),
      list: true,
      computed: true,
    },
    {
      name: "recused",
      type: "userRef",
      label: words("Jäv", "Recused"),
      list: true,
      computed: true,
      from: "members",
    },
  ],
};

const informBoard: Item = {
  id: "check.inform-board",
  title: words("Meddela nämnden att planen är klar.", "Tell the board that the plan is ready."),
  strength: "O",
  responsible: ["civilServant"],
  source: ["ASSUMPTION"],
  fields: [
    { name: "informedAt", type: "date", label: words("Meddelat den", "Told on") },
    {
      name: "docRef",
      type: "docRef",
      label: words("Länk till meddelandet", "Link to the message"),
    },
  ],
};

/** Step 5: the elected stand behind the plan before anybody is invited (process.md §4.5). */
export const checkpoint: Step = {
  id: "checkpoint",
  order: 5,
  title: words("Avstämning", "Checkpoint"),
  purpose: words(
    "De förtroendevalda står bakom planen innan medborgarna bjuds in.",
    "The elected officials stand behind the plan before citizens are invited.",
  ),
  decision: words(
    "Styrgruppens ställningstagande: tillstyrk, återremittera eller lyft till nämnden.",
    "The steering group’s position: approve, send back or refer to the board.",
  ),
  lane: "elected",
  items: [review, preconditions, vote, informBoard],
};
