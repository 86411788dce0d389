import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { emulatorClient } from "../support/emulator.ts";
import { anna, bertil, botCalls, cardActivity, channelId, smallWorld, teamId } from "./stub.ts";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "emulator-"));
  writeFileSync(join(folder, "world.json"), JSON.stringify(smallWorld()));
});

afterEach(() => rmSync(folder, { recursive: true }));

/** Starts the emulator as its own process on a file; resolves when it has said that it is ready. */
async function startProcess(environment: Record<string, string> = {}) {
  const child = spawn(process.execPath, ["emulator/main.ts"], {
    env: {
      ...process.env,
      EMULATOR_PORT: "0",
      EMULATOR_WORLD: join(folder, "world.json"),
      EMULATOR_STATE: join(folder, "state", "emulator.db"),
      ...environment,
    },
  });
  let said = "";
  let faults = "";
  child.stdout.on("data", (chunk: Buffer) => {
    said += chunk.toString();
  });
  child.stderr.on("data", (chunk: Buffer) => {
    faults += chunk.toString();
  });
  const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));
  await expect
    .poll(() => said.includes("\n") || child.exitCode !== null, { timeout: 10_000 })
    .toBe(true);
  const url = said === "" ? "" : (JSON.parse(said) as { ready: string }).ready;
  return {
    url,
    faults: () => faults,
    ended,
    stop: (signal: NodeJS.Signals) => {
      child.kill(signal);
      return ended;
    },
  };
}

test("after kill -9 messages, edits, people, the app's places and the keys are as they were", async () => {
  const first = await startProcess();
  const before = emulatorClient(first.url);
  const call = await botCalls(first.url);
  const created = await call("POST", "/v3/conversations", {
    isGroup: true,
    channelData: { channel: { id: channelId } },
    activity: cardActivity("Rot"),
  });
  const root = String(created.body["activityId"]);
  await call("PUT", `/v3/conversations/${channelId}/activities/${root}`, cardActivity("Ändrad"));
  await before.message(anna, channelId, "hej", { mention: false });
  await before.message(bertil, "personal", "hjälp");
  await before.roster({ teamId, remove: [bertil] });
  const messages = await before.messages(channelId);
  const conversations = await before.conversations();
  const keys = await (await fetch(`${first.url}/v1/.well-known/keys`)).text();
  await first.stop("SIGKILL");

  const second = await startProcess();
  const after = emulatorClient(second.url);
  expect(await after.messages(channelId)).toEqual(messages);
  expect(await after.conversations()).toEqual(conversations);
  expect(await (await fetch(`${second.url}/v1/.well-known/keys`)).text()).toBe(keys);
  const next = await after.message(anna, channelId, "igen", { mention: false });
  expect(Number(next.messageId)).toBeGreaterThan(Number(messages.at(-1)?.id));
  expect(await second.stop("SIGTERM")).toBe(0);
});

test("a state of another tenant is refused with what to do", async () => {
  await (await startProcess()).stop("SIGTERM");
  writeFileSync(
    join(folder, "world.json"),
    JSON.stringify({ ...smallWorld(), tenantId: "another-tenant" }),
  );
  const second = await startProcess();
  expect(await second.ended).toBe(2);
  expect(second.faults()).toMatch(/names another-tenant .*: remove the file or use its world/);
});

test("a world that does not hold together is refused with every fault", async () => {
  const world = smallWorld();
  world.teams[0]?.members.push("nobody");
  writeFileSync(
    join(folder, "world.json"),
    JSON.stringify({ ...world, botInstalledIn: ["19:nowhere@thread.tacv2"] }),
  );
  const refused = await startProcess();
  expect(await refused.ended).toBe(2);
  expect(refused.faults()).toMatch(/world\.json.*member nobody of team.*unknown team 19:nowhere/s);
});
