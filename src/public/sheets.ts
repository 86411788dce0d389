import { BACKGROUND_CLASSES } from "../domain/evaluation/survey.ts";
import type { Question } from "../domain/evaluation/questions.ts";
import { encode } from "uqr";
import { type Html, html, pageOf } from "./html.ts";
import { backgroundQuestion, classLabel, filled, type Language } from "./languages.ts";
import { about } from "./page-parts.ts";
import type { ShownRound } from "./shown-round.ts";

/** The poster: one sheet with the code, the address in letters and the last day, in every language that is on. */
export function posterPage(
  shown: ShownRound,
  language: Language,
  on: readonly Language[],
  address: string,
): string {
  const { texts } = language;
  const until = filled(texts.openUntil, { date: language.date(shown.round.lastDay) });
  const others = on.filter(({ code }) => code !== language.code);
  const body = html`<p class="hint">${texts.printHint}</p><div class="poster">${about(shown, language)}<h1>${texts.posterHeading}</h1><p class="lead">${texts.posterHow}</p>${qrImage(address, texts.posterCode)}<p class="address" dir="ltr">${address.replace(/^https?:\/\//u, "")}</p><p class="lead">${until}</p><div class="spoken">${others.map(
    ({ code, direction, texts: theirs }) =>
      html`<span lang="${code}" dir="${direction}">${theirs.posterHeading}</span>`,
  )}</div><p class="soft">${texts.posterAsk}</p></div>`;
  return pageOf({ language, title: `${texts.posterHeading} – ${shown.title}`, body, sheet: true });
}

/** Dark squares on white with a quiet border of four, whatever the reader's colours: a camera must see it. */
function qrImage(address: string, label: string): Html {
  // At level M a quarter of the code may be gone on a crumpled paper.
  const { data: modules } = encode(address, { ecc: "M", border: 0 });
  const path = modules
    .flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x + 4} ${y + 4}h1v1h-1z` : "")))
    .join("");
  const size = modules.length + 8;
  return html`<svg role="img" aria-label="${label}" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges"><rect width="${size}" height="${size}" fill="#fff"></rect><path d="${path}" fill="#000"></path></svg>`;
}

/** The survey on paper: the same questions as on the page, one row to a statement. */
export function paperPage(shown: ShownRound, language: Language): string {
  const { texts } = language;
  const numbered = shown.questions.map((question, index) => ({ question, number: index + 1 }));
  const scales = [...new Set(shown.questions.map(({ scale }) => scale))];
  const body = html`<p class="hint">${texts.printHint}</p>${about(shown, language)}<h1>${texts.heading}</h1><p>${texts.nameless}</p><p>${texts.paperHow}</p>${scales.map(
    (scale) => {
      const some = numbered.filter(({ question }) => question.scale === scale);
      return scale === "free" ? some.map((one) => lines(one, language)) : grid(some, language);
    },
  )}${
    shown.background
      ? html`<h2>${backgroundQuestion(language, shown.background)}</h2><ul class="boxes">${BACKGROUND_CLASSES[
          shown.background
        ].map(
          (name) => html`<li><span class="box"></span> ${classLabel(language, name)}</li>`,
        )}</ul>`
      : undefined
  }<p><strong>${texts.paperReturn}</strong></p>`;
  return pageOf({ language, title: `${texts.heading} ${shown.title}`, body, sheet: true });
}

type Numbered = { readonly question: Question; readonly number: number };

function grid(some: readonly Numbered[], language: Language): Html {
  const [first] = some;
  if (!first) return html``;
  const choices = language.choices(first.question);
  return html`<div class="scroll" role="region" aria-label="${language.texts.whatYouThink}" tabindex="0"><table><thead><tr><th scope="col">${language.texts.paperStatement}</th>${choices.map(
    ({ label }) => html`<th scope="col">${label}</th>`,
  )}</tr></thead><tbody>${some.map(
    ({ question, number }) =>
      html`<tr><th scope="row">${number}. ${language.question(question)}</th>${choices.map(() => html`<td><span class="box"></span></td>`)}</tr>`,
  )}</tbody></table></div>`;
}

function lines({ question, number }: Numbered, language: Language): Html {
  return html`<h2>${number}. ${language.question(question)}</h2><div class="lines"></div>`;
}
