import { z } from "zod";
import { audiences } from "../../domain/record/audiences";

/** The name of the file that says what else is in its folder. */
export const manifestName = "manifest.json";

/** The name of the list of packs that people read. */
export const indexName = "index.docx";

const entrySchema = z.object({
  /** In the folder of the manifest. */
  file: z.string(),
  /** Of the file's bytes, in hexadecimal as `sha256sum` prints it. */
  sha256: z.string(),
  recordHash: z.string(),
  audience: z.enum(audiences),
  /** A hash of what decided what the pack says besides its record; manifests before there was one have none. */
  settings: z.string().default(""),
  candidate: z.string(),
  role: z.string(),
  decidedAt: z.string().nullable(),
});

/** One pack of a folder. */
export type ManifestEntry = z.infer<typeof entrySchema>;

const manifestSchema = z.object({
  format: z.literal("panelbook-pack-manifest"),
  formatVersion: z.literal(1),
  files: z.array(entrySchema),
});

/** What a manifest lists, or null where the text is none. */
export const readManifest = (text: string): readonly ManifestEntry[] | null => {
  try {
    const read = manifestSchema.safeParse(JSON.parse(text));
    return read.success ? read.data.files : null;
  } catch (thrown) {
    if (thrown instanceof SyntaxError) return null;
    throw thrown;
  }
};

export const manifestText = (files: readonly ManifestEntry[]): string =>
  `${JSON.stringify({ format: "panelbook-pack-manifest", formatVersion: 1, files }, null, 2)}\n`;
