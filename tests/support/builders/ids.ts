import type { z } from "zod";

const filled = (name: string, length: number): string =>
  name
    .replace(/[^A-Za-z0-9-]/g, "-")
    .padEnd(length, "_")
    .slice(0, length);

/** A valid 22-character random-looking id from a short name: `anId(loopIdSchema, "loop")`. */
export const anId = <Schema extends z.ZodType>(schema: Schema, name: string): z.infer<Schema> =>
  schema.parse(filled(name, 22)) as z.infer<Schema>;

/** A valid 43-character hash from a short name. */
export const aHash = <Schema extends z.ZodType>(schema: Schema, name: string): z.infer<Schema> =>
  schema.parse(filled(name, 43)) as z.infer<Schema>;
