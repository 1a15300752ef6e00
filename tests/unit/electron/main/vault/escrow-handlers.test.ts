import { describe, expect, it } from "vitest";
import { holdsKeysOf, openByEscrowFor } from "../../../../../electron/main/vault/escrow-handlers";
import type { Vault } from "../../../../../electron/main/vault/open-vault";
import { releaseFor } from "../../../../../electron/main/vault/release-handler";
import { ok } from "../../../../../src/domain/result";
import type { AuthenticEntry } from "../../../../../src/domain/sealing/entries";
import { aBreakGlass, aWitness, sealedForEscrow } from "../../../../support/sealing/later-entries";
import {
  aCharter,
  ana,
  anEnvelope,
  aRawCall,
  authentic,
  ben,
  hana,
  morning,
  noon,
  noonSlot,
  personId,
  plan,
  roster,
} from "../../../../support/sealing/loop-world";

/** The laptop of a person without a recovery key. */
const noRecovery = { agreement: () => ok(null) } as unknown as Vault["recovery"];

/** Hana holds escrow. */
const charter = aCharter({ escrow: personId("hana") });
const bens = sealedForEscrow("ben", hana, { takeaway: "behind glass" });
const entries = [charter, roster, plan, bens];
const glass = aBreakGlass("hana", bens);
const witness = aWitness("cleo", glass);

const opening = (identity: typeof hana, ...more: readonly AuthenticEntry[]) =>
  openByEscrowFor(
    { identity },
    {
      entries: [...entries, ...more].map(({ entry }) => entry),
      envelopeHash: bens.hash,
      charterHash: charter.hash,
    },
  );

describe("opening a card by escrow before the reveal", () => {
  it("needs the signed reason and another person's receipt of it among the entries", () => {
    expect(opening(hana)).toMatchObject({ error: { type: "glassNotBroken" } });
    expect(opening(hana, glass)).toMatchObject({ error: { type: "noWitness" } });
    expect(opening(hana, glass, aWitness("hana", glass))).toMatchObject({ error: { type: "noWitness" } });
    expect(opening(hana, glass, witness)).toMatchObject({ value: { takeaway: "behind glass" } });
  });

  it("is refused to every other laptop, the facilitator's and the author's among them", () => {
    for (const laptop of [ana, ben])
      expect(opening(laptop, glass, witness)).toMatchObject({ error: { type: "notTheEscrow" } });
  });
});

describe("publishing a key from escrow", () => {
  const call = aRawCall({
    rule: "early",
    reason: "Ben's laptop is gone.",
    cards: [bens.hash],
    missing: [
      { slotId: morning.slotId, personId: personId("ana") },
      { slotId: noonSlot.slotId, personId: personId("cleo") },
    ],
  });
  const releasing = (identity: typeof hana, releaser: "author" | "escrow", withCall = true) =>
    releaseFor(
      { identity, recovery: noRecovery },
      {
        entries: [...entries, ...(withCall ? [call] : [])].map(({ entry }) => entry),
        callHash: call.hash,
        envelopeHash: bens.hash,
        charterHash: charter.hash,
        releaser,
      },
      noon,
    );

  it("is the escrow laptop's after a call that counts, and says that it was escrow", () => {
    const released = releasing(hana, "escrow");
    if (!released.ok) throw new Error(released.error.type);
    expect(authentic(released.value, "release").body).toMatchObject({ releaser: "escrow" });
  });

  it("is refused before the call, to other laptops, and in the author's name", () => {
    expect(releasing(hana, "escrow", false)).toMatchObject({ error: { type: "callNotAccepted" } });
    expect(releasing(ana, "escrow")).toMatchObject({ error: { type: "notTheEscrow" } });
    expect(releasing(hana, "author")).toMatchObject({ error: { type: "notMyCard" } });
  });
});

it("a laptop knows which keys it could unwrap, by the commitment in the header", () => {
  const others = anEnvelope("cleo", noonSlot);
  expect(holdsKeysOf({ identity: hana }, [bens.entry, others.entry, glass.entry])).toEqual([
    true,
    false,
    false,
  ]);
});
