import type { Failure } from "../../bindings/services";
import type { Card } from "../../domain/card/card";
import { inVersionFor } from "../../domain/card/card-versions";
import { isRolePlaySheet } from "../../domain/card/change-exercise";
import { isCallMissing } from "../../domain/card/check-card";
import { isEvidenceMissing } from "../../domain/card/evidence";
import { wellFormedCard } from "../../domain/card/well-formed-card";
import { personOfDevice } from "../../domain/loop/roster";
import { err, ok, type Result } from "../../domain/result";
import { dayEventsSince } from "../../domain/sealing/day-events";
import { nextRevision } from "../../domain/sealing/next-revision";
import { cardRecipients } from "../../domain/sealing/recipients";
import { mayTypeIn } from "../../domain/sealing/type-in";
import type { TypedIn } from "../../domain/sealing/typist-entry";
import { type ActParts, type Done, now, publish } from "./act-parts";
import { signLog } from "./log-act";

const protocolOf = ({ ledger }: ActParts): number => ledger().charter?.body.protocol ?? 0;

/**
 * What everybody may know before the reveal of a card that its person did not write while the candidate spoke. Loops of
 * older protocols have laptops that do not know the line.
 */
const enteredLog = async (parts: ActParts, { entered, onBehalf, slotId, personId }: Card) => {
  const isUsual = entered.kind === "live" && onBehalf === null;
  if (isUsual || protocolOf(parts) < dayEventsSince) return [];
  const from = entered.kind === "live" ? "speech" : entered.from;
  return [
    await signLog(parts, { type: "cardEntered", slotId, personId, typedBy: onBehalf?.by ?? personId, from }),
  ];
};

interface Sealing {
  readonly card: Card;
  /** Where the card is another person's. */
  readonly typedIn?: TypedIn;
}

/**
 * The card as this laptop may seal it. Somebody else's says in the authority's own words who typed it in and why, so that card,
 * header and entry say the same.
 */
const sealingOf = (parts: ActParts, card: Card): Result<Sealing, Failure> => {
  const ledger = parts.ledger();
  const { roster } = ledger;
  const me = roster === null ? null : personOfDevice(roster.body, parts.vault.device.deviceId);
  if (me === null || me.personId === card.personId) return ok({ card });
  const { deviceId } = parts.vault.device;
  const allowed = mayTypeIn(ledger, card, { by: me.personId, deviceId });
  if (!allowed.ok) return err({ ...allowed.error });
  const { typedIn, reason } = allowed.value;
  return ok({ card: { ...card, onBehalf: { by: me.personId, reason } }, typedIn });
};

const seal = async (parts: ActParts, written: Card): Promise<Done> => {
  const ledger = parts.ledger();
  const sealing = sealingOf(parts, written);
  if (!sealing.ok) return sealing;
  const { card, typedIn } = sealing.value;
  // A role player calls nothing: their sheet rates nobody.
  if (isCallMissing(card.overall) && !isRolePlaySheet(card)) return err({ type: "overallMissing" });
  if (isEvidenceMissing(card, ledger.plan?.body.plan.policy ?? null)) return err({ type: "evidenceMissing" });
  const revision = nextRevision(ledger, card, typedIn !== undefined);
  if (!revision.ok) return err({ ...revision.error });
  if (revision.value.revision > 1 && card.amendReason.trim() === "")
    return err({ type: "amendReasonMissing" });
  const facts = { ...revision.value, at: now(parts), ...(typedIn === undefined ? {} : { typedIn }) };
  const recipients = cardRecipients(ledger, parts.vault.device);
  if (card.onBehalf !== null && card.onBehalf.reason.trim() === "")
    return err({ type: "behalfReasonMissing" });
  const fit = inVersionFor(wellFormedCard(card), protocolOf(parts));
  const sealed = await parts.vault.seal(fit, facts, recipients);
  return publish(parts, sealed, ...(await enteredLog(parts, fit)));
};

/** Remembers a card that was sealed and not yet durable: sealing it again only waits for the disk. */
export const sealOnce = (parts: ActParts): ((card: Card) => Promise<Done>) => {
  let unsaved: string | null = null;
  return async (card) => {
    const text = JSON.stringify(card);
    if (text !== unsaved) {
      const sealed = await seal(parts, card);
      if (!sealed.ok) return sealed;
    }
    unsaved = text;
    const saved = await parts.saved();
    if (saved.ok) unsaved = null;
    return saved;
  };
};
