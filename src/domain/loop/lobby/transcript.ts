import { type Base64Url, type Hash, hashSchema } from "../../ids";
import { canonicalJson } from "../../sealing/canonical-json";
import type { CryptoPort } from "../../sealing/crypto-port";
import type { DeviceKeys } from "../roster";
import { base64Url } from "./device-keys";

/** "panelbook/1/" + kind + NUL + text, as every signed or hashed text here: no kind can stand for another. */
const tagged = (crypto: CryptoPort, kind: string, text: string): Uint8Array =>
  crypto.utf8(`panelbook/1/${kind}\0${text}`);

const hashOf = (crypto: CryptoPort, bytes: Uint8Array): Hash =>
  hashSchema.parse(crypto.toBase64Url(crypto.sha256(bytes)));

/** What `hello` commits to: the exact text of the opening, hidden by the 256-bit nonce in it. */
export const commitmentTo = (crypto: CryptoPort, openingText: string): Hash =>
  hashOf(crypto, tagged(crypto, "lobby-opening", openingText));

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
  tagged(crypto, "lobby-host", canonicalJson({ ...statement, device: plainKeys(statement.device) }));

const plainKeys = ({ deviceId, signKey, agreeKey }: DeviceKeys) => ({ deviceId, signKey, agreeKey });

/** The bytes the joiner signs: all that the host said and all that the joiner had committed to. */
export const joinerStatementBytes = (
  crypto: CryptoPort,
  hostStatement: Uint8Array,
  openingText: string,
): Uint8Array => {
  const host = hashOf(crypto, hostStatement);
  return tagged(crypto, "lobby-joiner", canonicalJson({ host, opening: openingText }));
};

/** Names the conversation: both one-time keys, both identities, both nonces, the label, the versions and names. */
export const transcriptOf = (crypto: CryptoPort, joinerStatement: Uint8Array): Hash =>
  hashOf(crypto, joinerStatement);

/** What the six words are made from. */
export const wordsDigest = (crypto: CryptoPort, transcript: Hash): Uint8Array =>
  crypto.sha256(tagged(crypto, "lobby-words", transcript));

/** The bytes under the host's signature of an admission. */
export const admissionBytes = (crypto: CryptoPort, body: string): Uint8Array =>
  tagged(crypto, "lobby-admission", body);

/** What the wrap of the loop secret is bound to, so that it opens for this conversation and no other. */
export const wrapContext = (crypto: CryptoPort, transcript: Hash): Uint8Array =>
  tagged(crypto, "lobby-wrap", transcript);

/**
 * Shows that the joiner holds the join token, which itself never travels: HKDF-SHA-256 over the transcript, keyed
 * by the token. A man in the middle has another transcript, so a proof made for him proves nothing to the host.
 */
export const tokenProof = (crypto: CryptoPort, joinToken: string, transcript: Hash): Base64Url =>
  base64Url(
    crypto,
    crypto.hkdfSha256({
      secret: crypto.fromBase64Url(joinToken),
      salt: crypto.utf8(transcript),
      info: tagged(crypto, "lobby-token-proof", ""),
      length: 32,
    }),
  );

/** Compares without telling by its duration how much was equal. */
export const sameText = (one: string, other: string): boolean => {
  let difference = one.length ^ other.length;
  for (let at = 0; at < one.length; at += 1) difference |= one.charCodeAt(at) ^ other.charCodeAt(at);
  return difference === 0;
};
