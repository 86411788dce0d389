import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { axeViolations, type OpenBrowser, openBrowser } from "../support/browser.ts";
import { OPEN, type OpenedSurvey, openSurvey } from "../support/survey.ts";

const PAGES = ["", "/tack", "/uppgifter", "/tillganglighet", "/affisch", "/papper"];
const LANGUAGES = ["sv", "en", "ar", "fi"];

let survey: OpenedSurvey;
let browser: OpenBrowser;
let link: string;
beforeAll(async () => {
  const age = { type: "ChooseBackground", background: "age" } as const;
  survey = await openSurvey({ languages: ["ar", "fi"], steps: [["tjp", age]] });
  link = await survey.linkOf();
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  await survey.close();
});

/** The page is no wider than the window: nothing has to be scrolled sideways. */
const fits = (page: Page) =>
  page
    .locator("html")
    .evaluate(
      ({ scrollWidth, clientWidth }: { scrollWidth: number; clientWidth: number }) =>
        scrollWidth <= clientWidth,
    );

describe("the survey in a browser", () => {
  test("is answered with the keyboard alone, without JavaScript, and asks nobody else for anything", async () => {
    const { page, errors, close } = await browser.newPage({ javaScriptEnabled: false });
    const requests: string[] = [];
    page.on("request", (request) => requests.push(`${request.method()} ${request.url()}`));
    await page.goto(`${link}?lang=sv`);
    const press = async (...keys: readonly string[]) => {
      for (const key of keys) await page.keyboard.press(key);
    };
    await press("Tab");
    expect(await page.locator(":focus").textContent()).toBe("Hoppa till innehållet");
    await press("Enter", "Tab");
    expect(await page.locator(":focus").textContent()).toBe("Läs hur vi hanterar uppgifter");
    // One stop for each question; the arrows choose in it.
    await press("Tab", "Space", "ArrowDown", "ArrowDown", "ArrowDown");
    await press("Tab", "ArrowUp");
    await press("Tab", "Tab", "Space");
    await press("Tab", "Tab", "Tab", "Tab", "Tab", "Tab");
    await page.keyboard.type("Bra ljus, kallt golv.");
    await press("Tab", "Space", "ArrowDown", "Tab");
    expect(await page.locator(":focus").textContent()).toBe("Skicka svaren");
    await press("Enter");
    await page.waitForURL(/\/tack/u);
    expect(await page.locator("h1").textContent()).toBe("Tack!");
    expect(await survey.answers()).toMatchObject([
      {
        answers: { P1: 4, P2: null, P4: 1, background: "18-29" },
        words: { text: "Bra ljus, kallt golv." },
      },
    ]);
    const hosts = requests.map((one) => new URL(one.split(" ")[1] ?? "").origin);
    expect([...new Set(hosts)]).toEqual([survey.origin()]);
    expect(
      requests
        .map((one) => one.replace(/\?.*/u, "").replace(link, ""))
        .filter((one) => !one.startsWith("GET data:")),
    ).toEqual(["GET ", "POST ", "GET /tack"]);
    expect(errors).toEqual([]);
    await page.goBack();
    // The page is drawn anew: what was sent is not there for the next one who holds the phone.
    expect(await page.locator("input:checked").count()).toBe(0);
    await close();
  });

  test("has a name for every choice, group and field, in every language, and axe finds nothing on any page", async () => {
    const { page, errors, close } = await browser.newPage({
      viewport: { width: 400, height: 800 },
    });
    const found: string[] = [];
    for (const language of LANGUAGES) {
      await page.goto(`${link}?lang=${language}`);
      const groups = await page.getByRole("group").all();
      expect(groups).toHaveLength(11);
      const [first] = groups;
      expect(await first?.getByRole("radio").count()).toBe(6);
      const named = await page
        .locator("input[type=radio]")
        .evaluateAll((all) =>
          (all as unknown as { labels: { textContent: string }[] | null }[]).every(
            ({ labels }) => (labels?.[0]?.textContent ?? "").length > 1,
          ),
        );
      expect(named).toBe(true);
      expect(await page.getByRole("textbox").getAttribute("aria-describedby")).toBe("PF-hint");
      for (const one of language === "sv" || language === "ar" ? PAGES : [""]) {
        await page.goto(`${link}${one}?lang=${language}`);
        found.push(...(await axeViolations(page)).map((fault) => `${language}${one}: ${fault}`));
      }
    }
    expect(found).toEqual([]);
    expect(errors).toEqual([]);
    await close();
  });

  test("tells what is wrong where a screen reader hears it, and marks the field, in the dark too", async () => {
    const { page, close } = await browser.newPage({
      colorScheme: "dark",
      viewport: { width: 400, height: 800 },
    });
    await page.goto(`${link}?lang=sv`);
    await page.locator("textarea").evaluate((field) => field.removeAttribute("maxlength"));
    await page.locator("textarea").fill("x".repeat(1_001));
    await page.getByRole("button", { name: "Skicka svaren" }).click();
    expect(await page.getByRole("alert").textContent()).toContain("Texten är för lång");
    expect(await page.title()).toMatch(/^Svaren är inte skickade/u);
    expect(await page.locator("textarea").getAttribute("aria-invalid")).toBe("true");
    expect(await axeViolations(page)).toEqual([]);
    await close();
  });

  test("needs no sideways scrolling at 320 pixels, nor with everything twice as large", async () => {
    const wide: string[] = [];
    for (const [width, size] of [
      [320, "100%"],
      [640, "200%"],
    ] as const) {
      const { page, close } = await browser.newPage({ viewport: { width, height: 800 } });
      for (const language of LANGUAGES) {
        for (const one of PAGES) {
          await page.goto(`${link}${one}?lang=${language}`);
          await page.locator("html").evaluate((html: { style: { fontSize: string } }, fontSize) => {
            html.style.fontSize = fontSize;
          }, size);
          if (!(await fits(page))) wide.push(`${width} ${language}${one}`);
        }
      }
      await close();
    }
    expect(wide).toEqual([]);
  });

  test("prints the poster and the paper on one sheet each, and says kindly that it has closed", async () => {
    const { page, close } = await browser.newPage();
    const sheets = async (one: string) => {
      await page.goto(`${link}${one}?lang=sv`);
      const pdf = await page.pdf({ preferCSSPageSize: true });
      return pdf.toString("latin1").match(/\/Type\s*\/Page\b/gu)?.length;
    };
    expect([await sheets("/affisch"), await sheets("/papper")]).toEqual([1, 1]);
    survey.at("2027-05-25 00:00");
    await page.goto(link);
    survey.at(OPEN);
    expect(await page.locator("h1").textContent()).toBe("Enkäten är stängd");
    expect(await axeViolations(page)).toEqual([]);
    await close();
  });
});
