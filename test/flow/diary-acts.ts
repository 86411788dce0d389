import type { Client } from "../support/seat.ts";
import { titles } from "./plan-acts.ts";

/** What leads on from the list of records, beside the records that wait. */
const WAYS: readonly string[] = ["Visa fler", "Visa föregående", "Till dialogen", "Stäng"];

/** Says of every record that waits that it is in the diary; what comes back is what waited, in order. */
export async function enterInDiary(registrar: Client): Promise<readonly string[]> {
  await registrar.press("Öppna dialogen");
  const entered: string[] = [];
  let page = await registrar.submit("Att diarieföra");
  for (;;) {
    const record = titles(page).find((title) => !WAYS.includes(title));
    if (record === undefined) return entered;
    entered.push(record);
    await registrar.submit(record);
    page = await registrar.submit("Det är diariefört");
  }
}
