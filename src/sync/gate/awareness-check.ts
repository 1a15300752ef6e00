import * as decoding from "lib0/decoding";
import { z } from "zod";
import { deviceIdSchema } from "../../domain/ids";

/** What a laptop says of itself while it is there: which device it is, and nothing else. */
export const presenceSchema = z.strictObject({ deviceId: deviceIdSchema });

/** `{}` is what y-protocols says before anything was set, null says that a laptop left. */
const stateSchema = z.union([presenceSchema, z.strictObject({}), z.null()]);

const maxStates = 64;
const maxStateLength = 200;

const readState = (decoder: decoding.Decoder): unknown => {
  decoding.readVarUint(decoder);
  decoding.readVarUint(decoder);
  const text = decoding.readVarString(decoder);
  if (text.length > maxStateLength) throw new Error("a state that is too long");
  return JSON.parse(text);
};

/** True where y-protocols may read these awareness states: few, short, and only what a loop says. */
export const areAwarenessStates = (states: Uint8Array): boolean => {
  const decoder = decoding.createDecoder(states);
  try {
    const count = decoding.readVarUint(decoder);
    if (count > maxStates) return false;
    for (let index = 0; index < count; index += 1) stateSchema.parse(readState(decoder));
    return decoder.pos === states.length;
  } catch {
    return false;
  }
};
