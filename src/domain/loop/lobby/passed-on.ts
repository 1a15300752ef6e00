import { z } from "zod";
import { base64UrlSchema } from "../../ids";
import { err, ok, type Result } from "../../result";
import type { CryptoPort } from "../../sealing/crypto-port";
import { jsonValue } from "../json-value";
import type { DeviceKeys } from "../roster";
import { keysBelongTogether, signatureHolds } from "./device-keys";
import { openingSchema } from "./messages";
import { hostStatementBytes, joinerStatementBytes, transcriptOf, wordsDigest } from "./transcript";

/*
 * Whoever is at the door of a member who may not let anybody in is passed on to those who may. What is passed on is what
 * the joiner signed to that door, so that a third laptop sees for itself which keys asked and makes the six words itself:
 * the member in between can keep a request to itself and cannot put another laptop in its place unnoticed.
 */

/** What a joiner and the laptop at the door said to each other in the open and under their signatures. */
export const knockProofSchema = z.strictObject({
  /** The exact text of the joiner's hello. */
  hello: z.string().max(2000),
  /** The door's one-time key and nonce. */
  ephemeralKey: base64UrlSchema.length(43),
  nonce: base64UrlSchema.length(43),
  /** The exact text of the joiner's opening. */
  opening: z.string().max(4000),
  /** The joiner's, over all of it. */
  signature: base64UrlSchema.length(86),
});
export type KnockProof = z.infer<typeof knockProofSchema>;

/** A laptop that asked to be let in, as its own signature says. */
export interface KnockRead {
  readonly device: DeviceKeys;
  readonly deviceLabel: string;
  readonly personName: string;
  /** What the six words are made from: the joiner's screen shows the same. */
  readonly wordsDigest: Uint8Array;
}

/** Reads what was said at the door of `host`; refused where the joiner did not sign exactly this. */
export const readKnock = (
  crypto: CryptoPort,
  host: DeviceKeys,
  { hello, ephemeralKey, nonce, opening: openingText, signature }: KnockProof,
): Result<KnockRead, { readonly type: "badKnock" }> => {
  const opening = openingSchema.safeParse(jsonValue(openingText));
  if (!opening.success) return err({ type: "badKnock" });
  const { device, deviceLabel, personName } = opening.data;
  const said = hostStatementBytes(crypto, { hello, ephemeralKey, device: host, nonce });
  const statement = joinerStatementBytes(crypto, said, openingText);
  const holds = keysBelongTogether(crypto, device) && signatureHolds(crypto, device, statement, signature);
  if (!holds) return err({ type: "badKnock" });
  const digest = wordsDigest(crypto, transcriptOf(crypto, statement));
  return ok({ device, deviceLabel, personName, wordsDigest: digest });
};

const requestIdSchema = z.string().regex(/^[A-Za-z0-9_-]{22}$/);

/** So many who wait at one door are passed on; a stranger who fills a door fills no more than this of another's screen. */
export const mostKnocks = 4;
const mostTurnedAway = 32;

/** What a laptop tells the others about doors: who waits at its own, and whom it turned away at those of others. */
export const doorNewsSchema = z.strictObject({
  knocks: z.array(z.strictObject({ requestId: requestIdSchema, proof: knockProofSchema })).max(mostKnocks),
  turnedAway: z.array(requestIdSchema).max(mostTurnedAway),
});
export type DoorNews = z.infer<typeof doorNewsSchema>;

/** The newest refusals, since a request that is long gone needs none. */
export const withTurnedAway = (before: readonly string[], requestId: string): readonly string[] =>
  [...before, requestId].slice(-mostTurnedAway);
