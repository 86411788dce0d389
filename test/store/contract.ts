import { describe } from "vitest";
import type { Store } from "../../src/store/store.ts";
import { addressBookContract } from "./contract-address-book.ts";
import { dialoguesContract } from "./contract-dialogues.ts";
import { editsContract } from "./contract-edits.ts";
import { evaluationContract } from "./contract-evaluation.ts";
import { movedContract } from "./contract-moved.ts";
import { paceContract } from "./contract-pace.ts";
import { postsContract } from "./contract-posts.ts";
import { responsesContract } from "./contract-responses.ts";
import { timersContract } from "./contract-timers.ts";
import { remindersContract } from "./contract-reminders.ts";
import { undeliveredContract } from "./contract-undelivered.ts";
import { wantedContract } from "./contract-wanted.ts";

type OpenStore = (options?: { readonly paced?: boolean }) => Promise<Store>;

/** What every implementation of the store promises; run against each. `open` gives an empty store that the test's end closes. */
export function storeContract(open: OpenStore): void {
  describe("dialogues", () => {
    dialoguesContract(open);
  });
  describe("what time changes", () => {
    timersContract(open);
  });
  describe("posts", () => {
    postsContract(open);
  });
  describe("living cards", () => {
    editsContract(open);
  });
  describe("messages wanted otherwise", () => {
    wantedContract(open);
  });
  describe("a dialogue that moves", () => {
    movedContract(open);
  });
  describe("the pace", () => {
    paceContract(() => open({ paced: true }));
  });
  describe("reminders", () => {
    remindersContract(open);
  });
  describe("what has not arrived", () => {
    undeliveredContract(open);
  });
  describe("what participants answer", () => {
    responsesContract(open);
  });
  describe("the internal evaluation", () => {
    evaluationContract(open);
  });
  describe("people and places", () => {
    addressBookContract(open);
  });
}
