import { type Card, cardSchema } from "../card/card";
import { sealedForm } from "../card/card-versions";
import { err, ok, type Result } from "../result";
import { canonicalJson } from "./canonical-json";
import { cardCommit, keyCommit } from "./commitments";
import type { AgreementKey, CryptoPort, DeviceIdentity } from "./crypto-port";
import type { AuthenticEntry, CardBody, CardHeader, KeyWrap } from "./entries";
import { cardWrapContext, headerBytes } from "./envelope";
import { parseCanonicalJson } from "./guarded-json";
import { unwrapSecret } from "./key-wrap";
import { unpadCard } from "./padding";

export type OpenRefusal = {
  readonly type: "keyCommitMismatch" | "doesNotOpen" | "commitMismatch" | "cardInvalid" | "cardOfAnother";
};

const describesTheSame = (card: Card, header: CardHeader): boolean =>
  card.loopId === header.loopId &&
  card.slotId === header.slotId &&
  card.personId === header.personId &&
  card.kitRoot === header.kitRoot;

/** The card must be its own canonical form, so that nothing hides in what the schema does not read. */
const readCard = (bytes: Uint8Array, crypto: CryptoPort): Card | null => {
  const text = crypto.utf8Text(bytes);
  const value = text === null ? null : parseCanonicalJson(text);
  if (value === null || !value.ok) return null;
  const card = cardSchema.safeParse(value.value);
  return card.success && canonicalJson(sealedForm(card.data)) === text ? card.data : null;
};

const decrypt = (body: CardBody, contentKey: Uint8Array, crypto: CryptoPort): Uint8Array | null =>
  crypto.aesGcmOpen({
    key: contentKey,
    nonce: crypto.fromBase64Url(body.nonce),
    associated: headerBytes(body.header, crypto),
    bytes: crypto.fromBase64Url(body.ciphertext),
  });

/**
 * Opens a sealed card with a released key. The key counts only if it is the one the author committed to, opens
 * the ciphertext under this header, and what comes out is the card the author committed to.
 */
export const openCard = (
  envelope: AuthenticEntry<"card">,
  contentKey: Uint8Array,
  crypto: CryptoPort,
): Result<Card, OpenRefusal> => {
  const { body } = envelope;
  if (keyCommit(contentKey, crypto) !== body.header.keyCommit) return err({ type: "keyCommitMismatch" });
  const padded = decrypt(body, contentKey, crypto);
  if (padded === null) return err({ type: "doesNotOpen" });
  const inside = unpadCard(padded);
  if (inside === null) return err({ type: "cardInvalid" });
  if (cardCommit(inside.salt, inside.card, crypto) !== body.header.commit)
    return err({ type: "commitMismatch" });
  const card = readCard(inside.card, crypto);
  if (card === null) return err({ type: "cardInvalid" });
  return describesTheSame(card, body.header) ? ok(card) : err({ type: "cardOfAnother" });
};

/** The content key as wrapped to the author's recovery key; refused like a wrap to a laptop. */
export const recoverContentKey = (
  envelope: AuthenticEntry<"card">,
  agreement: AgreementKey,
  crypto: CryptoPort,
): Result<Uint8Array, { readonly type: "notForThisDevice" | "wrapDoesNotOpen" }> => {
  const { personId } = envelope.body.header;
  const mine = envelope.body.wraps.filter(
    ({ recipient }) => recipient.kind === "recovery" && recipient.personId === personId,
  );
  return unwrapWith(envelope, mine, agreement, crypto);
};

const isFor = (wrap: KeyWrap, deviceId: string): boolean =>
  wrap.recipient.kind !== "recovery" && wrap.recipient.deviceId === deviceId;

/**
 * The content key of an envelope as wrapped to this laptop, by its author or for escrow; `notForThisDevice` where there
 * is no wrap to it. A key that does not match the header's commitment is no key: `wrapDoesNotOpen`.
 */
export const unwrapContentKey = (
  envelope: AuthenticEntry<"card">,
  identity: DeviceIdentity,
  crypto: CryptoPort,
): Result<Uint8Array, { readonly type: "notForThisDevice" | "wrapDoesNotOpen" }> => {
  const mine = envelope.body.wraps.filter((wrap) => isFor(wrap, identity.deviceId));
  return unwrapWith(envelope, mine, identity.agreement, crypto);
};

const unwrapWith = (
  { body: { header } }: AuthenticEntry<"card">,
  wraps: readonly KeyWrap[],
  agreement: AgreementKey,
  crypto: CryptoPort,
): Result<Uint8Array, { readonly type: "notForThisDevice" | "wrapDoesNotOpen" }> => {
  if (wraps.length === 0) return err({ type: "notForThisDevice" });
  for (const wrap of wraps) {
    const context = cardWrapContext(header, wrap.recipient, crypto);
    const key = unwrapSecret(wrap, agreement, context, crypto);
    if (key !== null && keyCommit(key, crypto) === header.keyCommit) return ok(key);
  }
  return err({ type: "wrapDoesNotOpen" });
};
