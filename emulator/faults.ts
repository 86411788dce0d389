import { z } from "zod";

const faultSchema = z.strictObject({
  match: z
    .strictObject({
      method: z.string().optional(),
      pathIncludes: z.string().optional(),
      conversationId: z.string().optional(),
      /** What stands in the body as it was sent: a new thread names its channel there alone. */
      bodyIncludes: z.string().optional(),
    })
    .default({}),
  times: z.int().positive().default(1),
  answer: z.strictObject({
    status: z.int().min(200).max(599).optional(),
    retryAfter: z.union([z.string(), z.number()]).optional(),
    body: z.unknown().optional(),
    /** Instead of a body: one of so many bytes. */
    bytes: z.int().positive().optional(),
    delayMs: z.int().nonnegative().optional(),
    deliver: z.boolean().default(false),
    silent: z.boolean().default(false),
    closeAfterDeliver: z.boolean().default(false),
  }),
});

export type FaultInput = z.input<typeof faultSchema>;
export type Fault = z.infer<typeof faultSchema> & { id: number };

/** The faults a test has ordered, each for a number of calls; the oldest that matches is used. */
export class Faults {
  #faults: Fault[] = [];
  #lastId = 0;

  /** Orders a fault. Throws a ZodError on an unknown key. */
  add(input: unknown): number {
    const id = ++this.#lastId;
    this.#faults.push({ ...faultSchema.parse(input), id });
    return id;
  }

  clear(): void {
    this.#faults = [];
  }

  list(): Fault[] {
    return this.#faults;
  }

  /** Takes the fault meant for this call, if any; each use counts one of its times. */
  take(method: string, path: string, body: string): Fault | undefined {
    const readable = safeDecode(path);
    const fault = this.#faults.find(({ match }) => {
      if (match.method !== undefined && match.method.toUpperCase() !== method) return false;
      if (match.pathIncludes !== undefined && !readable.includes(match.pathIncludes)) return false;
      if (match.bodyIncludes !== undefined && !body.includes(match.bodyIncludes)) return false;
      return match.conversationId === undefined || readable.includes(match.conversationId);
    });
    if (!fault) return undefined;
    fault.times -= 1;
    if (fault.times === 0) this.#faults = this.#faults.filter((each) => each !== fault);
    return fault;
  }
}

function safeDecode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    // A badly encoded path is matched as it stands; the router refuses it afterwards.
    return path;
  }
}
