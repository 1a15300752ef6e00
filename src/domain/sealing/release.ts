import type { Card } from "../card/card";
import { deviceIdSchema, type Hash, type Timestamp } from "../ids";
import { err, ok, type Result } from "../result";
import type { AgreementKey, CryptoPort, DeviceIdentity } from "./crypto-port";
import type { AuthenticEntry, SignedEntry } from "./entries";
import { type OpenRefusal, openCard, recoverContentKey, unwrapContentKey } from "./open-card";
import { signEntry, toText } from "./signing";

export type ReleaseRefusal = OpenRefusal | { readonly type: "notForThisDevice" | "wrapDoesNotOpen" };

/** As wrapped to this laptop or, where the author gave it their recovery key, as wrapped to that. */
const contentKeyOf = (
  envelope: AuthenticEntry<"card">,
  identity: DeviceIdentity,
  recovery: AgreementKey | null,
  crypto: CryptoPort,
): ReturnType<typeof unwrapContentKey> => {
  const own = unwrapContentKey(envelope, identity, crypto);
  return own.ok || recovery === null ? own : recoverContentKey(envelope, recovery, crypto);
};

/**
 * Signs the release of a card, by its author's laptop unless `releaser` says escrow. The caller has asked `mayRelease`
 * first. A key that does not open the envelope is never released, so a colleague who sees "does not open" knows it was
 * not this program.
 */
export const releaseCard = (
  envelope: AuthenticEntry<"card">,
  facts: { readonly callHash: Hash; readonly at: Timestamp; readonly releaser?: "author" | "escrow" },
  identity: DeviceIdentity,
  crypto: CryptoPort,
  recovery: AgreementKey | null = null,
): Result<SignedEntry, ReleaseRefusal> => {
  const key = contentKeyOf(envelope, identity, recovery, crypto);
  if (!key.ok) return key;
  const opened = openCard(envelope, key.value, crypto);
  if (!opened.ok) return opened;
  const body = {
    v: 1,
    loopId: envelope.body.header.loopId,
    deviceId: deviceIdSchema.parse(identity.deviceId),
    releaser: "author",
    ...facts,
    envelopeHash: envelope.hash,
    contentKey: toText(key.value, crypto),
  } as const;
  return ok(signEntry("release", body, identity, crypto));
};

/** Opens an envelope with the key in a release; a release of another envelope is refused. */
export const openReleased = (
  envelope: AuthenticEntry<"card">,
  release: AuthenticEntry<"release">,
  crypto: CryptoPort,
): Result<Card, OpenRefusal | { readonly type: "releaseOfAnother" }> => {
  if (release.body.envelopeHash !== envelope.hash) return err({ type: "releaseOfAnother" });
  return openCard(envelope, crypto.fromBase64Url(release.body.contentKey), crypto);
};
