import "./scripts/require-node.mjs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

// What Node makes of the source, kept for the processes of the tests and those they start: most of a start is that.
process.env["NODE_COMPILE_CACHE"] ??= join(tmpdir(), "dialoglotsen-compiled");

const LONG = "test/**/*.long.test.ts";

/** What takes longest. Begun last, one of them would keep one core busy long after the others are done. */
const SLOW =
  /every-button|matrix|browser\/|hostile|demo\.test|crash-points|stopping|replicas|reminders|simulation|faults\//u;

class SlowFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isSlow = ({ moduleId }: TestSpecification) => Number(SLOW.test(moduleId));
    return (await super.sort(files)).toSorted((a, b) => isSlow(b) - isSlow(a));
  }
}

/** `vitest run` is everything that is quick; `--mode long` the endurance tests, with many more random cases. */
export default defineConfig(({ mode }) => {
  const long = mode === "long";
  return {
    test: {
      include: long ? [LONG, "test/**/*propert*.test.ts"] : ["test/**/*.test.ts"],
      exclude: long ? [] : [LONG],
      passWithNoTests: long,
      // A process of its own for every file: a test may listen on a port, move a clock or load the SDK undisturbed.
      pool: "forks",
      // One more than there are cores: some tests wait for real time, and a core should not wait with them.
      maxWorkers: availableParallelism() + 1,
      sequence: { sequencer: SlowFirst },
      globalSetup: ["test/setup/postgres-links.ts"],
      setupFiles: ["test/setup/quiet-console.ts", "test/setup/random-cases.ts"],
      // A zone where it is often another day than in Sweden: nothing may depend on where the process runs.
      env: { TZ: "Pacific/Apia", LONG_TESTS: long ? "1" : "" },
      testTimeout: long ? 600_000 : 120_000,
      hookTimeout: 120_000,
      teardownTimeout: 20_000,
      restoreMocks: true,
      unstubEnvs: true,
      unstubGlobals: true,
    },
  };
});
