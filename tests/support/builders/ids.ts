import type { z } from "zod";

/** A valid 22-character random-looking id from a short name: `anId(loopIdSchema, "loop")`. */
export const anId = <Schema extends z.ZodType>(schema: Schema, name: string): z.infer<Schema> =>
  schema.parse(name.padEnd(22, "_").slice(0, 22)) as z.infer<Schema>;

/** A valid 43-character hash from a short name. */
export const aHash = <Schema extends z.ZodType>(schema: Schema, name: string): z.infer<Schema> =>
  schema.parse(name.padEnd(43, "_").slice(0, 43)) as z.infer<Schema>;
