import type { PersonId } from "../../domain/ids";
import type { RequiredCard } from "../../domain/loop/plan";
import { err, ok } from "../../domain/result";
import { cardPlace } from "../../domain/sealing/ledger/plans";
import { typistFault } from "../../domain/sealing/type-in";
import { type ActParts, type Done, now, publish } from "./act-parts";

/** As the authority: somebody types in another person's card on a laptop of their own. Saying it twice changes nothing. */
export const nameTypist = async (
  parts: ActParts,
  { slotId, personId }: RequiredCard,
  by: PersonId,
  reason: string,
): Promise<Done> => {
  const { vault } = parts;
  const ledger = parts.ledger();
  const place = { slotId, personId };
  const fault = typistFault(ledger, place, { by, reason });
  if (fault !== null) return err(fault);
  const isNamed = ledger.typists.some(
    ({ body }) => cardPlace(body) === cardPlace(place) && body.by === by && body.reason === reason.trim(),
  );
  if (isNamed) return ok(undefined);
  const { deviceId } = vault.device;
  const head = { v: 1, loopId: ledger.loopId, deviceId, at: now(parts) } as const;
  return publish(parts, await vault.sign("typist", { ...head, ...place, by, reason: reason.trim() }));
};
