import type { Calendar } from "../domain/calendar.ts";
import type { State } from "../domain/dialogue.ts";
import type { Directory } from "../domain/organisation.ts";
import type { Template } from "../domain/template.ts";
import type { Instant } from "../domain/time.ts";
import type { Log } from "../log.ts";
import type { Responses } from "../store/response.ts";
import { formPage } from "./form-page.ts";
import { PAGE_HEADERS } from "./html.ts";
import { type Language, languageFor, languagesOn } from "./languages.ts";
import { addressOf, createLimiter, type Limits } from "./limits.ts";
import { type PageName, placeOf } from "./page-parts.ts";
import { readForm } from "./read-form.ts";
import { paperPage, posterPage } from "./sheets.ts";
import { type ShownRound, shownRound } from "./shown-round.ts";
import { notOpenPage, statementPage, thanksPage, type Trouble, troublePage } from "./told-pages.ts";

/** What a public page needs of a request; the server's own has more. */
export type PublicRequest = {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: { readonly [name: string]: string | readonly string[] | undefined };
  readonly reference: string;
  /** The neighbour the request came from. */
  readonly neighbour: string;
  readonly readFields: () => Promise<
    | { readonly ok: true; readonly value: URLSearchParams }
    | { readonly ok: false; readonly refusal: { readonly status: number } }
  >;
};
export type PublicAnswer = {
  readonly status: number;
  readonly text: string;
  readonly contentType: string;
  readonly headers: Readonly<Record<string, string>>;
};

export type PublicPagesOptions = {
  readonly load: (dialogueId: string) => Promise<State>;
  readonly processOf: (
    state: State,
  ) => Promise<{ readonly template: Template; readonly calendar: Calendar }>;
  readonly directory: () => Promise<Directory>;
  readonly responses: Pick<Responses, "roundAt" | "receive">;
  readonly now: () => Promise<Instant>;
  /** Where the pages are reached, as people see it: an origin. */
  readonly publicUrl: () => string;
  /** Codes of the languages the municipality has turned on beside Swedish and English. */
  readonly languages: readonly string[];
  /** An e-mail address or a page: whom to ask about data and accessibility. */
  readonly contact: string | undefined;
  /** Gives so many random bytes. */
  readonly random: (size: number) => Uint8Array;
  readonly log: Log;
  readonly limits?: Limits;
  readonly monotonicMs?: () => number;
};

const PATH = /^\/u\/([0-9a-z]{26})(?:\/(tack|uppgifter|tillganglighet|affisch|papper))?\/?$/u;

/**
 * The participants' survey, which anybody can open who has its address (evaluation.md §3, §5.6). Whatever comes is
 * answered with a page that says what to do; who sent it is neither kept nor logged.
 */
export function createPublicPages(
  options: PublicPagesOptions,
): (request: PublicRequest) => Promise<PublicAnswer> {
  const on = languagesOn(options.languages);
  const mayTake = createLimiter(options.monotonicMs ?? (() => performance.now()), options.limits);
  return async (request) => {
    const language = languageOf(request, on, "sv");
    try {
      return await answer(request, { ...options, on, mayTake });
    } catch (error) {
      // The last resort, in the visitor's language; the reference finds this line.
      options.log.error("public.failed", { reference: request.reference, error });
      return page(500, troublePage(language, "broken", request.reference));
    }
  };
}

type Around = PublicPagesOptions & {
  readonly on: readonly Language[];
  readonly mayTake: (address: string) => boolean;
};

function languageOf({ query, headers }: PublicRequest, on: readonly Language[], usual: string) {
  const accepted = headers["accept-language"];
  return languageFor(on, query.get("lang"), typeof accepted === "string" ? accepted : "", usual);
}

async function answer(request: PublicRequest, around: Around): Promise<PublicAnswer> {
  const { on } = around;
  const trouble = (status: number, what: Trouble) =>
    page(status, troublePage(languageOf(request, on, "sv"), what));
  const [, publicId, name] = PATH.exec(request.path) ?? [];
  const isSent = request.method === "POST";
  if (publicId === undefined || (isSent && name !== undefined)) return trouble(404, "unknown");
  if (isSent) {
    if (!isOwnPage(request, around.publicUrl())) return trouble(403, "foreign");
    const forwarded = request.headers["x-forwarded-for"];
    const address = addressOf(
      request.neighbour,
      typeof forwarded === "string" ? forwarded : undefined,
    );
    if (!around.mayTake(address))
      return { ...trouble(429, "busy"), headers: { ...PAGE_HEADERS, "retry-after": "60" } };
  }
  const shown = await roundShown(request, publicId, around);
  if (!shown) return trouble(404, "unknown");
  const language = languageOf(request, on, shown.language);
  if (isSent) return taken(request, shown, language, around);
  return looked(shown, language, around, {
    name: name as PageName | undefined,
    isAgain: request.query.has("igen"),
  });
}

async function roundShown(
  { query }: PublicRequest,
  publicId: string,
  { responses, load, processOf, directory, now }: Around,
): Promise<ShownRound | undefined> {
  const found = await responses.roundAt(publicId);
  if (!found) return undefined;
  const state = await load(found.dialogueId);
  if (state.status === "none") return undefined;
  return shownRound(state, found.roundId, {
    publicId,
    ...(await processOf(state)),
    directory: await directory(),
    now: await now(),
    askedShort: query.get("form") === "short",
  });
}

function looked(
  shown: ShownRound,
  language: Language,
  { on, publicUrl, contact, random }: Around,
  { name, isAgain }: { readonly name: PageName | undefined; readonly isAgain: boolean },
): PublicAnswer {
  const { publicId, status } = shown;
  if (name === "uppgifter" || name === "tillganglighet") {
    const host = new URL(publicUrl()).host;
    return page(200, statementPage(shown, language, on, { page: name, contact, host }));
  }
  if (name === "tack") return page(200, thanksPage(shown, language, on, isAgain));
  const isPaper = name === "affisch" || name === "papper";
  if (status !== "open" && !(isPaper && status === "planned"))
    return page(200, notOpenPage(shown, language, on));
  if (name === "affisch")
    return page(200, posterPage(shown, language, on, `${publicUrl()}/u/${publicId}`));
  if (name === "papper") return page(200, paperPage(shown, language));
  return page(200, formPage(shown, language, on, { token: newToken(random) }));
}

/** Keeps the answer, once whatever is sent again, and thanks. */
async function taken(
  request: PublicRequest,
  shown: ShownRound,
  language: Language,
  { on, responses, random }: Around,
): Promise<PublicAnswer> {
  const { publicId } = shown;
  const fields = await request.readFields();
  if (!fields.ok) {
    const { status } = fields.refusal;
    return page(status, troublePage(language, status === 413 ? "large" : "foreign"));
  }
  if (shown.status !== "open") return page(409, notOpenPage(shown, language, on));
  const read = readForm(fields.value, shown);
  if ("fault" in read) {
    const { fault, said, token = newToken(random) } = read;
    return page(422, formPage(shown, language, on, { token, fault, said }));
  }
  const found = await responses.roundAt(publicId);
  const received = found && (await responses.receive(found.dialogueId, found.roundId, [read]));
  if (received === undefined || received === "closed") {
    const closed = { ...shown, status: "closed" } as const;
    return page(409, notOpenPage(closed, language, on));
  }
  const again = received.stored === 0 ? "&igen" : "";
  const location = `${placeOf({ publicId, language, page: "tack" })}${again}`;
  return { ...page(303, ""), headers: { ...PAGE_HEADERS, location } };
}

/** A form of ours is sent from a page of ours: nobody's page can make a visitor answer (reliability.md S42). */
function isOwnPage({ headers }: PublicRequest, publicUrl: string): boolean {
  const { origin, referer } = headers;
  if (typeof origin === "string" && origin !== "null") return origin === publicUrl;
  // Old browsers say it so.
  return typeof referer === "string" && URL.parse(referer)?.origin === publicUrl;
}

function newToken(random: (size: number) => Uint8Array): string {
  return Buffer.from(random(16)).toString("hex");
}

function page(status: number, text: string): PublicAnswer {
  return { status, text, contentType: "text/html; charset=utf-8", headers: PAGE_HEADERS };
}
