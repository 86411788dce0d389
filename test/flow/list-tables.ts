/** A row of "Påminnelser som ska skickas", or of the requests: when it is sent, what it is about and to whom. */
type Row = readonly string[];

/** What scenarios.md and decisions.md §9.3 say is sent to people's own chats in a scenario, and what its words stand for. */
export type Tables = {
  readonly reminders: string;
  readonly requests: string;
  /** When what is reminded of is to be done, by its code: the table "Deadlines", and the tillfällen. */
  readonly due: { readonly [code: string]: string };
  /** Who is meant by a word of the last column. */
  readonly people: { readonly [word: string]: readonly string[] };
};

function rowsIn(table: string): readonly Row[] {
  return table
    .trim()
    .split("\n")
    .map((line) =>
      line
        .split("|")
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
}

function peopleIn(words: string, { people }: Tables): readonly string[] {
  const whole = people[words];
  if (whole) return whole;
  return words.split(", ").flatMap((word) => {
    const some = people[word];
    if (!some) throw new Error(`Nobody is known as ${word}.`);
    return some;
  });
}

/** A moment of the first two columns, "2027-02-02 tis" and "08:30", in UTC to the minute. */
function utcOf([day = "", time = ""]: Row): string {
  const local = Temporal.PlainDateTime.from(`${day.slice(0, 10)}T${time}`);
  return `${local.toZonedDateTime("Europe/Stockholm").toInstant().toString().slice(0, 16)}Z`;
}

/** Every message of a morning: "2027-11-19T07:30Z Tove Johansson: R2 D08.2 2027-11-22 + E-påm E3 2027-11-23"; what one person is reminded of that morning is one message. */
export function morningsOf(tables: Tables): readonly string[] {
  const told = rowsIn(tables.reminders).flatMap((row) => {
    const [, , utc = "", kind = "", code = "", whom = ""] = row;
    if (utcOf(row) !== utc) throw new Error(`The table says ${utc} for ${row.join(" ")}.`);
    const due = tables.due[code] ?? "";
    return peopleIn(whom, tables).map((person) => ({
      message: `${utc} ${person}`,
      thing: `${kind} ${code} ${due}`,
    }));
  });
  const messages = Map.groupBy(told, ({ message }) => message);
  return [...messages]
    .map(
      ([message, things]) =>
        `${message}: ${things
          .map(({ thing }) => thing)
          .toSorted()
          .join(" + ")}`,
    )
    .toSorted();
}

/** Every request: "2027-01-27T15:00Z Johan Wallin: Utse en tjänsteperson". */
export function requestsOf(tables: Tables): readonly string[] {
  return rowsIn(tables.requests)
    .flatMap((row) => {
      const [, , asks = "", whom = ""] = row;
      return peopleIn(whom, tables).map((person) => `${utcOf(row)} ${person}: ${asks}`);
    })
    .toSorted();
}

/** What is asked in all the requests, in their words. */
export function asksIn({ requests }: Tables): readonly string[] {
  return [...new Set(rowsIn(requests).map(([, , asks = ""]) => asks))];
}

/** The days on which somebody is reminded of something. */
export function daysOf({ reminders }: Tables): readonly string[] {
  return [...new Set(rowsIn(reminders).map(([day = ""]) => day.slice(0, 10)))];
}

/** Who is reminded of something on that day. */
export function peopleOn(tables: Tables, day: string): readonly string[] {
  const rows = rowsIn(tables.reminders).filter(([on = ""]) => on.startsWith(day));
  return [...new Set(rows.flatMap(([, , , , , whom = ""]) => peopleIn(whom, tables)))];
}
