import { api } from "./api.js";
import { make, redraw } from "./dom.js";
import { toast } from "./toast.js";

/** The people of each team, with a way to add and remove them, and the bot itself. */
export function drawTeam(section, { world }, change) {
  redraw(section, JSON.stringify([world.teams, world.people, world.botInstalledIn]), () => [
    make("h2", { id: "team-title" }, "Med i teamet"),
    ...world.teams.flatMap((team) => teamPart(team, world, change)),
  ]);
}

function teamPart(team, world, change) {
  const name = (id) => world.people.find((person) => person.id === id)?.name ?? id;
  const hasBot = world.botInstalledIn.includes(team.id);
  const outside = world.people.filter((person) => !team.members.includes(person.id));
  const alter = (work) => () => void run(work, change);
  return [
    make("h3", {}, team.name),
    make(
      "details",
      {},
      make(
        "summary",
        {},
        `${team.members.length} personer${hasBot ? " och " + world.botName : ""}`,
      ),
      make(
        "ul",
        { class: "members" },
        team.members.map((id) =>
          make(
            "li",
            {},
            make("span", {}, name(id)),
            make(
              "button",
              {
                type: "button",
                class: "quiet",
                "aria-label": `Ta bort ${name(id)} ur ${team.name}`,
                onclick: alter(() => api.roster({ teamId: team.id, remove: [id] })),
              },
              "Ta bort",
            ),
          ),
        ),
        hasBot ? botRow(team, world, alter) : null,
      ),
    ),
    outside.length > 0 ? addForm(team, outside, change) : null,
  ].filter(Boolean);
}

function botRow(team, world, alter) {
  return make(
    "li",
    {},
    make("span", {}, `${world.botName} (app)`),
    make(
      "button",
      {
        type: "button",
        class: "quiet",
        "aria-label": `Ta bort ${world.botName} ur ${team.name}`,
        onclick: alter(() => api.install({ teamId: team.id, add: false })),
      },
      "Ta bort",
    ),
  );
}

function addForm(team, outside, change) {
  const id = `add-${team.id}`;
  const field = make(
    "select",
    { id },
    outside.map((person) => make("option", { value: person.id }, person.name)),
  );
  return make(
    "form",
    {
      class: "row",
      onsubmit: (event) => {
        event.preventDefault();
        void run(() => api.roster({ teamId: team.id, add: [field.value] }), change);
      },
    },
    make("label", { for: id }, "Lägg till person"),
    field,
    make("button", { type: "submit" }, "Lägg till"),
  );
}

async function run(work, change) {
  try {
    await work();
  } catch (error) {
    toast(`Det gick inte: ${error.message}`, { isFault: true });
  }
  await change.refresh();
}
