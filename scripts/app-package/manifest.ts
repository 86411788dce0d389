import { z } from "zod";

const command = z.looseObject({ title: z.string(), description: z.string().optional() });
const bot = z.looseObject({
  botId: z.string(),
  scopes: z.array(z.string()),
  commandLists: z.array(z.looseObject({ scopes: z.array(z.string()), commands: z.array(command) })),
});

/** The parts of an app manifest the rules look at; the official schema looks at the rest. */
export const manifestSchema = z.looseObject({
  manifestVersion: z.string(),
  version: z.string(),
  id: z.string(),
  localizationInfo: z.looseObject({
    defaultLanguageTag: z.string(),
    additionalLanguages: z.array(z.object({ languageTag: z.string(), file: z.string() })),
  }),
  developer: z.looseObject({
    name: z.string(),
    websiteUrl: z.string(),
    privacyUrl: z.string(),
    termsOfUseUrl: z.string(),
  }),
  icons: z.looseObject({ color: z.string(), outline: z.string() }),
  bots: z.array(bot),
});
export type Manifest = z.infer<typeof manifestSchema>;

/** What one municipality's package says instead of the example's. */
export type Stamp = {
  readonly clientId?: string | undefined;
  readonly publisher?: string | undefined;
  readonly website?: string | undefined;
};

/** The manifest with the municipality's own bot and address in it. */
export function stamped(manifest: Manifest, { clientId, publisher, website }: Stamp): Manifest {
  const { developer } = manifest;
  return {
    ...manifest,
    bots: manifest.bots.map((bot) => ({ ...bot, botId: clientId ?? bot.botId })),
    developer: {
      ...developer,
      name: publisher ?? developer.name,
      websiteUrl: website ?? developer.websiteUrl,
      privacyUrl: website ?? developer.privacyUrl,
      termsOfUseUrl: website ?? developer.termsOfUseUrl,
    },
  };
}
