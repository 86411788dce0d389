import { inputsOf } from "../support/card-reading.ts";
import type { Client, Outcome } from "../support/seat.ts";
import { titles } from "./plan-acts.ts";

type Values = Readonly<Record<string, string>>;

/** Fills in what each page of the draft asks of the minutes, until the summary stands there; a draft that stands is gone through again. */
export async function fromMinutes(registrar: Client, values: Values): Promise<Outcome> {
  const ways = titles(registrar.dialog());
  const first = ["Fyll i från protokollet", "Ändra del 1"].find((one) => ways.includes(one));
  let page = await registrar.submit(first ?? "");
  while (!titles(page).includes("Registrera")) {
    const labels = inputsOf(page.card ?? {}).map(({ label }) => label);
    const asked = Object.entries(values).filter(([label]) => labels.includes(label));
    const next = ["Spara och fortsätt", "Spara och visa sammanfattningen", "Klar"].find((one) =>
      titles(page).includes(one),
    );
    page = await registrar.submit(next ?? "", Object.fromEntries(asked));
  }
  return page;
}

/** Registers what the board has decided in a dialogue under way, from the dialogue's page. */
export async function registerDecision(
  registrar: Client,
  matter: string,
  values: Values,
): Promise<Outcome> {
  await registrar.press("Öppna dialogen");
  await registrar.submit("Beslut");
  await registrar.submit("Registrera ett beslut");
  await registrar.submit(matter);
  await fromMinutes(registrar, values);
  return registrar.submit("Registrera");
}
