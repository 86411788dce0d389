import { drawAbout } from "./about.js";
import { drawClock } from "./clock.js";
import { make } from "./dom.js";
import { session, setSession, setTheme } from "./session.js";
import { drawTeam } from "./team.js";

let parts;

/** The right side: the clock, the people of the team, how things look, and what the emulator is. */
export function drawTools(aside, heard, change) {
  parts ??= start(aside, change);
  drawClock(parts.clock, heard, change);
  drawTeam(parts.team, heard, change);
}

function start(aside, change) {
  const clock = make("section", { class: "panel", "aria-labelledby": "clock-title" });
  const team = make("section", { class: "panel", "aria-labelledby": "team-title" });
  const look = make("section", { class: "panel", "aria-labelledby": "look-title" });
  const about = make("section", { class: "panel", "aria-labelledby": "about-title" });
  drawLook(look, change);
  drawAbout(about);
  const close = make(
    "button",
    {
      type: "button",
      class: "quiet only-medium",
      onclick: () => document.body.classList.remove("tools-open"),
    },
    "Stäng verktygen",
  );
  aside.replaceChildren(close, clock, team, look, about);
  return { clock, team };
}

function drawLook(section, change) {
  const redrawAll = () => void change.refresh();
  section.replaceChildren(
    make("h2", { id: "look-title" }, "Utseende"),
    choice("Mörkt läge", session.theme === "dark", (isOn) => {
      setTheme(isOn ? "dark" : "light");
      redrawAll();
    }),
    choice("Visa reservutseende", session.fallback, (isOn) => {
      setSession({ fallback: isOn });
      redrawAll();
    }),
    make(
      "p",
      { class: "panel-note" },
      "Reservutseendet visar korten som en äldre klient gör: utan ikoner, märken och förloppsmätare, och med knappar som skickar ett meddelande.",
    ),
  );
}

function choice(label, isOn, onChange) {
  const box = make("input", {
    type: "checkbox",
    role: "switch",
    checked: isOn,
    onchange: () => onChange(box.checked),
  });
  return make("label", { class: "switch" }, box, make("span", {}, label));
}
