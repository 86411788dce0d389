import Database from "better-sqlite3";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { OPEN, type OpenedSurvey, openSurvey, tokenIn } from "../support/survey.ts";

let survey: OpenedSurvey;
let link: string;
beforeAll(async () => {
  survey = await openSurvey({ languages: ["ar", "fi"], contact: "dialog@granasa.se" });
  link = await survey.linkOf();
});
afterAll(() => survey.close());
beforeEach(() => survey.at(OPEN));

const read = async (address: string, init?: RequestInit) => {
  const response = await fetch(address, { redirect: "manual", ...init });
  return { status: response.status, headers: response.headers, text: await response.text() };
};
const form = async (query = "") => (await read(`${link}${query}`)).text;
const count = async () => (await survey.answers()).length;
const headingOf = (text: string) => /<h1>([^<]*)<\/h1>/u.exec(text)?.[1];
/** Sends and says how it was answered, and how many answers are kept more than before. */
async function sent(
  fields: Readonly<Record<string, string>>,
  headers?: Readonly<Record<string, string>>,
  address = link,
) {
  const before = await count();
  const response = await survey.send(address, fields, headers);
  const text = await response.text();
  return {
    status: response.status,
    to: response.headers.get("location"),
    heading: headingOf(text),
    text,
    kept: (await count()) - before,
  };
}

describe("the survey's page", () => {
  test("is one small page that fetches nothing, keeps nothing with the visitor and runs nothing", async () => {
    const { status, headers, text } = await read(link);
    expect(status).toBe(200);
    expect(Buffer.byteLength(text)).toBeLessThan(50_000);
    expect(headers.get("set-cookie")).toBeNull();
    expect(headers.get("cache-control")).toBe("no-store");
    expect(headers.get("content-security-policy")).toMatch(
      /^default-src 'none'; style-src 'sha256-[\w+/=]+'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'$/u,
    );
    expect(text).not.toMatch(
      /<script|<iframe|<object|<link rel="(?!icon)|@import|url\(| on\w+=|style=/u,
    );
    const addresses = [...text.matchAll(/(?:href|src|action)="([^"]*)"/gu)].map(
      ([, to]) => to ?? "",
    );
    expect(addresses.filter((to) => !/^(?:\/u\/|#|data:,$)/u.test(to))).toEqual([]);
  });
  test("is there in every language that is on, from the right where it is written so", async () => {
    const heads = await Promise.all(
      ["sv", "en", "ar", "fi", "xx"].map(async (code) => {
        const text = await form(`?lang=${code}`);
        return [/<html lang="(\w+)" dir="(\w+)">/u.exec(text)?.slice(1), headingOf(text)];
      }),
    );
    expect(heads).toEqual([
      [["sv", "ltr"], "Vad tyckte du?"],
      [["en", "ltr"], "What did you think?"],
      [["ar", "rtl"], "ما رأيك؟"],
      [["fi", "ltr"], "Mitä mieltä olit?"],
      [["sv", "ltr"], "Vad tyckte du?"],
    ]);
    const finnish = await read(link, { headers: { "accept-language": "fi-FI,fi;q=0.9" } });
    expect(headingOf(finnish.text)).toBe("Mitä mieltä olit?");
  });
  test("says who asks, what about, how long, and that answers may become public", async () => {
    const text = await form();
    for (const words of [
      "Samhällsbyggnadsnämnden",
      "Tillfälle 1, onsdag 12 maj 2027",
      "till och med måndag 24 maj 2027",
      "Du svarar utan namn. Svaren kommer in till kommunen och kan bli allmän handling.",
    ])
      expect(text).toContain(words);
    expect((await read(`${link}/uppgifter`)).text).toContain("artikel 6.1 e");
    const statement = (await read(`${link}/tillganglighet`)).text;
    expect(statement).toContain(
      '<a href="mailto:dialog@granasa.se" dir="ltr">dialog@granasa.se</a>',
    );
  });
  test("has a short version with four questions and nothing about who one is", async () => {
    const text = await form("?form=short");
    expect([...text.matchAll(/<legend>/gu)]).toHaveLength(4);
    expect(text).not.toContain("<textarea");
  });
});

describe("an answer", () => {
  test("is kept without anything else, and thanked for without being shown again", async () => {
    const token = tokenIn(await form());
    const { status, to, kept } = await sent({ token, P1: "5", P2: "dontKnow", P4: "2" });
    expect([status, kept]).toEqual([303, 1]);
    expect(to).toMatch(/\/tack\?lang=sv$/u);
    const thanks = (await read(`${survey.origin()}${to}`)).text;
    expect(headingOf(thanks)).toBe("Tack!");
    expect(thanks).not.toMatch(/Instämmer|P1/u);
    expect((await survey.answers()).map(({ answers }) => answers)).toContainEqual({
      P1: 5,
      P2: null,
      P4: 2,
    });
  });
  test("that is sent twice counts once, together or one after the other", async () => {
    const token = tokenIn(await form());
    const before = await count();
    await Promise.all([sent({ token, P1: "1" }), sent({ token, P1: "1" })]);
    expect((await count()) - before).toBe(1);
    const { to, kept } = await sent({ token, P1: "5" });
    expect(kept).toBe(0);
    expect(headingOf((await read(`${survey.origin()}${to}`)).text)).toBe(
      "Ditt svar är redan sparat",
    );
  });
  test("of the short version has only what it asks", async () => {
    const token = tokenIn(await form("?form=short"));
    const { status, kept } = await sent({ token, P1: "4", P2: "5" }, {}, `${link}?form=short`);
    expect([status, kept]).toEqual([303, 1]);
    expect((await survey.answers()).map(({ answers }) => answers)).toContainEqual({ P1: 4 });
  });
  test("that cannot be taken comes back as it was filled in, with what is wrong", async () => {
    const token = tokenIn(await form());
    const empty = await sent({ token });
    expect([empty.status, empty.kept, headingOf(empty.text)]).toEqual([422, 0, "Vad tyckte du?"]);
    expect(empty.text).toContain("Du har inte svarat på någon fråga.");
    const forged = await sent({ token, P1: "5", P4: "9" });
    expect([forged.status, forged.kept]).toEqual([422, 0]);
    expect(forged.text).toContain('name="P1" value="5" checked');
    expect(tokenIn(forged.text)).toBe(token);
    const other = await sent({ token: "1", P1: "5" });
    expect([other.status, other.kept]).toEqual([422, 0]);
    expect(tokenIn(other.text)).not.toBe("");
  });
});

describe("what is not the survey", () => {
  test("a forged address, one of nobody's and one that goes on are answered kindly", async () => {
    const addresses = [
      "/u/",
      "/u/x",
      `/u/${"2".repeat(26)}`,
      `${new URL(link).pathname}/admin`,
      "/u/../u/%00",
      "/u/a'--",
    ];
    for (const address of addresses) {
      const { status, text } = await read(`${survey.origin()}${address}`);
      expect([status, headingOf(text)]).toEqual([404, "Här finns ingen enkät"]);
    }
    const posted = await survey.send(`${survey.origin()}/u/${"2".repeat(26)}`, { P1: "5" });
    expect(posted.status).toBe(404);
  });
  test("one that has not opened, has closed or is cancelled says so, and takes nothing", async () => {
    const token = tokenIn(await form());
    const told = async (when: string, address = link) => {
      survey.at(when);
      const { status, heading, kept } = await sent({ token, P1: "5" }, {}, address);
      const looked = await read(address);
      return [status, heading, kept, looked.status, headingOf(looked.text)];
    };
    const planned = "Enkäten har inte öppnat";
    expect(await told("2027-05-12 20:29")).toEqual([409, planned, 0, 200, planned]);
    const closed = "Enkäten är stängd";
    expect(await told("2027-05-25 00:00")).toEqual([409, closed, 0, 200, closed]);
    const second = await survey.linkOf("e2");
    await survey.order("tjp", { type: "CancelOccasion", occasionId: "e2", reason: "Storm." });
    const cancelled = "Tillfället är inställt";
    expect(await told("2027-05-23 10:00", second)).toEqual([409, cancelled, 0, 200, cancelled]);
  });
});

describe("faults and attacks", () => {
  test("S42: nothing changes by looking, from another page, without a page or as another kind of body", async () => {
    const token = tokenIn(await form());
    const before = await count();
    const fields = { token, P1: "5" };
    await read(`${link}?${new URLSearchParams(fields).toString()}`);
    for (const origin of ["https://ond.example", "null", `${survey.origin()}.ond.example`, ""])
      expect((await sent(fields, { origin })).status).toBe(403);
    const bare = (init: RequestInit) => read(link, { method: "POST", ...init });
    expect((await bare({ body: new URLSearchParams(fields) })).status).toBe(403);
    const { origin } = { origin: survey.origin() };
    for (const type of ["text/plain", "application/json", "multipart/form-data; boundary=x"]) {
      const headers = { origin, "content-type": type };
      expect((await bare({ body: JSON.stringify(fields), headers })).status).toBe(415);
    }
    expect((await read(link, { method: "PUT", headers: { origin } })).status).toBe(405);
    expect(await count()).toBe(before);
    // An old browser names the page instead of its origin.
    const referer = { origin: "null", referer: link };
    expect((await sent({ ...fields, token: tokenIn(await form()) }, referer)).status).toBe(303);
  });
  test("S36: an address is of no use when its round is over, nor a form when it has been sent", async () => {
    const token = tokenIn(await form());
    await sent({ token, P1: "5" });
    expect((await sent({ token, P1: "5" })).kept).toBe(0);
    survey.at("2027-06-20 10:00");
    expect((await sent({ token: "a".repeat(32), P1: "5" })).status).toBe(409);
  });
  test("S37, S39: what is written is never markup, on no page", async () => {
    const token = tokenIn(await form());
    const hostile =
      '"><script>alert(1)</script></textarea><img src=x onerror=alert(1)> [x](javascript:1) <at>A</at>';
    const { text } = await sent(
      { token, P4: hostile, background: hostile },
      {},
      `${link}?lang=${encodeURIComponent(hostile)}`,
    );
    expect(text).not.toMatch(/<script|<img|<at>/u);
    const asked = await read(`${link}/${encodeURIComponent(hostile)}?lang=<script>`);
    expect(asked.text).not.toMatch(/<script|<img/u);
  });
  test("a form that is too large is refused with a page, before it is looked at", async () => {
    const { status, heading, kept } = await sent({
      token: "a".repeat(32),
      P1: "5",
      more: "x".repeat(40_000),
    });
    expect([status, heading, kept]).toEqual([413, "Svaret är för stort", 0]);
  });
  test("S48, S54: no answer, word, address or browser is in the log, the events or the outbox; a row has no time and no order", async () => {
    const agent = "Kanarie/7";
    await sent(
      { token: tokenIn(await form()), P1: "3" },
      { "user-agent": agent, "x-forwarded-for": "203.0.113.77" },
    );
    const logged = survey.lines.join("\n");
    const database = new Database(join(survey.directory, "dialog.db"), { readonly: true });
    const columns = database.pragma("table_info(response)") as { name: string }[];
    expect(columns.map(({ name }) => name)).toEqual([
      "dialogue_id",
      "round_id",
      "id",
      "answers",
      "words",
    ]);
    const ids = database.prepare("select id from response where round_id = 'e1'").all() as {
      id: string;
    }[];
    expect(ids.map(({ id }) => id)).toEqual(ids.map(({ id }) => id).toSorted());
    const dump = (table: string) =>
      JSON.stringify(database.prepare(`select * from ${table}`).all());
    const rest = ["event", "message", "reminder", "inbound", "dialogue", "person"]
      .map(dump)
      .join("");
    database.close();
    for (const canary of [agent, "203.0.113.77", "127.0.0.1", '"P1"']) {
      expect(logged).not.toContain(canary);
      expect(rest).not.toContain(canary);
    }
    expect(logged).toBe("");
  });
});
