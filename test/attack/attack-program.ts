import { join } from "node:path";
import type { Answers } from "../../src/domain/evaluation/answers.ts";
import { attack, type Guess } from "./attacker.ts";
import { fixChance } from "./fixed.ts";

// Many rounds, attacked: node test/attack/attack-program.ts <directory> <rounds>. Prints what the attacker hit, by way.
const [directory = "", count = "0"] = process.argv.slice(2);
fixChance("rounds");
const { liveOneRound } = await import("./many-rounds.ts");

const KEY = Buffer.alloc(32, 9);
/** Everybody answers otherwise than everybody else, so that a pair is named or not. */
const SAID: readonly Answers<"internal">[] = ([1, 2, 3, 4, 5, null] as const).map((I1) => ({ I1 }));

function shuffled<T>(all: readonly T[]): readonly T[] {
  return all
    .map((one) => [Math.random(), one] as const)
    .toSorted(([a], [b]) => a - b)
    .map(([, one]) => one);
}

const hits: Record<string, number> = {};
let pairs = 0;
for (let round = 0; round < Number(count); round++) {
  const folder = join(directory, `round-${round}`);
  const people = shuffled(["p-a", "p-b", "p-c", "p-d", "p-e", "p-f"]);
  const answers = shuffled(SAID).map((said, index) => [people[index] ?? "", said] as const);
  await liveOneRound(folder, KEY, answers);
  pairs += answers.length;
  const right = new Map(answers.map(([person, said]) => [person, JSON.stringify(said)]));
  const countHits = ({ way, pairs: guessed }: Guess) => {
    const hit = Object.entries(guessed).filter(([person, said]) => right.get(person) === said);
    hits[way] = (hits[way] ?? 0) + hit.length;
  };
  attack(folder, answers.length).forEach(countHits);
  attack(folder, answers.length, KEY).forEach(countHits);
}
process.stdout.write(JSON.stringify({ pairs, hits }));
