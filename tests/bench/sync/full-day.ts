import { sha256 } from "@noble/hashes/sha2.js";
import {
  hashSchema,
  personIdSchema,
  questionIdSchema,
  slotIdSchema,
  timestampSchema,
} from "../../../src/domain/ids";
import { toBase64Url } from "../../../src/store/rows/base64url";
import type { LoopDoc } from "../../../src/sync/loop-doc/loop-doc";
import { textOf } from "../day-text";

/** What one panelist of a full day leaves in the shared document. */
export const dayOfOne = {
  questions: 12,
  handOffs: 5,
  handOffCharacters: 180,
  /** Debrief notes, typed so many characters at a time. */
  noteCharacters: 1_500,
  burst: 15,
  /** A card of twelve ratings, sixty ticks and 7,200 characters, sealed. */
  cardBytes: 20_000,
  receipts: 8,
  receiptBytes: 900,
} as const;

/** Bytes no compression helps with, as ciphertext is. */
const sealed = (length: number): Uint8Array => {
  const bytes = new Uint8Array(length);
  for (let at = 0; at < length; at += 65_536) crypto.getRandomValues(bytes.subarray(at, at + 65_536));
  return bytes;
};

const putSealed = (loop: LoopDoc, length: number): void => {
  const bytes = sealed(length);
  loop.putEntries([{ hash: hashSchema.parse(toBase64Url(sha256(bytes))), bytes }]);
};

const score = (loop: LoopDoc, name: string): void => {
  const personId = personIdSchema.parse(name.padEnd(22, "_"));
  const slotId = slotIdSchema.parse(`slot-${name}`.padEnd(22, "_"));
  for (let index = 0; index < dayOfOne.questions; index += 1) {
    const questionId = questionIdSchema.parse(`question-${index}`);
    loop.markCoverage({ slotId, questionId, personId, state: "asked" });
    loop.setProgress({ slotId, personId, answered: index + 1, of: dayOfOne.questions });
  }
};

const handOver = (loop: LoopDoc, name: string): void => {
  const from = personIdSchema.parse(name.padEnd(22, "_"));
  const at = timestampSchema.parse("2026-11-23T10:00:00.000Z");
  for (let index = 0; index < dayOfOne.handOffs; index += 1)
    loop.addHandOff({ id: `${name}-${index}`, from, to: null, text: textOf(dayOfOne.handOffCharacters), at });
};

const discuss = (loop: LoopDoc, name: string): void => {
  const text = textOf(dayOfOne.noteCharacters);
  for (let at = dayOfOne.burst; at <= text.length; at += dayOfOne.burst)
    loop.setDiscussion(`item-${name}`, text.slice(0, at));
};

/** Plays one panelist's day into a loop. */
export const playDay = (loop: LoopDoc, name: string): void => {
  score(loop, name);
  handOver(loop, name);
  discuss(loop, name);
  putSealed(loop, dayOfOne.cardBytes);
  for (let index = 0; index < dayOfOne.receipts; index += 1) putSealed(loop, dayOfOne.receiptBytes);
};
