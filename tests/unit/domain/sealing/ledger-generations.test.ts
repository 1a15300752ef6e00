import { describe, expect, it } from "vitest";
import { nodeCrypto } from "../../../../electron/main/vault/node-crypto";
import { openGeneration } from "../../../../src/domain/sealing/generation";
import { passagesOf } from "../../../../src/domain/sealing/passages";
import {
  aGeneration,
  ana,
  anEnvelope,
  aRemoval,
  aRoster,
  beginning,
  ben,
  cleo,
  fateOf,
  hana,
  idOf,
  ledgerOf,
  noonSlot,
  roster,
  signed,
} from "../../../support/sealing/loop-world";

const removal = aRemoval(roster, [cleo]);

describe("the record of a new generation", () => {
  it("counts where the laptop that signed the roster signed it, with a wrap for each laptop that stayed", () => {
    const ledger = ledgerOf(...beginning, removal.roster, removal.record);
    expect(fateOf(ledger, removal.record)).toBe("accepted");
    expect(ledger.generation?.hash).toBe(removal.record.hash);
    expect(ledger.roster?.hash).toBe(removal.roster.hash);
  });

  it("gives the secret to every laptop that stayed and to nobody else", () => {
    for (const stayed of [ana, ben, hana])
      expect(openGeneration(removal.record, stayed, nodeCrypto)).toEqual({ ok: true, value: removal.secret });
    expect(openGeneration(removal.record, cleo, nodeCrypto)).toEqual({
      ok: false,
      error: { type: "notInGeneration" },
    });
  });

  it("opens for no laptop under another roster or in another generation than it was made for", () => {
    for (const change of [{ roster: roster.hash }, { generation: 3 }]) {
      const moved = { ...removal.record, body: { ...removal.record.body, ...change } };
      expect(openGeneration(moved, ben, nodeCrypto)).toMatchObject({ error: { type: "wrapDoesNotOpen" } });
    }
  });

  it("waits for its roster and counts when that arrives", () => {
    expect(fateOf(ledgerOf(...beginning, removal.record), removal.record)).toBe("waiting: rosterMissing");
    expect(fateOf(ledgerOf(removal.record, removal.roster, ...beginning), removal.record)).toBe("accepted");
  });

  it("by another laptop than the roster's is refused, whoever it is", () => {
    const forged = aGeneration(removal.roster, {}, ben);
    expect(fateOf(ledgerOf(...beginning, removal.roster, forged), forged)).toBe("refused: notTheAuthority");
  });

  it("that leaves a laptop out, or adds one, is refused", () => {
    const { wraps } = removal.record.body;
    const shorter = aGeneration(removal.roster, { wraps: wraps.slice(1) });
    const [first] = wraps;
    if (first === undefined) throw new Error("a record without wraps");
    const longer = aGeneration(removal.roster, { wraps: [...wraps, { ...first, deviceId: idOf(cleo) }] });
    const ledger = ledgerOf(...beginning, removal.roster, shorter, longer);
    expect(fateOf(ledger, shorter)).toBe("refused: wrapsMismatch");
    expect(fateOf(ledger, longer)).toBe("refused: wrapsMismatch");
  });

  it("of a roster that raised nothing, or more than one generation at once, is refused", () => {
    const calm = aRoster({ version: 2, prev: roster.hash, generation: 1 });
    const ofCalm = signed("generation", { ...removal.record.body, roster: calm.hash }, ana);
    const leap = aRemoval(roster, [ben], { overrides: { generation: 3 } });
    const ledger = ledgerOf(...beginning, calm, ofCalm, leap.roster, leap.record);
    expect(fateOf(ledger, ofCalm)).toBe("refused: generationNotRaised");
    expect(fateOf(ledger, leap.record)).toBe("refused: generationNotRaised");
  });

  it("of a refused roster is refused", () => {
    const byBen = aRemoval(roster, [cleo], { by: ben });
    const ledger = ledgerOf(...beginning, byBen.roster, byBen.record);
    expect(fateOf(ledger, byBen.record)).toBe("refused: rosterRefused");
    expect(ledger.generation).toBeNull();
  });

  it("counts in the line of the roster that counts, where rosters forked", () => {
    const rival = aRemoval(roster, [ben]);
    const ledger = ledgerOf(...beginning, removal.roster, removal.record, rival.roster, rival.record);
    const winner = [removal, rival].find((one) => one.roster.hash === ledger.roster?.hash);
    expect(ledger.generations).toHaveLength(2);
    expect(ledger.generation?.hash).toBe(winner?.record.hash);
  });

  it("is one of two that were signed for one roster, the same one on every laptop", () => {
    const again = aGeneration(removal.roster);
    const entries = [...beginning, removal.roster, removal.record, again];
    const chosen = ledgerOf(...entries).generation?.hash;
    expect(ledgerOf(...entries.toReversed()).generation?.hash).toBe(chosen);
    expect(chosen).toBe([removal.record.hash, again.hash].toSorted()[0]);
  });

  it("leaves the removed laptop's envelopes from before where they are", () => {
    const envelope = anEnvelope("cleo", noonSlot);
    const before = fateOf(ledgerOf(...beginning, envelope), envelope);
    expect(fateOf(ledgerOf(...beginning, envelope, removal.roster, removal.record), envelope)).toBe(before);
  });
});

describe("the passages from one generation to the next", () => {
  const second = aRemoval(removal.roster, [ben]);
  const all = [...beginning, removal.roster, removal.record, second.roster, second.record];

  it("are none in the first generation", () => {
    expect(passagesOf(ledgerOf(...beginning))).toEqual([]);
  });

  it("lead from each generation that was left to the next one", () => {
    expect(passagesOf(ledgerOf(...all)).map(({ from }) => from)).toEqual([1, 2]);
  });

  it("tell whoever was removed of the removal and of nothing after it", () => {
    const [first] = passagesOf(ledgerOf(...all));
    const bodies = first?.entries.map(({ body }) => body) ?? [];
    expect(bodies).toContain(removal.record.entry.body);
    for (const later of [second.roster, second.record]) expect(bodies).not.toContain(later.entry.body);
  });

  it("are enough for a laptop that has nothing else", () => {
    for (const [index, passage] of passagesOf(ledgerOf(...all)).entries()) {
      const named = all.filter(({ entry }) => passage.entries.includes(entry));
      expect(ledgerOf(...named).generation?.body.generation).toBe(index + 2);
    }
  });
});
