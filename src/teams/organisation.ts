import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { z } from "zod";
import type { Organisation } from "../domain/organisation.ts";
import type { PersonId } from "../domain/value.ts";
import type { AddressBook } from "../store/store.ts";

const person = z.guid().transform((id) => id.toLowerCase());
const bodyId = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,39}$/u, "an id of a-z, 0-9 and hyphens, at most 40");
const name = z.string().trim().min(1).max(200);
const body = z.strictObject({
  id: bodyId,
  name,
  short: z.string().trim().min(1).max(20),
  kind: z.enum(["board", "executive", "council"]),
  chair: person.optional(),
  departmentHead: person,
  registrars: z.array(person).min(1),
  communicators: z.array(person),
});
const host = z
  .string()
  .regex(
    /^(?=.{1,253}$)[a-z0-9-]+(\.[a-z0-9-]+)+$/u,
    "a host name in small letters, without https:// or path",
  );
const OrganisationFile = z
  .strictObject({
    bodies: z.array(body).min(1),
    elected: z.array(person),
    admins: z.array(person),
    linkHosts: z.array(host),
  })
  .superRefine(refuseContradictions);
export type OrganisationFile = z.infer<typeof OrganisationFile>;

/** Nobody is both elected and employed (decisions.md §1.7), and every id is one body's. */
function refuseContradictions(
  { bodies, elected }: Omit<z.infer<typeof OrganisationFile>, never>,
  context: z.RefinementCtx,
): void {
  for (const [i, { id, departmentHead, registrars, communicators }] of bodies.entries()) {
    if (bodies.findIndex((other) => other.id === id) < i)
      context.addIssue({
        code: "custom",
        path: ["bodies", i, "id"],
        message: `The id ${id} is used twice.`,
      });
    for (const employee of [departmentHead, ...registrars, ...communicators]) {
      if (elected.includes(employee))
        context.addIssue({
          code: "custom",
          path: ["bodies", i],
          message: `${employee} is both elected and an employee of ${id}; one person cannot be both.`,
        });
    }
  }
}

/** The file cannot be used; the message lists every fault with its place. */
export class OrganisationError extends Error {
  override readonly name = "OrganisationError";
}

/** Reads and checks the organisation file (decisions.md §1.1). Throws OrganisationError with every fault. */
export async function readOrganisation(path: string): Promise<OrganisationFile> {
  const text = await readFile(path, "utf8").catch((cause: unknown) => {
    throw new OrganisationError(
      `ORGANISATION: the file ${path} cannot be read. Check the path and its rights.`,
      { cause },
    );
  });
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch (cause) {
    throw new OrganisationError(`ORGANISATION: the file ${path} is not valid JSON.`, { cause });
  }
  const checked = OrganisationFile.safeParse(parsed);
  if (checked.success) return checked.data;
  throw new OrganisationError(
    `ORGANISATION: the file ${path} has faults. Mend them and start again.\n${z.prettifyError(checked.error)}`,
  );
}

/** Gives every Entra id of the file our own person id and keeps the result, when the file differs from the one applied last. */
export async function applyOrganisation(
  file: OrganisationFile,
  addressBook: AddressBook,
): Promise<boolean> {
  const hash = createHash("sha256").update(JSON.stringify(file)).digest("hex");
  const applied = await addressBook.organisation();
  if (applied?.hash === hash) return false;
  await addressBook.setOrganisation(
    hash,
    await withOwnIds(file, (id) => addressBook.personFor(id)),
  );
  return true;
}

async function withOwnIds(
  file: OrganisationFile,
  own: (entraId: string) => Promise<PersonId>,
): Promise<Organisation> {
  const all = (ids: readonly string[]) => Promise.all(ids.map(own));
  const bodies = file.bodies.map(
    async ({ chair, departmentHead, registrars, communicators, ...kept }) => ({
      ...kept,
      ...(chair === undefined ? {} : { chair: await own(chair) }),
      departmentHead: await own(departmentHead),
      registrars: await all(registrars),
      communicators: await all(communicators),
    }),
  );
  return {
    bodies: await Promise.all(bodies),
    elected: await all(file.elected),
    admins: await all(file.admins),
    linkHosts: file.linkHosts,
  };
}
