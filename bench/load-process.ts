import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Load, Loaded } from "./load.ts";

export type LoadProcess = {
  /** Sends every press and waits for its answer. Rejects when one was answered without a card. */
  readonly run: (load: Load) => Promise<Loaded>;
  readonly stop: () => void;
};

/** Starts the load generator in a process of its own. */
export function startLoadProcess(): LoadProcess {
  const child = fork(fileURLToPath(new URL("./load.ts", import.meta.url)));
  return {
    run: (load) =>
      new Promise((resolve, reject) => {
        const ended = (code: number | null) =>
          reject(new Error(`The load generator ended with ${code}.`));
        child.once("exit", ended);
        child.once("message", (loaded: Loaded) => {
          child.off("exit", ended);
          if (loaded.fault === undefined) resolve(loaded);
          else reject(new Error(`A press was not answered with a card: ${loaded.fault}`));
        });
        child.send(load);
      }),
    stop: () => child.disconnect(),
  };
}
