const format = new Intl.DateTimeFormat("sv-SE", {
  timeZone: "Europe/Stockholm",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
});

/** An instant as the local time of Stockholm, in the form of a datetime-local field. */
export function localParts(instant) {
  return format.format(new Date(instant)).replace(" ", "T");
}

/** The local time so many days later, at the same hour. */
export function shiftDays(local, days) {
  const [date, time] = local.split("T");
  const day = new Date(`${date}T12:00:00Z`);
  day.setUTCDate(day.getUTCDate() + days);
  return `${day.toISOString().slice(0, 10)}T${time}`;
}

/** The instant of a local time in Stockholm. A time that does not exist in spring moves forwards; of two in autumn the first is meant. */
export function stockholmInstant(local) {
  const asIfUtc = Date.parse(`${local.slice(0, 16)}:00Z`);
  for (const hours of [2, 1]) {
    const instant = new Date(asIfUtc - hours * 3_600_000).toISOString();
    if (localParts(instant) === local.slice(0, 16)) return instant;
  }
  return new Date(asIfUtc - 3_600_000).toISOString();
}
