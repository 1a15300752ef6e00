import type { Card } from "../../domain/card/card";
import { inNewestVersion } from "../../domain/card/card-versions";
import { isCallMissing } from "../../domain/card/check-card";
import { wellFormedCard } from "../../domain/card/well-formed-card";
import { err } from "../../domain/result";
import { nextRevision } from "../../domain/sealing/next-revision";
import { cardRecipients } from "../../domain/sealing/recipients";
import { type ActParts, type Done, now, publish } from "./act-parts";

const seal = async (parts: ActParts, card: Card): Promise<Done> => {
  const ledger = parts.ledger();
  if (isCallMissing(card.overall)) return err({ type: "overallMissing" });
  const revision = nextRevision(ledger, card);
  if (!revision.ok) return err({ ...revision.error });
  if (revision.value.revision > 1 && card.amendReason.trim() === "")
    return err({ type: "amendReasonMissing" });
  const facts = { ...revision.value, at: now(parts) };
  const recipients = cardRecipients(ledger, parts.vault.device);
  return publish(parts, await parts.vault.seal(inNewestVersion(wellFormedCard(card)), facts, recipients));
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
