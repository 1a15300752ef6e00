import { z } from "zod";
import { deviceIdSchema, loopIdSchema, timestampSchema } from "../ids";

/** What every signed body says about itself. */
export const signedHeader = {
  v: z.literal(1),
  loopId: loopIdSchema,
  deviceId: deviceIdSchema,
  at: timestampSchema,
};
