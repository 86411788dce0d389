import { fixChance } from "./fixed.ts";

// One world of a round, in a process of its own: node test/attack/world.ts <directory> <seed> <forms as JSON>
const [directory = "", seed = "", forms = "[]"] = process.argv.slice(2);
fixChance(seed);
const { liveRound } = await import("./round-world.ts");
await liveRound(directory, JSON.parse(forms) as Parameters<typeof liveRound>[1]);
