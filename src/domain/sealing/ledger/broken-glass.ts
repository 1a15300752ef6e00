import type { DeviceId, Hash } from "../../ids";
import type { AuthenticEntry, CharterBody } from "../entries";
import { signerFault } from "./laptops";
import type { Members } from "./members";
import { accepted, judgeEach, refused, type Sorted, type Verdict, waitingFor } from "./verdict";

type BreakGlass = AuthenticEntry<"breakGlass">;
type Witness = AuthenticEntry<"witness">;

export interface GlassGround {
  readonly charter: CharterBody;
  readonly members: Members;
  readonly escrowLaptops: ReadonlySet<DeviceId>;
  readonly envelopes: Sorted<AuthenticEntry<"card">>;
}

const judgeGlass = (entry: BreakGlass, ground: GlassGround): Verdict => {
  const { personId, envelopeHash, reason } = entry.body;
  const { charter, members, envelopes } = ground;
  if (charter.escrow !== personId) return refused("notTheEscrow");
  const fault = signerFault(entry, personId, members);
  if (fault !== null) return fault;
  if (!ground.escrowLaptops.has(entry.deviceId)) return refused("laptopNotConfirmed");
  if (reason.trim() === "") return refused("reasonMissing");
  if (envelopes.refused.some(({ hash }) => hash === envelopeHash)) return refused("envelopeRefused");
  const known = envelopes.accepted.some(({ hash }) => hash === envelopeHash);
  return known ? accepted : waitingFor("envelopeMissing", [envelopeHash]);
};

/** The escrow person's reasons for opening a card before the reveal. A reason alone opens nothing. */
export const judgeBreakGlass = (entries: readonly BreakGlass[], ground: GlassGround): Sorted<BreakGlass> =>
  judgeEach(entries, (entry) => judgeGlass(entry, ground));

const judgeWitness = (entry: Witness, glass: Sorted<BreakGlass>, ground: GlassGround): Verdict => {
  const { personId, breakGlassHash } = entry.body;
  const fault = signerFault(entry, personId, ground.members);
  if (fault !== null) return fault;
  if (personId === ground.charter.escrow) return refused("ownWitness");
  if (glass.refused.some(({ hash }) => hash === breakGlassHash)) return refused("breakGlassRefused");
  const known = glass.accepted.some(({ hash }) => hash === breakGlassHash);
  return known ? accepted : waitingFor("breakGlassMissing", [breakGlassHash]);
};

/** Receipts of such reasons by laptops of other persons. */
export const judgeWitnesses = (
  entries: readonly Witness[],
  glass: Sorted<BreakGlass>,
  ground: GlassGround,
): Sorted<Witness> => judgeEach(entries, (entry) => judgeWitness(entry, glass, ground));

/** A card's broken glass and who holds the reason. */
export interface BrokenGlass {
  readonly glass: BreakGlass;
  readonly witnesses: readonly Witness[];
}

interface Broken {
  readonly breakGlass: readonly BreakGlass[];
  readonly witnesses: readonly Witness[];
}

/** The reasons for opening this card early that another person's laptop holds; without one the glass is whole. */
export const brokenGlassOf = (
  envelopeHash: Hash,
  { breakGlass, witnesses }: Broken,
): readonly BrokenGlass[] =>
  breakGlass
    .filter(({ body }) => body.envelopeHash === envelopeHash)
    .map((glass) => ({
      glass,
      witnesses: witnesses.filter(({ body }) => body.breakGlassHash === glass.hash),
    }))
    .filter((broken) => broken.witnesses.length > 0);
