import type { Card } from "../card/card";
import { isRolePlaySheet } from "../card/change-exercise";
import { type DeviceId, deviceIdSchema, type Hash, type PersonId, type Timestamp } from "../ids";
import { err, ok, type Result } from "../result";
import type { CryptoPort, DeviceIdentity } from "./crypto-port";
import type { AuthenticEntry, SignedEntry } from "./entries";
import { unwrapSecret, type WrapContext, wrapSecret } from "./key-wrap";
import { vouchedLaptops } from "./ledger/laptops";
import type { LoopLedger } from "./ledger/ledger";
import { assessesIn, playsIn } from "./ledger/openings";
import { isTypedIn } from "./ledger/typists";
import { type OpenRefusal, openCard, unwrapContentKey } from "./open-card";
import { signEntry } from "./signing";

type Envelope = AuthenticEntry<"card">;

/** One key that a role player's laptop owes: for whom, and the sealed card that earned it. */
export interface OwedOpening {
  readonly envelopeHash: Hash;
  readonly assessor: PersonId;
  readonly recipient: DeviceId;
  readonly sealedHash: Hash;
}

const ownSheets = (ledger: LoopLedger, deviceId: string): readonly Envelope[] =>
  ledger.cards.filter(
    (sheet) =>
      sheet.deviceId === deviceId &&
      !isTypedIn(sheet) &&
      playsIn(sheet.body.header.slotId, sheet.body.header.personId, ledger),
  );

/** The laptops in the newest roster that the person stands by. */
const laptopsOf = (personId: PersonId, ledger: LoopLedger): readonly DeviceId[] => {
  const vouched = vouchedLaptops(personId, ledger);
  return (ledger.roster?.body.devices ?? [])
    .map(({ deviceId }) => deviceId)
    .filter((deviceId) => vouched.has(deviceId));
};

/**
 * Assessors of the sheet's slot who sealed their own card, with the first revision of it. Whoever wrote on paper may still
 * seal one, so what was typed in for them earns nothing.
 */
const earned = ({ body: { header } }: Envelope, ledger: LoopLedger): readonly Envelope[] =>
  ledger.cards.filter(
    ({ body }) =>
      !isTypedIn({ body }) &&
      body.header.slotId === header.slotId &&
      body.header.personId !== header.personId &&
      body.header.revision === 1 &&
      assessesIn(header.slotId, body.header.personId, ledger),
  );

/** What this laptop, as a role player's, owes to whom and has not given yet. */
export const owedOpenings = (ledger: LoopLedger, deviceId: string): readonly OwedOpening[] =>
  ownSheets(ledger, deviceId).flatMap((sheet) =>
    earned(sheet, ledger).flatMap((own) => {
      const assessor = own.body.header.personId;
      return laptopsOf(assessor, ledger)
        .filter(
          (recipient) =>
            !ledger.openings.some(
              ({ body }) => body.envelopeHash === sheet.hash && body.recipient === recipient,
            ),
        )
        .map((recipient) => ({ envelopeHash: sheet.hash, assessor, recipient, sealedHash: own.hash }));
    }),
  );

/** `notOwed`: the assessor owes no card there, has not sealed it, or the sheet is not this laptop's. `notASheet`: it rates somebody. */
export type OpeningRefusal =
  | OpenRefusal
  | { readonly type: "notForThisDevice" | "wrapDoesNotOpen" | "notOwed" | "notASheet" | "unusableKey" };

const contextOf = (
  { hash, body }: Envelope,
  { recipient, sealedHash }: Pick<OwedOpening, "recipient" | "sealedHash">,
): WrapContext => ({
  use: "panelbook/3/opening",
  version: 1,
  loopId: body.header.loopId,
  envelope: hash,
  sealed: sealedHash,
  recipient,
});

interface Sheet {
  readonly envelope: Envelope;
  readonly key: Uint8Array;
}

/** The laptop's own sheet with its key; a card that rates anybody is never one. */
const sheetOf = (
  { envelopeHash }: OwedOpening,
  ledger: LoopLedger,
  identity: DeviceIdentity,
  crypto: CryptoPort,
): Result<Sheet, OpeningRefusal> => {
  const envelope = ledger.cards.find(({ hash }) => hash === envelopeHash);
  if (envelope === undefined) return err({ type: "notOwed" });
  const key = unwrapContentKey(envelope, identity, crypto);
  if (!key.ok) return key;
  const card = openCard(envelope, key.value, crypto);
  if (!card.ok) return card;
  return isRolePlaySheet(card.value) ? ok({ envelope, key: key.value }) : err({ type: "notASheet" });
};

/**
 * Signs the opening of this laptop's role play sheet to an assessor's laptop. Judged by the ledger alone, whatever was
 * asked for: only what `owedOpenings` names is given, and only a sheet that rates nobody.
 */
export const openToAssessor = (
  asked: OwedOpening,
  ledger: LoopLedger,
  { identity, at }: { readonly identity: DeviceIdentity; readonly at: Timestamp },
  crypto: CryptoPort,
): Result<SignedEntry, OpeningRefusal> => {
  const owed = owedOpenings(ledger, identity.deviceId).find(
    ({ envelopeHash, recipient, sealedHash }) =>
      envelopeHash === asked.envelopeHash && recipient === asked.recipient && sealedHash === asked.sealedHash,
  );
  const laptop = ledger.roster?.body.devices.find(({ deviceId }) => deviceId === asked.recipient);
  if (owed === undefined || laptop === undefined) return err({ type: "notOwed" });
  const sheet = sheetOf(owed, ledger, identity, crypto);
  if (!sheet.ok) return sheet;
  const { envelope, key } = sheet.value;
  const wrap = wrapSecret(key, crypto.fromBase64Url(laptop.agreeKey), contextOf(envelope, owed), crypto);
  if (wrap === null) return err({ type: "unusableKey" });
  const { loopId, personId } = envelope.body.header;
  const deviceId = deviceIdSchema.parse(identity.deviceId);
  return ok(signEntry("opening", { v: 1, loopId, deviceId, at, personId, ...owed, wrap }, identity, crypto));
};

/** The sheet as opened to this laptop. */
export const readOpening = (
  opening: AuthenticEntry<"opening">,
  envelope: Envelope,
  identity: DeviceIdentity,
  crypto: CryptoPort,
): Result<Card, OpeningRefusal> => {
  const { body } = opening;
  if (body.recipient !== identity.deviceId || body.envelopeHash !== envelope.hash)
    return err({ type: "notForThisDevice" });
  const key = unwrapSecret(body.wrap, identity.agreement, contextOf(envelope, body), crypto);
  if (key === null) return err({ type: "wrapDoesNotOpen" });
  const card = openCard(envelope, key, crypto);
  if (!card.ok) return card;
  return isRolePlaySheet(card.value) ? card : err({ type: "notASheet" });
};
