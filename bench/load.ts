import { Agent, request } from "node:http";
import { performance } from "node:perf_hooks";

/** What the load generator is given: each lane sends its bodies one after the other, all lanes side by side. */
export type Load = {
  readonly url: string;
  readonly token: string;
  readonly lanes: readonly (readonly string[])[];
};
export type Loaded = {
  readonly wallMs: number;
  /** One for each press, from the first byte sent to the last one read. */
  readonly latenciesMs: readonly number[];
  /** Characters of all answers together. */
  readonly answered: number;
  /** The first answer that held no card, with its status. */
  readonly fault?: string;
};

/** Runs in a process of its own, so that making load takes no time from the bots. */
const agent = new Agent({ keepAlive: true, maxSockets: 64 });

process.on("message", (load: Load) => {
  run(load).then(
    (loaded) => process.send?.(loaded),
    (error: unknown) => {
      console.error(error);
      process.exit(1);
    },
  );
});
process.on("disconnect", () => process.exit(0));

async function run({ url, token, lanes }: Load): Promise<Loaded> {
  const latenciesMs: number[] = [];
  const answers: Answer[] = [];
  const bodies = lanes.map((lane) => lane.map((body) => Buffer.from(body)));
  const start = performance.now();
  await Promise.all(
    bodies.map(async (lane) => {
      for (const body of lane) {
        const sentAt = performance.now();
        answers.push(await send(`${url}/api/messages`, token, body));
        latenciesMs.push(performance.now() - sentAt);
      }
    }),
  );
  const wallMs = performance.now() - start;
  // Looked at only now: what happens here would be counted as the bots' slowness.
  const bad = answers.find((answer) => !holdsCard(answer));
  const answered = answers.reduce((sum, { text }) => sum + text.length, 0);
  return {
    wallMs,
    latenciesMs,
    answered,
    ...(bad ? { fault: `${bad.status} ${bad.text.slice(0, 500)}` } : {}),
  };
}

type Answer = { readonly status: number; readonly text: string };

function send(url: string, token: string, body: Buffer): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const headers = {
      "content-type": "application/json",
      "content-length": body.length,
      authorization: `Bearer ${token}`,
    };
    const outgoing = request(url, { method: "POST", agent, headers }, (incoming) => {
      const chunks: Buffer[] = [];
      incoming.on("data", (chunk: Buffer) => chunks.push(chunk));
      incoming.once("error", reject);
      incoming.once("end", () =>
        resolve({ status: incoming.statusCode ?? 0, text: Buffer.concat(chunks).toString() }),
      );
    });
    outgoing.once("error", reject);
    outgoing.end(body);
  });
}

function holdsCard({ status, text }: Answer): boolean {
  if (status !== 200) return false;
  // A card in place of the pressed one, or the next page of a dialog; where it is missing, nothing is what was asked for.
  const { value, task } = JSON.parse(text) as {
    value?: { type?: string };
    task?: { value?: { card?: { content?: { type?: string } } } };
  };
  return (task?.value?.card?.content ?? value)?.type === "AdaptiveCard";
}
