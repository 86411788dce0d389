import type { Passing } from "./list-play.ts";
import type { Story } from "./story.ts";

/** How the clock is taken to what it shows on the wall in Sweden. */
type Move = Pick<Story, "at">;

/** In steps of so many hours; the last one is shorter. The story begins where its first step ends. */
function stepsOf(hours: number): (move: Move) => Passing {
  return ({ at }) => {
    let now: Temporal.PlainDateTime | undefined;
    return async (to) => {
      const end = Temporal.PlainDateTime.from(to.replace(" ", "T"));
      for (; now && Temporal.PlainDateTime.compare(now, end) < 0; now = now.add({ hours }))
        await at(wallOf(now));
      await at(to);
      now = end.add({ hours });
    };
  };
}

const HOURS_OF_THREE_MONTHS = 24 * 91;
export const inMonths = stepsOf(HOURS_OF_THREE_MONTHS);
export const inDays = stepsOf(24);
export const inHours = stepsOf(1);

/** The first part of the story in small steps, what is left in greater ones. */
export function until(
  moment: string,
  early: (move: Move) => Passing,
  late: (move: Move) => Passing,
): (move: Move) => Passing {
  return (move) => {
    const [first, then] = [early(move), late(move)];
    return (to) => (to <= moment ? first(to) : then(to));
  };
}

function wallOf(moment: Temporal.PlainDateTime): string {
  return moment.toString().slice(0, 16).replace("T", " ");
}
