import { type Counting, type Deadline, discretionaryAfter, done } from "./deadline.ts";
import type { CountedOccasion, Milestones } from "./milestones.ts";
import { addDays, type Instant, type LocalDate } from "./time.ts";

/** D05–D11: counted back from the first tillfälle and forward from each and from the last (process.md §13.3). */
export function occasionDeadlines(m: Milestones, counting: Counting): readonly Deadline[] {
  return [...beforeFirst(m, counting), ...afterEach(m, counting), ...afterLast(m, counting)];
}

/** The first by the day it starts, the last by the day it ends, of those not cancelled. */
export function firstStart(m: Milestones): LocalDate | undefined {
  return m.occasions.map(({ starts }) => starts).toSorted()[0];
}

export function lastEnded(
  m: Milestones,
): { readonly ends: LocalDate; readonly endedAt: Instant } | undefined {
  const last = m.occasions.toSorted((a, b) => (a.ends < b.ends ? -1 : 1)).at(-1);
  const ended = m.occasions.every(({ endedAt }) => endedAt !== undefined);
  const at = m.occasions
    .map(({ endedAt }) => endedAt ?? "")
    .toSorted()
    .at(-1);
  return last && ended && at ? { ends: last.ends, endedAt: at } : undefined;
}

function beforeFirst(m: Milestones, { counts, calendar }: Counting): readonly Deadline[] {
  const first = firstStart(m);
  if (first === undefined) return [];
  const deadlines: Deadline[] = [];
  if (m.proposal)
    deadlines.push({
      code: "D05",
      due: calendar.previousWorkingDay(addDays(first, -counts.D05.days)),
      responsible: "steeringChair",
      createdAt: m.proposal.at,
      ...done(m.checkpoint?.on),
    });
  if (m.checkpoint)
    deadlines.push(
      {
        code: "D06",
        due: calendar.previousWorkingDay(addDays(first, -counts.D06.days)),
        responsible: "communicator",
        createdAt: m.checkpoint.at,
        ...done(m.invited),
      },
      {
        code: "D07",
        due: calendar.addWorkingDays(first, -counts.D07.wd),
        responsible: "communicator",
        createdAt: m.checkpoint.at,
        ...done(m.reminded),
        automatic: true,
      },
    );
  return deadlines;
}

function afterEach(m: Milestones, counting: Counting): readonly Deadline[] {
  return m.occasions.flatMap((occasion) => afterOccasion(occasion, counting));
}

function afterOccasion(
  { number, ends, endedAt, debriefed, surveyClosed }: CountedOccasion,
  counting: Counting,
): readonly Deadline[] {
  if (endedAt === undefined) return [];
  const { counts, calendar } = counting;
  return [
    {
      code: `D08.${number}`,
      ...discretionaryAfter(ends, counts.D08.wd, counting),
      responsible: "civilServant",
      createdAt: endedAt,
      ...done(debriefed),
    },
    {
      code: `D09.${number}`,
      due: calendar.nextWorkingDay(addDays(ends, counts.D09.days)),
      responsible: "civilServant",
      createdAt: endedAt,
      ...done(surveyClosed),
      automatic: true,
    },
  ];
}

/** Report and feedback 1, which is never due before the report (decisions.md §9.7). */
function afterLast(m: Milestones, counting: Counting): readonly Deadline[] {
  const last = lastEnded(m);
  if (!last) return [];
  const { D10, D11 } = counting.counts;
  const report = discretionaryAfter(last.ends, D10.wd, counting);
  const usual = discretionaryAfter(last.ends, D11.wd, counting);
  const wished = m.feedback1Due === undefined ? usual : { due: m.feedback1Due };
  return [
    {
      code: "D10",
      ...report,
      responsible: "civilServant",
      createdAt: last.endedAt,
      ...done(m.reportFixed),
    },
    {
      code: "D11",
      ...(wished.due < report.due ? { due: report.due } : wished),
      responsible: "steeringChair",
      createdAt: last.endedAt,
      ...done(m.heard?.on),
    },
  ];
}
