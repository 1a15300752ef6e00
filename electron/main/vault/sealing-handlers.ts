import type { Card } from "../../../src/domain/card/card";
import type { DeviceId, Hash } from "../../../src/domain/ids";
import { err, ok, type Result } from "../../../src/domain/result";
import { authenticate, type EntryRefusal } from "../../../src/domain/sealing/authenticate";
import {
  type AuthenticEntry,
  type EntryBody,
  type EntryKind,
  entryBodySchemas,
  type SignedEntry,
} from "../../../src/domain/sealing/entries";
import { type SealFacts, type SealRefusal, sealCard } from "../../../src/domain/sealing/envelope";
import type { CardRecipient } from "../../../src/domain/sealing/recipients";
import { openReleased } from "../../../src/domain/sealing/release";
import { deviceIdIn, layOutBody, signText } from "../../../src/domain/sealing/signing";
import type { OpenCardFailure, SignFailure, VaultFailure } from "../../contract/vault";
import { nodeCrypto } from "./node-crypto";
import type { Vault } from "./open-vault";
import { recoveryRecipients } from "./recovery-recipients";

/** Kinds that are made elsewhere, with more checks. */
const madeElsewhere: ReadonlySet<EntryKind> = new Set(["card", "release", "generation", "opening"]);

/** Signs a body that fits its kind and names this laptop. */
export const signEntry = (
  { identity }: Vault,
  kind: EntryKind,
  body: unknown,
): Result<SignedEntry, SignFailure> => {
  if (madeElsewhere.has(kind)) return err({ type: "kindNotSignable" });
  const text = layOutBody(kind, body);
  if (!text.ok) return text;
  const parsed = entryBodySchemas[kind].parse(JSON.parse(text.value)) as EntryBody<EntryKind>;
  if (deviceIdIn(kind, parsed) !== identity.deviceId) return err({ type: "otherDevice" });
  return ok(signText(kind, text.value, identity, nodeCrypto));
};

export const sealCardFor = (
  { identity, recovery }: Pick<Vault, "identity" | "recovery">,
  input: {
    readonly card: Card;
    readonly facts: SealFacts;
    readonly recipients: readonly CardRecipient[];
    readonly borrowed?: boolean | undefined;
  },
): Result<SignedEntry, SealRefusal | VaultFailure> => {
  // What is typed in for somebody else goes to no recovery key: the one here is the typist's.
  const isOthers = input.borrowed === true || input.facts.typedIn !== undefined;
  const spare = recoveryRecipients(input.card, recovery, isOthers);
  if (!spare.ok) return spare;
  const recipients = input.recipients.map(({ recipient, agreeKey }) => ({
    recipient,
    agreeKey: nodeCrypto.fromBase64Url(agreeKey),
  }));
  return sealCard(input.card, input.facts, [...recipients, ...spare.value], identity, nodeCrypto);
};

/** Who signed an entry and what it is called. */
export const nameEntry = (
  entry: SignedEntry,
): Result<{ readonly hash: Hash; readonly deviceId: DeviceId }, EntryRefusal> => {
  const authentic = authenticate(entry, nodeCrypto);
  if (!authentic.ok) return authentic;
  const { hash, deviceId } = authentic.value;
  return ok({ hash, deviceId });
};

const isKind = <Kind extends EntryKind>(
  entry: AuthenticEntry,
  kind: Kind,
): entry is Extract<AuthenticEntry, { readonly kind: Kind }> => entry.kind === kind;

/** Opens an envelope with a release; both are authenticated first. */
export const openWithRelease = (pair: {
  readonly envelope: SignedEntry;
  readonly release: SignedEntry;
}): Result<Card, OpenCardFailure> => {
  const envelope = authenticate(pair.envelope, nodeCrypto);
  if (!envelope.ok) return envelope;
  const release = authenticate(pair.release, nodeCrypto);
  if (!release.ok) return release;
  if (!isKind(envelope.value, "card")) return err({ type: "notAnEnvelope" });
  if (!isKind(release.value, "release")) return err({ type: "notARelease" });
  return openReleased(envelope.value, release.value, nodeCrypto);
};
