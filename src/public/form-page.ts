import { FREE_TEXT_MAX } from "../domain/evaluation/scales.ts";
import type { Question } from "../domain/evaluation/questions.ts";
import { BACKGROUND_CLASSES } from "../domain/evaluation/survey.ts";
import { type Html, html, pageOf } from "./html.ts";
import { backgroundQuestion, classLabel, filled, type Language } from "./languages.ts";
import { about, framed, type Place, placeOf } from "./page-parts.ts";
import type { ShownRound } from "./shown-round.ts";

/** What a form that was not taken said, so that it can be mended and sent again. */
export type Filled = { readonly [name: string]: string };
export type FormFault = "faultEmpty" | "faultText" | "faultChoice";

/** The survey: every question may be skipped, nothing but the answers is asked, and it needs no script. */
export function formPage(
  shown: ShownRound,
  language: Language,
  on: readonly Language[],
  {
    token,
    fault,
    said = {},
  }: { readonly token: string; readonly fault?: FormFault; readonly said?: Filled },
): string {
  const { texts } = language;
  const isShort = shown.form === "short";
  const place: Place = {
    ...shown,
    language,
    ...(isShort && shown.mayBeShort ? { short: true } : {}),
  };
  const toOther = isShort
    ? { href: placeOf({ ...shown, language }), text: texts.fullLink }
    : { href: placeOf({ ...shown, language, short: true }), text: texts.shortLink };
  const body = html`${about(shown, language)}<h1>${texts.heading}</h1>${fault ? faultBox(language, fault) : undefined}<p>${
    isShort ? texts.introShort : texts.intro
  } ${filled(texts.openUntil, { date: language.date(shown.round.lastDay) })}</p><p class="soft">${texts.nameless} <a href="${placeOf({ ...place, page: "uppgifter" })}">${texts.dataLink}</a></p><form method="post" action="${placeOf(place)}" accept-charset="utf-8" autocomplete="off"><input type="hidden" name="token" value="${token}">${shown.questions.map(
    (question, index) => asked(question, index + 1, language, said, fault === "faultText"),
  )}${
    shown.background
      ? choiceGroup({
          name: "background",
          legend: html`${backgroundQuestion(language, shown.background)}`,
          choices: BACKGROUND_CLASSES[shown.background].map((input) => ({
            input,
            label: classLabel(language, input),
          })),
          chosen: said.background,
        })
      : undefined
  }<div class="buttons"><button class="main" type="submit">${texts.send}</button><button type="reset">${texts.clear}</button></div></form>`;
  const title = `${fault ? `${texts.faultHeading} – ` : ""}${texts.heading} ${shown.title}`;
  return pageOf({ ...framed(place, on, shown.mayBeShort ? [toOther] : []), title, body });
}

function faultBox({ texts }: Language, fault: FormFault): Html {
  const text = filled(texts[fault], { max: FREE_TEXT_MAX });
  return html`<div class="fault" role="alert"><h2>${texts.faultHeading}</h2><p>${
    fault === "faultText" ? html`<a href="#PF">${text}</a>` : text
  }</p></div>`;
}

function asked(
  question: Question,
  number: number,
  language: Language,
  said: Filled,
  isTooLong: boolean,
): Html {
  const { texts } = language;
  const label = html`<span class="number">${filled(texts.question, { number })}</span>${language.question(question)}`;
  const { id } = question;
  if (question.scale === "free")
    return html`<fieldset><label class="label" for="${id}">${label}</label><p class="soft" id="${id}-hint">${filled(
      texts.textHint,
      { max: FREE_TEXT_MAX },
    )}</p><textarea id="${id}" name="${id}" maxlength="${FREE_TEXT_MAX}" aria-describedby="${id}-hint"${
      isTooLong ? html` aria-invalid="true"` : undefined
    }>${textareaText(said[id])}</textarea></fieldset>`;
  return choiceGroup({
    name: id,
    legend: label,
    choices: language.choices(question),
    chosen: said[id],
  });
}

/** A browser drops the first line break after the tag. */
function textareaText(text = ""): Html {
  return html`${{ html: "\n" }}${text}`;
}

function choiceGroup({
  name,
  legend,
  choices,
  chosen,
}: {
  readonly name: string;
  readonly legend: Html;
  readonly choices: readonly { readonly input: string; readonly label: string }[];
  readonly chosen: string | undefined;
}): Html {
  return html`<fieldset><legend>${legend}</legend><div class="choices">${choices.map(
    ({ input, label }) =>
      html`<label${input === "dontKnow" ? html` class="apart"` : undefined}><input type="radio" name="${name}" value="${input}"${
        chosen === input ? html` checked` : undefined
      }><span>${label}</span></label>`,
  )}</div></fieldset>`;
}
