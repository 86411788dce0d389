import { expect, test } from "vitest";
import { isTrusted } from "../../src/cards/values.ts";
import { directory } from "../support/given.ts";

const view = {
  directory: {
    ...directory,
    organisation: directory.organisation && {
      ...directory.organisation,
      linkHosts: ["granasa.se"],
    },
  },
};

test.each([
  ["https://granasa.se/protokoll", true],
  ["https://www.granasa.se/protokoll?id=7", true],
  ["https://granasa.sharepoint.com/:w:/s/x", true],
  ["http://granasa.se/protokoll", false],
  ["https://evilgranasa.se/", false],
  ["https://granasa.se.evil.example/", false],
  ["https://granasa.se@evil.example/", false],
  ["https://user:pass@granasa.se/", false],
  ["https://sharepoint.com.evil.example/", false],
  ["javascript:alert(1)", false],
  ["data:text/html,x", false],
  ["ingen länk", false],
])("a link to %s may be followed from a card: %s", (address, may) => {
  expect(isTrusted(view, address)).toBe(may);
});
