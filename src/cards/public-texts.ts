import { deadlinesOf } from "../domain/deadlines-of.ts";
import { finalDecision } from "../domain/permissions.ts";
import { targetGroups } from "../domain/target-groups.ts";
import { wordsOf } from "../domain/text.ts";
import { formatsOf } from "./formats.ts";
import { groupName } from "./plan-names.ts";
import { cellWords, publicFacts, rowsIn, wordsIn } from "./public-facts.ts";
import type { PublicText } from "./public-kinds.ts";
import { textsOf } from "./texts/texts.ts";
import type { View } from "./view.ts";

/**
 * A text for the citizens in the dialogue's own language, made from what is recorded (process.md §8, §4.9): what is not
 * recorded yet stands in brackets. No citizen is named, since none is recorded.
 */
export function publicText(around: View, kind: PublicText): string {
  const view: View = { ...around, language: around.state.language };
  return paragraphsOf(view, kind)
    .filter((part) => part !== "")
    .join("\n\n");
}

function paragraphsOf(view: View, kind: PublicText): readonly string[] {
  const title = wordsOf(view.state.title, view.language);
  switch (kind) {
    case "invitation":
      return [title, ...invitation(view)];
    case "influence":
      return [title, ...influence(view)];
    case "remind":
      return [title, ...reminder(view)];
    case "survey":
      return survey(view);
    case "heard":
      return [title, ...heard(view)];
    case "status":
      return [title, ...status(view)];
    case "decision":
      return [title, ...decision(view)];
    case "followUp":
      return [title, ...followUp(view)];
  }
}

/** The five compulsory contents, in the order a reader asks for them. */
function invitation(view: View): readonly string[] {
  const { say } = textsOf(view.language).public;
  const facts = publicFacts(view);
  return [
    say.invite,
    `${say.theQuestion} ${facts.question}`,
    block(say.weTalk, facts.questions),
    block(say.when, facts.occasions),
    ...influence(view),
    `${say.feedbackTitle}\n${facts.feedback}`,
    `${say.privacyTitle}\n${say.privacy(facts.privacy)}`,
    say.access(facts.blank("contact")),
  ];
}

function influence(view: View): readonly string[] {
  const { say } = textsOf(view.language).public;
  const facts = publicFacts(view);
  return [
    block(say.canInfluence, facts.canInfluence),
    block(say.cannotInfluence, facts.cannotInfluence),
    facts.promise,
    `${say.whoDecides}\n${say.decides(facts.body, facts.decisionDate)}`,
  ];
}

function reminder(view: View): readonly string[] {
  const { say } = textsOf(view.language).public;
  const facts = publicFacts(view);
  return [
    say.soon,
    `${say.theQuestion} ${facts.question}`,
    block(say.when, facts.occasions),
    facts.promise,
    `${say.access(facts.blank("contact"))}\n${say.welcome}`,
  ];
}

function survey(view: View): readonly string[] {
  const { say } = textsOf(view.language).public;
  const { blank } = publicFacts(view);
  const closes = deadlinesOf(view.state, view.template, view.calendar)
    .filter(({ code, doneOn }) => code.startsWith("D09") && doneOn === undefined)
    .map(({ due }) => due)
    .toSorted()
    .at(-1);
  const date = closes === undefined ? blank("date") : formatsOf(view.language).date(closes);
  return [say.thanks, say.survey(date, blank("link")), say.surveyNames];
}

/** Themes by how many raised them, also those that few did; whom it was and whom it was not. */
function heard(view: View): readonly string[] {
  const { say } = textsOf(view.language).public;
  const facts = publicFacts(view);
  const all = themes(view);
  const weighed = (["many", "some", "few"] as const).map((weight) =>
    block(
      say.weights[weight],
      all.filter((one) => one.weight === weight).map(({ words }) => words),
    ),
  );
  const rest = all.filter(({ weight }) => weight === undefined).map(({ words }) => words);
  return [
    say.heard,
    took(view),
    ...(all.length === 0 ? [facts.blank("themes")] : weighed),
    block(say.unweighed, rest),
    coverage(view),
    `${say.next}\n${say.nextHeard(facts.body, facts.decisionDate)}`,
  ];
}

function took(view: View): string {
  const { say } = textsOf(view.language).public;
  const { counted } = formatsOf(view.language);
  const counts = Object.keys(view.state.occasions).flatMap((id) => {
    const attendance = view.state.items[`event.count.${id}`]?.values.attendance;
    return typeof attendance === "number" ? [attendance] : [];
  });
  if (counts.length === 0) return "";
  const people = counts.reduce((sum, one) => sum + one, 0);
  return say.took(
    counted(people, say.person, say.people),
    counted(counts.length, say.time, say.times),
  );
}

function coverage(view: View): string {
  const { say } = textsOf(view.language).public;
  const { and } = formatsOf(view.language);
  const rows = rowsIn(view, "compile.heard", "coverage");
  const named = (value: string) =>
    targetGroups(view.state)
      .filter(({ id }) => rows.some((row) => row.id === id && row.values.value === value))
      .map(({ id }) => groupName(view, id));
  const lines = (["reached", "partly", "missed"] as const).flatMap((value) => {
    const groups = named(value);
    return groups.length > 0 ? [say[value](and(groups))] : [];
  });
  const bias = wordsIn(view, "compile.heard", "biasNote");
  if (lines.length === 0 && bias === "") return "";
  return [say.whom, ...lines, ...(bias === "" ? [] : [bias])].join("\n");
}

function status(view: View): readonly string[] {
  const { say } = textsOf(view.language).public;
  const { blank } = publicFacts(view);
  return [say.status, say.delayed(blank("why"), blank("date"))];
}

/** "Det här sa ni – det här beslutades – därför – så går det vidare", theme by theme. */
function decision(view: View): readonly string[] {
  const { say } = textsOf(view.language).public;
  const facts = publicFacts(view);
  const answers = rowsIn(view, "final.use", "themeResponses");
  const cell = (row: (typeof answers)[number] | undefined, name: string) =>
    row ? cellWords(view, "final.use", "themeResponses", name, row.values[name]) : "";
  const answered = themes(view).map(({ id, title, summary }) => {
    const answer = answers.find(({ values }) => values.themeId === id);
    return [
      title,
      ...(summary === "" ? [] : [say.youSaid(summary)]),
      say.outcome(cell(answer, "outcome") || facts.blank("happened")),
      say.because(cell(answer, "reason") || facts.blank("reason")),
    ].join("\n");
  });
  return [
    say.decided,
    decided(view),
    ...(answered.length === 0 ? [facts.blank("themes")] : answered),
    [
      say.goesOn,
      say.carriedOut(wordsIn(view, "final.owner", "implementer") || facts.blank("owner")),
      ...milestones(view),
    ].join("\n"),
  ];
}

function decided(view: View): string {
  const { say } = textsOf(view.language).public;
  const facts = publicFacts(view);
  const final = finalDecision(view.state)?.facts;
  const on = final?.meetingDate;
  const date =
    typeof on === "string" ? formatsOf(view.language).shortDate(on) : facts.blank("date");
  const paragraph = final?.paragraph;
  const section =
    typeof paragraph === "object" && paragraph !== null && "text" in paragraph
      ? paragraph.text
      : "§";
  return say.bodyDecided(facts.body, date, section);
}

function followUp(view: View): readonly string[] {
  const { say } = textsOf(view.language).public;
  const facts = publicFacts(view);
  const told = Object.keys(view.state.items)
    .filter((itemId) => itemId.startsWith("follow.m") || itemId.startsWith("follow.n."))
    .map((itemId) => wordsIn(view, itemId, "text"))
    .filter((words) => words !== "");
  return [
    say.happened,
    decided(view),
    told.at(-1) ?? facts.blank("happened"),
    block(say.plannedStill, milestones(view, "")),
  ];
}

function milestones(view: View, mark = "– "): readonly string[] {
  return rowsIn(view, "final.owner", "milestones").map(({ values }) => {
    const { date } = values;
    const day = typeof date === "string" ? `${formatsOf(view.language).shortDate(date)}: ` : "";
    return `${mark}${day}${cellWords(view, "final.owner", "milestones", "text", values.text)}`;
  });
}

function themes(view: View) {
  const said = (cell: string, value: Parameters<typeof cellWords>[4]) =>
    cellWords(view, "compile.themes", "themes", cell, value);
  return rowsIn(view, "compile.themes", "themes").map(({ id, values }) => {
    const title = said("title", values.title);
    const summary = said("summary", values.summary);
    const words = summary === "" ? title : `${title}: ${summary}`;
    return { id, title, summary, words, weight: values.weight ?? undefined };
  });
}

function block(heading: string, lines: readonly string[]): string {
  return lines.length === 0 ? "" : [heading, ...lines.map((one) => `– ${one}`)].join("\n");
}
