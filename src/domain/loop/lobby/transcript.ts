import type { Base64Url, Hash } from "../../ids";
import { canonicalJson } from "../../sealing/canonical-json";
import type { CryptoPort } from "../../sealing/crypto-port";
import { hashOf, signedBytes, toText } from "../../sealing/signing";
import type { DeviceKeys } from "../roster";

/** What `hello` commits to: the exact text of the opening, hidden by the 256-bit nonce in it. */
export const commitmentTo = (crypto: CryptoPort, openingText: string): Hash =>
  hashOf(signedBytes("lobby-opening", openingText, crypto), crypto);

/** What the host says of itself, about one hello. */
export interface HostStatement {
  /** The exact text of the hello as it was received. */
  readonly hello: string;
  readonly ephemeralKey: string;
  readonly device: DeviceKeys;
  readonly nonce: string;
}

/** The bytes the host signs before it knows who asks. */
export const hostStatementBytes = (crypto: CryptoPort, statement: HostStatement): Uint8Array =>
  signedBytes("lobby-host", canonicalJson({ ...statement, device: plainKeys(statement.device) }), crypto);

const plainKeys = ({ deviceId, signKey, agreeKey }: DeviceKeys) => ({ deviceId, signKey, agreeKey });

/** The bytes the joiner signs: all that the host said and all that the joiner had committed to. */
export const joinerStatementBytes = (
  crypto: CryptoPort,
  hostStatement: Uint8Array,
  openingText: string,
): Uint8Array => {
  const host = hashOf(hostStatement, crypto);
  return signedBytes("lobby-joiner", canonicalJson({ host, opening: openingText }), crypto);
};

/** Names the conversation: both one-time keys, both identities, both nonces, the label, the versions and names. */
export const transcriptOf = (crypto: CryptoPort, joinerStatement: Uint8Array): Hash =>
  hashOf(joinerStatement, crypto);

/** What the six words are made from. */
export const wordsDigest = (crypto: CryptoPort, transcript: Hash): Uint8Array =>
  crypto.sha256(signedBytes("lobby-words", transcript, crypto));

/** The bytes under the host's signature of an admission. */
export const admissionBytes = (crypto: CryptoPort, body: string): Uint8Array =>
  signedBytes("lobby-admission", body, crypto);

/** What the wrap of the loop secret is bound to, so that it opens for this conversation and no other. */
export const wrapContext = (crypto: CryptoPort, transcript: Hash): Uint8Array =>
  signedBytes("lobby-wrap", transcript, crypto);

/**
 * Shows that the joiner holds the join token, which itself never travels: HKDF-SHA-256 over the transcript, keyed
 * by the token. A man in the middle has another transcript, so a proof made for him proves nothing to the host.
 */
export const tokenProof = (crypto: CryptoPort, joinToken: string, transcript: Hash): Base64Url =>
  toText(
    crypto.hkdfSha256({
      secret: crypto.fromBase64Url(joinToken),
      salt: crypto.utf8(transcript),
      info: signedBytes("lobby-token-proof", "", crypto),
      length: 32,
    }),
    crypto,
  );

/** Compares without telling by its duration how much was equal. */
export const sameText = (one: string, other: string): boolean => {
  let difference = one.length ^ other.length;
  for (let at = 0; at < one.length; at += 1) difference |= one.charCodeAt(at) ^ other.charCodeAt(at);
  return difference === 0;
};
