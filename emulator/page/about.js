import { api } from "./api.js";
import { make } from "./dom.js";

const basis = { documented: "dokumenterat", assumed: "antaget" };

/** What the emulator is, and for each thing it imitates whether Microsoft has documented it or we assume it. */
export function drawAbout(section) {
  const list = make("ul", { class: "behaviours" });
  const details = make(
    "details",
    { ontoggle: () => void fill(list) },
    make("summary", {}, "Så beter den sig"),
    list,
  );
  section.replaceChildren(
    make("h2", { id: "about-title" }, "Om emulatorn"),
    make(
      "p",
      { class: "panel-note" },
      "Emulatorn står i stället för Microsoft Teams när boten utvecklas, provas och visas. Personerna är påhittade och inget lämnar den här datorn.",
    ),
    details,
  );
}

async function fill(list) {
  if (list.childElementCount > 0) return;
  const behaviours = await api.behaviours();
  list.replaceChildren(
    ...behaviours.map((each) =>
      make(
        "li",
        {},
        make("span", { class: `mark ${each.basis}` }, basis[each.basis]),
        " ",
        each.what,
        make("span", { class: "source" }, ` ${each.where}.`),
      ),
    ),
  );
}
