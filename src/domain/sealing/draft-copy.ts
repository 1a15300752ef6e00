import { z } from "zod";
import { type Card, cardSchema } from "../card/card";
import { maxCardBytes } from "../card/card-size";
import { sealedForm } from "../card/card-versions";
import { base64UrlSchema, deviceIdSchema, loopIdSchema, personIdSchema, slotIdSchema } from "../ids";
import { err, ok, type Result } from "../result";
import { canonicalJson } from "./canonical-json";
import type { CryptoPort, DeviceIdentity } from "./crypto-port";
import { type KeyWrap, keyWrapSchema } from "./entries";
import type { Recipient } from "./envelope";
import { guardedCanonicalJson, parseCanonicalJson } from "./guarded-json";
import { unwrapSecret, type WrapContext, wrapSecret } from "./key-wrap";
import { padCard, saltBytes, unpadCard } from "./padding";
import { deviceIdOf, exactBytes, hashOf, signedBytes, toText } from "./signing";

/**
 * A card in progress as it lies on a colleague's laptop: ciphertext that only the author's own laptops and recovery key open, so that a
 * laptop that is lost takes nothing along that its author wrote. It never enters the loop's document, is no entry, and its
 * signature is over bytes of a kind no entry has: nobody can pass it off as a sealed card.
 */
export const draftCopySchema = z.strictObject({
  header: z.strictObject({
    v: z.literal(1),
    loopId: loopIdSchema,
    slotId: slotIdSchema,
    personId: personIdSchema,
    deviceId: deviceIdSchema,
    /** Of two copies by one laptop for one slot the greater is the newer. */
    number: z.int().positive(),
  }),
  nonce: base64UrlSchema.length(16),
  /** AES-256-GCM of the padded card with the header as associated data, tag appended. */
  ciphertext: base64UrlSchema.max(2 * maxCardBytes),
  wraps: z.array(keyWrapSchema).min(1).max(10),
  signKey: base64UrlSchema.length(43),
  signature: base64UrlSchema.length(86),
});
export type DraftCopy = z.infer<typeof draftCopySchema>;
type Header = DraftCopy["header"];

/** The longest copy on the wire, in bytes. */
export const maxDraftCopyBytes = 512 * 1024;

const signedKind = "draft";

const headerBytes = (header: Header, crypto: CryptoPort): Uint8Array => crypto.utf8(canonicalJson(header));

const wrapContext = (header: Header, recipient: KeyWrap["recipient"], crypto: CryptoPort): WrapContext => ({
  use: "panelbook/1/draft-key",
  version: header.v,
  header: hashOf(headerBytes(header, crypto), crypto),
  recipient,
});

const bodyBytes = (copy: Omit<DraftCopy, "signKey" | "signature">, crypto: CryptoPort): Uint8Array => {
  const { header, nonce, ciphertext, wraps } = copy;
  return signedBytes(signedKind, canonicalJson({ header, nonce, ciphertext, wraps }), crypto);
};

const wrapToAll = (
  key: Uint8Array,
  header: Header,
  recipients: readonly Recipient[],
  crypto: CryptoPort,
): KeyWrap[] | null => {
  const wraps = recipients.map(({ recipient, agreeKey }) => {
    const wrap = wrapSecret(key, agreeKey, wrapContext(header, recipient, crypto), crypto);
    return wrap && { recipient, ...wrap };
  });
  return wraps.every((wrap) => wrap !== null) ? wraps : null;
};

export type DraftCopyRefusal = { readonly type: "cardInvalid" | "cardTooLarge" | "recipientKeyInvalid" };

/** Makes a copy for the holders; `recipients` are the author's own laptops and recovery key, and nobody else. */
export const sealDraftCopy = (
  card: Card,
  number: number,
  recipients: readonly Recipient[],
  identity: DeviceIdentity,
  crypto: CryptoPort,
): Result<DraftCopy, DraftCopyRefusal> => {
  const parsed = cardSchema.safeParse(card);
  const text = parsed.success ? guardedCanonicalJson(sealedForm(parsed.data)) : null;
  if (!parsed.success || text === null || !text.ok) return err({ type: "cardInvalid" });
  const bytes = crypto.utf8(text.value);
  if (bytes.length > maxCardBytes) return err({ type: "cardTooLarge" });
  const { loopId, slotId, personId } = parsed.data;
  const deviceId = deviceIdSchema.parse(identity.deviceId);
  const header: Header = { v: 1, loopId, slotId, personId, deviceId, number };
  const [key, nonce] = [crypto.randomBytes(32), crypto.randomBytes(12)];
  const wraps = wrapToAll(key, header, recipients, crypto);
  if (wraps === null) return err({ type: "recipientKeyInvalid" });
  const padded = padCard(crypto.randomBytes(saltBytes), bytes);
  const ciphertext = crypto.aesGcmSeal({
    key,
    nonce,
    associated: headerBytes(header, crypto),
    bytes: padded,
  });
  const body = { header, nonce: toText(nonce, crypto), ciphertext: toText(ciphertext, crypto), wraps };
  const signature = toText(identity.sign(bodyBytes(body, crypto)), crypto);
  return ok({ ...body, signKey: toText(identity.signKey, crypto), signature });
};

/** Whether the laptop that the copy names made it. What it says about a person, the roster decides. */
export const isSignedDraftCopy = (copy: DraftCopy, crypto: CryptoPort): boolean => {
  const signKey = exactBytes(copy.signKey, crypto);
  const signature = exactBytes(copy.signature, crypto);
  if (signKey === null || signature === null || deviceIdOf(signKey, crypto) !== copy.header.deviceId)
    return false;
  return crypto.verifyEd25519(signKey, bodyBytes(copy, crypto), signature);
};

/** A laptop, or a recovery key, that may open copies. */
type Holder = Pick<DeviceIdentity, "agreement">;

const contentKey = (copy: DraftCopy, { agreement }: Holder, crypto: CryptoPort): Uint8Array | null => {
  for (const wrap of copy.wraps) {
    const context = wrapContext(copy.header, wrap.recipient, crypto);
    const key = unwrapSecret(wrap, agreement, context, crypto);
    if (key !== null) return key;
  }
  return null;
};

const readCard = (
  padded: Uint8Array,
  { loopId, slotId, personId }: Header,
  crypto: CryptoPort,
): Card | null => {
  const inside = unpadCard(padded);
  const text = inside === null ? null : crypto.utf8Text(inside.card);
  const value = text === null ? null : parseCanonicalJson(text);
  const card = value?.ok ? cardSchema.safeParse(value.value) : null;
  if (!card?.success) return null;
  const { data } = card;
  return data.loopId === loopId && data.slotId === slotId && data.personId === personId ? data : null;
};

/**
 * Opens a copy with the key of one of its author's laptops, or with the author's recovery key. `notForThisDevice`: no key
 * in it opens with this one.
 */
export const openDraftCopy = (
  copy: DraftCopy,
  holder: Holder,
  crypto: CryptoPort,
): Result<Card, { readonly type: "notSigned" | "notForThisDevice" | "cardInvalid" }> => {
  if (!isSignedDraftCopy(copy, crypto)) return err({ type: "notSigned" });
  const key = contentKey(copy, holder, crypto);
  const padded =
    key &&
    crypto.aesGcmOpen({
      key,
      nonce: crypto.fromBase64Url(copy.nonce),
      associated: headerBytes(copy.header, crypto),
      bytes: crypto.fromBase64Url(copy.ciphertext),
    });
  if (padded === null) return err({ type: "notForThisDevice" });
  const card = readCard(padded, copy.header, crypto);
  return card === null ? err({ type: "cardInvalid" }) : ok(card);
};
