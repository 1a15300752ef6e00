import { type Card, cardSchema } from "../card/card";
import { maxCardBytes } from "../card/card-size";
import { sealedForm } from "../card/card-versions";
import type { Hash, Timestamp } from "../ids";
import { err, ok, type Result } from "../result";
import { canonicalJson } from "./canonical-json";
import { cardCommit, keyCommit } from "./commitments";
import type { CryptoPort, DeviceIdentity } from "./crypto-port";
import { type CardBody, type CardHeader, cardHeaderSchema, type KeyWrap, type SignedEntry } from "./entries";
import { guardedCanonicalJson, type JsonRefusal } from "./guarded-json";
import { type WrapContext, wrapSecret } from "./key-wrap";
import { padCard, saltBytes } from "./padding";
import { hashOf, signEntry, toText } from "./signing";
import type { TypedIn } from "./typist-entry";

/** What the header says beside what the card itself says. */
export interface SealFacts {
  readonly revision: number;
  /** The author's previous sealed revision for the slot; null in revision 1. */
  readonly prev: Hash | null;
  readonly counter: number;
  readonly at: Timestamp;
  readonly knownReveals: readonly Hash[];
  /** Where another person's laptop seals the card. */
  readonly typedIn?: TypedIn | undefined;
}

/** Whoever may unwrap the content key. `agreeKey` is a raw X25519 public key. */
export interface Recipient {
  readonly recipient: KeyWrap["recipient"];
  readonly agreeKey: Uint8Array;
}

export type SealRefusal =
  | { readonly type: "cardInvalid" | "ownDeviceMissing" | "recipientKeyInvalid" }
  | { readonly type: "cardTooLarge"; readonly bytes: number; readonly maxBytes: number }
  | JsonRefusal;

/** The bytes of the header that the ciphertext is bound to. */
export const headerBytes = (header: CardHeader, crypto: CryptoPort): Uint8Array =>
  crypto.utf8(canonicalJson(header));

/**
 * What a wrap of a content key is bound to. The envelope's own hash cannot be in it, since the envelope
 * contains the wraps; the header's hash stands for it, and the header names loop, slot, person, revision, both
 * commitments and the revision before, so no two envelopes share one.
 */
export const cardWrapContext = (
  header: CardHeader,
  recipient: KeyWrap["recipient"],
  crypto: CryptoPort,
): WrapContext => ({
  use: "panelbook/1/card-key",
  version: header.v,
  loopId: header.loopId,
  header: hashOf(headerBytes(header, crypto), crypto),
  recipient,
});

const cardBytes = (card: Card, crypto: CryptoPort): Result<Uint8Array, SealRefusal> => {
  const parsed = cardSchema.safeParse(card);
  if (!parsed.success) return err({ type: "cardInvalid" });
  const text = guardedCanonicalJson(sealedForm(parsed.data));
  if (!text.ok) return text;
  const bytes = crypto.utf8(text.value);
  return bytes.length > maxCardBytes
    ? err({ type: "cardTooLarge", bytes: bytes.length, maxBytes: maxCardBytes })
    : ok(bytes);
};

const layOutHeader = (
  card: Card,
  facts: SealFacts,
  identity: DeviceIdentity,
  commitments: { readonly commit: Hash; readonly keyCommit: Hash },
): CardHeader =>
  cardHeaderSchema.parse({
    v: 1,
    loopId: card.loopId,
    deviceId: identity.deviceId,
    slotId: card.slotId,
    personId: card.personId,
    kitRoot: card.kitRoot,
    ...facts,
    ...commitments,
  });

const wrapToAll = (
  contentKey: Uint8Array,
  header: CardHeader,
  recipients: readonly Recipient[],
  crypto: CryptoPort,
): readonly KeyWrap[] | null => {
  const wraps: KeyWrap[] = [];
  for (const { recipient, agreeKey } of recipients) {
    const wrap = wrapSecret(contentKey, agreeKey, cardWrapContext(header, recipient, crypto), crypto);
    if (wrap === null) return null;
    wraps.push({ recipient, ...wrap });
  }
  return wraps;
};

/** Without a wrap to itself a laptop could never release what it sealed. */
const reachesOwnDevice = (recipients: readonly Recipient[], identity: DeviceIdentity): boolean =>
  recipients.some(({ recipient }) => recipient.kind === "device" && recipient.deviceId === identity.deviceId);

/**
 * Seals one revision of a card: a fresh content key and salt, the padded card encrypted under it with the header
 * as associated data, the key wrapped to every recipient, the whole signed by this laptop.
 */
export const sealCard = (
  card: Card,
  facts: SealFacts,
  recipients: readonly Recipient[],
  identity: DeviceIdentity,
  crypto: CryptoPort,
): Result<SignedEntry, SealRefusal> => {
  if (!reachesOwnDevice(recipients, identity)) return err({ type: "ownDeviceMissing" });
  const bytes = cardBytes(card, crypto);
  if (!bytes.ok) return bytes;
  const [contentKey, salt, nonce] = [
    crypto.randomBytes(32),
    crypto.randomBytes(saltBytes),
    crypto.randomBytes(12),
  ];
  const commit = cardCommit(salt, bytes.value, crypto);
  const header = layOutHeader(card, facts, identity, { commit, keyCommit: keyCommit(contentKey, crypto) });
  const wraps = wrapToAll(contentKey, header, recipients, crypto);
  if (wraps === null) return err({ type: "recipientKeyInvalid" });
  const associated = headerBytes(header, crypto);
  const ciphertext = crypto.aesGcmSeal({
    key: contentKey,
    nonce,
    associated,
    bytes: padCard(salt, bytes.value),
  });
  const body: CardBody = {
    header,
    nonce: toText(nonce, crypto),
    ciphertext: toText(ciphertext, crypto),
    wraps: [...wraps],
  };
  return ok(signEntry("card", body, identity, crypto));
};
