import type { ILogger } from "@microsoft/teams.common";
import type { Log } from "../log.ts";

/**
 * The SDK's logger, without its words: it writes whole bodies at debug level and error texts that may quote an answer,
 * so only that it had something to say, in which part, and the error's name and code reach the log (reliability.md S48).
 */
export function createSdkLog(log: Log, part = "app"): ILogger {
  const error = (...said: unknown[]) => {
    const thrown = said.find((each) => each instanceof Error);
    if (thrown) log.error("sdk.error", { kind: part, error: thrown });
  };
  const warn = () => log.warn("sdk.warning", { kind: part });
  const quiet = () => {};
  return {
    error,
    warn,
    info: quiet,
    debug: quiet,
    trace: quiet,
    log: (level, ...said) =>
      level === "error" ? error(...said) : level === "warn" ? warn() : quiet(),
    child: (name) => createSdkLog(log, name),
  };
}
