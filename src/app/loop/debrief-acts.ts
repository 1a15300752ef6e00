import type { DebriefItem } from "../../domain/debrief/item";
import type { CompetencyId, Hash, LevelId } from "../../domain/ids";
import { err, ok } from "../../domain/result";
import { isInScope } from "../../domain/sealing/ledger/calls";
import {
  standingDecision,
  standingLevelReadings,
  standingSecondRatings,
} from "../../domain/sealing/ledger/debrief-words";
import { type ActParts, type Done, publish } from "./act-parts";
import { speaker } from "./speaker";

/** How somebody rates an item after the discussion; `envelopeHash` is their own card with the first rating. */
export interface NewSecondRating {
  readonly envelopeHash: Hash;
  readonly item: DebriefItem;
  readonly value: number;
  readonly reason: string;
}

/** Where the panel reads the candidate on one competency; null where the evidence does not say. */
export interface NewLevelReading {
  readonly competencyId: CompetencyId;
  readonly levelId: LevelId | null;
  readonly reason: string;
}

/** Signs how this laptop's person rates an item after the discussion, in place of what they said of it before. */
export const rateAgain = async (parts: ActParts, made: NewSecondRating): Promise<Done> => {
  const { calls, cards, secondRatings } = parts.ledger();
  const head = speaker(parts);
  const card = cards.find(({ hash }) => hash === made.envelopeHash);
  if (head === null) return err({ type: "notAMember" });
  if (card === undefined) return err({ type: "envelopeMissing" });
  const call = calls.find(({ body }) => isInScope(body.scope, card.body.header));
  if (call === undefined) return err({ type: "notRevealed" });
  const before = standingSecondRatings({ personId: head.personId, item: made.item }, secondRatings);
  const replaces = before.map(({ hash }) => hash);
  return publish(
    parts,
    await parts.vault.sign("secondRating", { ...head, callHash: call.hash, ...made, replaces }),
  );
};

/** Signs where the panel reads the candidate, in place of what the authority said of the competency before. */
export const readLevel = async (parts: ActParts, made: NewLevelReading): Promise<Done> => {
  const { calls, levelReadings } = parts.ledger();
  const head = speaker(parts);
  const [call] = calls;
  if (head === null) return err({ type: "notAMember" });
  if (call === undefined) return err({ type: "notRevealed" });
  const replaces = standingLevelReadings(made.competencyId, levelReadings).map(({ hash }) => hash);
  return publish(
    parts,
    await parts.vault.sign("levelReading", { ...head, callHash: call.hash, ...made, replaces }),
  );
};

/** Signs that this laptop's person was there when the decision that counts was made; once is enough. */
export const countersign = async (parts: ActParts): Promise<Done> => {
  const ledger = parts.ledger();
  const head = speaker(parts);
  const decision = standingDecision(ledger);
  if (head === null) return err({ type: "notAMember" });
  if (decision === null) return err({ type: "decisionMissing" });
  const did = ledger.countersignatures.some(
    ({ body }) => body.personId === head.personId && body.decisionHash === decision.hash,
  );
  if (did) return ok(undefined);
  return publish(parts, await parts.vault.sign("countersignature", { ...head, decisionHash: decision.hash }));
};

/** Signs that the decision does not stand any more, with the reason. */
export const reopen = async (parts: ActParts, reason: string): Promise<Done> => {
  const head = speaker(parts);
  const decision = standingDecision(parts.ledger());
  if (head === null) return err({ type: "notAMember" });
  if (decision === null) return err({ type: "decisionMissing" });
  if (reason.trim() === "") return err({ type: "reasonMissing" });
  const body = { ...head, decisionHash: decision.hash, reason: reason.trim() };
  return publish(parts, await parts.vault.sign("reopening", body));
};
