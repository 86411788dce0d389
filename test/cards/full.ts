import type { ItemState } from "../../src/domain/item-state.ts";
import { itemPages } from "../../src/cards/forms/pages.ts";
import { rowPages } from "../../src/cards/forms/row-form.ts";
import { type Opening, screenOf } from "../../src/cards/screens.ts";
import type { View } from "../../src/cards/view.ts";
import type { Dialogue } from "../../src/domain/dialogue.ts";
import { CHARACTER_LIMITS, isRows, rowFields } from "../../src/domain/fields.ts";
import type { Directory, Membership } from "../../src/domain/organisation.ts";
import { type Field, type Item, stepOf } from "../../src/domain/template.ts";
import type { OpenTask, Task } from "../../src/domain/task.ts";
import type { Link, Row, Value, Values } from "../../src/domain/value.ts";
import { directory, TEAM, template } from "../support/given.ts";
import { type SceneName, scenes, type sceneView, viewOf } from "./scenes.ts";

/** How the longest words are made: of one character that takes most bytes, or of words a person could write. */
export type Filler = (units: number) => string;
export const widest: Filler = (units) => "漢".repeat(units);
export const wordy: Filler = (units) =>
  "Förvaltningsövergripande samverkan. ".repeat(200).slice(0, units);

const ROWS = 25;

/** A value of the field as large as it may be. */
function fullest(field: Field, fill: Filler, people: readonly string[]): Value {
  const text = (limit: number) => ({ text: fill(limit) });
  if (isRows(field)) {
    const count = field.max ?? ROWS;
    return Array.from(
      { length: count },
      (_, index): Row => ({
        id: `row-${index}`,
        revision: 1,
        values: fullRow(field, fill, people),
      }),
    );
  }
  if (field.other)
    return { chosen: (field.options ?? []).map(({ value }) => value), other: text(300) };
  if (field.list) {
    if (field.type === "int") return [6, 12, 18, 24];
    if (field.type === "userRef") return people.slice(0, 30);
    return (field.options ?? []).map(({ value }) => value);
  }
  switch (field.type) {
    case "text":
    case "longtext":
      return text(CHARACTER_LIMITS[field.type]);
    case "docRef": {
      const link: Link = {
        title: text(CHARACTER_LIMITS.linkTitle),
        url: { text: `https://x.example/${fill(CHARACTER_LIMITS.linkUrl - 18)}` },
        version: text(CHARACTER_LIMITS.version),
      };
      return link;
    }
    case "bool":
      return true;
    case "int":
      return field.max ?? 999_999_999_999;
    case "money":
      return 999_999_999_999;
    case "percent":
      return 100;
    case "date":
      return "2027-09-29";
    case "datetime":
      return "2027-09-29T16:00:00.000Z";
    case "userRef":
    case "role":
      return people[0] ?? "a";
    case "bodyRef":
      return "sbn";
    case "lang":
      return "zh-Hant-TW";
    case "enum":
    case "lessonRef":
      return field.options?.[0]?.value ?? "row-0";
    case "record":
      return null;
  }
}

function fullRow(field: Field, fill: Filler, people: readonly string[]): Values {
  return Object.fromEntries(
    rowFields(field)
      .filter((cell) => !cell.computed && !isRows(cell))
      .map((cell) => [cell.name, fullest(cell, fill, people)]),
  );
}

function fullItem(item: Item, fill: Filler, people: readonly string[]): ItemState {
  const values = item.fields
    .filter(({ computed, constant }) => !computed && constant === undefined)
    .map((field) => [field.name, fullest(field, fill, people)] as const);
  return {
    revision: 7,
    values: Object.fromEntries(values),
    recordedBy: "a",
    recordedAt: "2027-09-29T16:00:00.000Z",
  };
}

/** A crowd with the longest names, in the team and in every office. */
function crowd(size: number, fill: Filler) {
  const people = Array.from({ length: size }, (_, index) => `person-${index}`);
  const memberships = people.map((id): [string, Membership] => [
    id,
    { teams: [TEAM], guest: false },
  ]);
  const crowded: Directory = {
    organisation: {
      ...directory.organisation,
      bodies: (directory.organisation?.bodies ?? []).map((body) => ({
        ...body,
        name: fill(200),
        registrars: [...body.registrars, ...people.slice(0, 20)],
        communicators: people.slice(20, 40),
      })),
      elected: [...(directory.organisation?.elected ?? []), ...people.slice(40)],
      admins: [],
      linkHosts: ["x.example"],
    },
    people: new Map([...directory.people, ...memberships]),
  };
  const nameOf: View["nameOf"] = () => ({ name: fill(120), guest: true, reachable: false });
  return { people, directory: crowded, nameOf };
}

/** Forty tasks with the longest words, late and not, of people and roles, in every state. */
function fullTasks(fill: Filler, people: readonly string[]): Dialogue["tasks"]["byId"] {
  const text = (limit: number) => ({ text: fill(limit) });
  const ids = [...Array.from({ length: 36 }, (_, index) => `t${index}`), ...SCENE_TASKS];
  const at = "2027-01-29T16:00:00.000Z";
  return Object.fromEntries(
    ids.map((id, index): [string, Task] => {
      const settled = { by: "a", at, reason: text(CHARACTER_LIMITS.longtext) };
      const facts: Omit<OpenTask, "status"> = {
        id,
        subject: { type: "written", title: text(CHARACTER_LIMITS.text) },
        owner:
          index % 3 === 0
            ? { type: "role", role: "registrar" }
            : { type: "person", person: people[index] ?? "a" },
        ...(index % 4 === 0 ? {} : { due: `2027-02-${String(1 + (index % 27)).padStart(2, "0")}` }),
        note: text(CHARACTER_LIMITS.longtext),
        link: { title: text(300), url: { text: `https://x.example/${fill(1_900)}` } },
        stepId: "planning",
        itemId: "plan.kickoff",
        createdBy: "a",
        createdAt: at,
        revision: 1,
        round: 0,
        handedOver: {
          by: "a",
          at,
          from: { type: "person", person: "a" },
          word: text(CHARACTER_LIMITS.longtext),
        },
        moved: { by: "a", at, from: "2027-02-26", reason: text(CHARACTER_LIMITS.longtext) },
      };
      if (id === "police") return [id, { ...facts, status: "done", by: "a", at }];
      return [
        id,
        id === "poster"
          ? { ...facts, status: "cancelled", ...settled }
          : { ...facts, status: "open" },
      ];
    }),
  );
}
/** Those that test/cards/every-tasks.ts shows by name. */
const SCENE_TASKS = ["room", "youth", "plan", "read", "map", "police", "poster"];

/** The dialogue of a scene with every field of every item filled to its limit. */
export function filledUp(
  scene: keyof typeof scenes,
  fill: Filler,
  people: readonly string[],
): Dialogue {
  const state = scenes[scene]();
  const items = Object.fromEntries(
    template.steps.flatMap(({ items: all }) =>
      all.map((item) => [item.id, fullItem(item, fill, people)] as const),
    ),
  );
  const kept = {
    "triage.decision": state.items["triage.decision"],
    "plan.appoint": state.items["plan.appoint"],
  };
  const facts = Object.assign(
    {},
    ...stepOf(template, "decide-dialogue").items.map(({ id }) => items[id]?.values),
    { chair: "a", members: people.slice(0, 30), departmentHead: "head" },
  ) as Values;
  return {
    ...state,
    title: { text: fill(300) },
    tasks: { byId: fullTasks(fill, people), bulks: [] },
    items: {
      ...items,
      ...Object.fromEntries(Object.entries(kept).filter(([, value]) => value !== undefined)),
    } as Dialogue["items"],
    decisions: state.decisions.map((decision) => ({
      ...decision,
      facts: { ...facts, meetingDate: "2027-01-26" },
      ...(decision.reason ? { reason: { text: fill(5_000) } } : {}),
    })),
  };
}

/** Views of the scenes with everything filled up, in a municipality of a crowd; each scene made once. */
export function viewsFilledWith(fill: Filler, size: number): ReturnType<typeof sceneView> {
  const { people, ...around } = crowd(size, fill);
  const kept = new Map<SceneName, Dialogue>();
  return (scene, viewer) => {
    const state = kept.get(scene) ?? filledUp(scene, fill, people);
    kept.set(scene, state);
    return viewOf(state, { ...around, ...(viewer === undefined ? {} : { viewer }) });
  };
}

/** Every page of every item, and of each list's row, as somebody who may write them gets them. */
export function everyPage(view: View): { name: string; opening: Opening }[] {
  const dialogueId = view.state.id;
  return template.steps.flatMap(({ items }) =>
    items.flatMap((item) => {
      const itemId = item.id;
      const pages = Array.from(
        { length: Math.max(1, itemPages(view, item).length) },
        (_, page) => ({
          name: `${itemId} ${page}`,
          opening: { verb: "openItem", dialogueId, itemId, page } as Opening,
        }),
      );
      const rows = item.fields
        .filter((field) => isRows(field) && !field.computed)
        .flatMap((field) =>
          rowPages(view, field).map((_, page) => ({
            name: `${itemId} ${field.name} row ${page}`,
            opening: {
              verb: "openRow",
              dialogueId,
              itemId,
              field: field.name,
              rowId: "row-0",
              page,
            } as Opening,
          })),
        );
      return [...pages, ...rows];
    }),
  );
}

export const shown = (view: View, opening: Opening) => screenOf(view, opening, "new-1");
