import { describe, expect, it } from "vitest";
import { nodeCrypto } from "../../../../electron/main/vault/node-crypto";
import {
  type OpeningRequest,
  openSheetFor,
  readSheet,
} from "../../../../electron/main/vault/opening-handlers";
import { exerciseIdSchema, kitItemIdSchema } from "../../../../src/domain/ids";
import { requiredCardsOf } from "../../../../src/domain/loop/plan";
import { unwrap } from "../../../../src/domain/result";
import { dependenceOf } from "../../../../src/domain/sealing/certificate";
import type { AuthenticEntry } from "../../../../src/domain/sealing/entries";
import { owedOpenings, readOpening } from "../../../../src/domain/sealing/open-to-assessor";
import { aPerson, aPlan, noon, personId, slotId } from "../../../support/builders/record";
import {
  aCall,
  allSealed,
  ana,
  anEnvelope,
  aPlanEntry,
  aRoster,
  authentic,
  ben,
  charter,
  cleo,
  fate,
  hana,
  idOf,
  ledgerOf,
  morning,
  noonSlot,
  people,
  signed,
} from "../../../support/sealing/loop-world";

const colleague = kitItemIdSchema.parse("colleague");
/** Cleo plays a role in the morning, which Ana and Ben assess; Hana watches it and owes nothing. */
const scene = {
  ...morning,
  exerciseId: exerciseIdSchema.parse("spill"),
  interviewers: [...morning.interviewers, personId("hana")],
  rolePlayers: [{ personId: personId("cleo"), roleId: colleague }],
};
const planOf = (slot: typeof scene) =>
  aPlanEntry({
    plan: aPlan([slot, noonSlot], {
      required: [...requiredCardsOf([slot, noonSlot], new Set([personId("hana")]))],
    }),
  });
const plan = planOf(scene);
const roster = aRoster();
const start = [charter, roster, plan] as const;

const rolePlay = {
  roleId: colleague,
  tensions: 2,
  delivered: [{ tension: 1, text: "Threatens to leave", atMs: 95_000 }],
  breaches: [{ atMs: null, text: "Solved the spill" }],
};
const blankSheet = { answers: [], exercise: null, overall: { kind: "blank" }, rolePlay } as const;
const sheet = anEnvelope("cleo", scene, { card: { ...blankSheet, answers: [] }, ratings: {} });
const bens = anEnvelope("ben", scene);
const hanas = anEnvelope("hana", scene);

type Entries = readonly AuthenticEntry[];
const owedTo = (...entries: Entries) => owedOpenings(ledgerOf(...entries), cleo.deviceId);
const texts = (entries: Entries) => entries.map(({ entry }) => entry);

const owed = {
  envelopeHash: sheet.hash,
  assessor: personId("ben"),
  recipient: idOf(ben),
  sealedHash: bens.hash,
};
const ask = (entries: Entries, asked: Partial<OpeningRequest> = {}, by = cleo) =>
  openSheetFor(
    { identity: by } as Parameters<typeof openSheetFor>[0],
    { entries: texts(entries), charterHash: charter.hash, ...owed, ...asked },
    noon,
  );
const opening = authentic(unwrap(ask([...start, sheet, bens])), "opening");
/** As a changed program would sign it: the same key, and another word about it. */
const forged = (changes: Partial<AuthenticEntry<"opening">["body"]>, by = cleo) =>
  signed("opening", { ...opening.body, deviceId: idOf(by), ...changes }, by);

describe("a role player's sheet", () => {
  it("is owed to an assessor once that assessor's own card of the slot is sealed, and not before", () => {
    expect(owedTo(...start, sheet)).toEqual([]);
    expect(owedTo(...start, sheet, anEnvelope("cleo", noonSlot))).toEqual([]);
    expect(owedTo(...start, sheet, bens)).toEqual([owed]);
    expect(owedTo(...start, sheet, bens, opening)).toEqual([]);
  });

  it("is owed by the role player's laptop alone", () => {
    for (const other of [ana, ben, hana])
      expect(owedOpenings(ledgerOf(...start, sheet, bens), other.deviceId)).toEqual([]);
  });

  it("is owed to nobody who owes no card there, and to nobody who watches, although they sealed one", () => {
    expect(owedTo(...start, sheet, hanas)).toEqual([]);
    for (const hat of ["shadow", "observer"] as const) {
      const persons = people.map((one) => (one.name === "ben" ? aPerson("ben", ["panelist", hat]) : one));
      expect(owedTo(charter, aRoster({ persons }), plan, sheet, bens)).toEqual([]);
    }
  });

  it("is opened by main only where main's own ledger says that it is owed", () => {
    expect(ask([...start, sheet, bens]).ok).toBe(true);
    expect(ask([...start, sheet])).toEqual({ ok: false, error: { type: "notOwed" } });
    const notOwed = { ok: false, error: { type: "notOwed" } };
    expect(ask([...start, sheet, bens], { recipient: idOf(hana) })).toEqual(notOwed);
    expect(ask([...start, sheet, bens, hanas], { recipient: idOf(hana), sealedHash: hanas.hash })).toEqual(
      notOwed,
    );
    expect(ask([...start, sheet, bens], {}, ana)).toEqual(notOwed);
    expect(ask([charter, roster, planOf({ ...scene, rolePlayers: [] }), sheet, bens])).toEqual(notOwed);
  });

  it("is never opened where it rates anybody: such a card waits for the reveal", () => {
    const rating = anEnvelope("cleo", scene, { card: { rolePlay } });
    expect(ask([...start, rating, bens], { envelopeHash: rating.hash })).toEqual({
      ok: false,
      error: { type: "notASheet" },
    });
  });
});

describe("an opening in the ledger", () => {
  it("counts where the assessor's sealed card is there, and waits for it otherwise", () => {
    expect(fate(opening, ...start, sheet, bens)).toBe("accepted");
    expect(fate(opening, ...start, sheet)).toBe("waiting: envelopeMissing");
    expect(fate(opening, ...start, bens)).toBe("waiting: envelopeMissing");
  });

  it("is refused from anybody but the role player, and about anybody's card but the role player's", () => {
    const all = [...start, sheet, bens] as const;
    expect(fate(forged({}, ana), ...all)).toBe("refused: signerMismatch");
    expect(fate(forged({ personId: personId("ana") }, ana), ...all)).toBe("refused: otherPersonsCard");
    const unplanned = planOf({ ...scene, rolePlayers: [] });
    expect(fate(opening, charter, roster, unplanned, sheet, bens)).toBe("refused: notARolePlayer");
  });

  it("is refused to somebody who owes no card in the slot, and to who sealed another slot's only", () => {
    const all = [...start, sheet, bens, hanas] as const;
    const toHana = { assessor: personId("hana"), recipient: idOf(hana), sealedHash: hanas.hash };
    expect(fate(forged(toHana), ...all)).toBe("refused: owesNoCard");
    const anas = anEnvelope("ana", noonSlot);
    const toAna = { assessor: personId("ana"), recipient: idOf(ana), sealedHash: anas.hash };
    expect(fate(forged(toAna), ...all, anas)).toBe("refused: ownCardMissing");
    expect(fate(forged({ recipient: idOf(ana) }), ...all)).toBe("waiting: laptopMissing");
  });
});

describe("reading an opened sheet", () => {
  it("gives the assessor what was brought up and the breaches", () => {
    expect(unwrap(readOpening(opening, sheet, ben, nodeCrypto)).rolePlay).toEqual(rolePlay);
  });

  it("gives nobody else anything, whatever their program says of the entry", () => {
    for (const other of [ana, hana]) {
      expect(readOpening(opening, sheet, other, nodeCrypto)).toMatchObject({
        error: { type: "notForThisDevice" },
      });
      const claimed = forged({ recipient: idOf(other) });
      const identity = { identity: other } as Parameters<typeof readSheet>[0];
      expect(readSheet(identity, { opening: claimed.entry, envelope: sheet.entry })).toMatchObject({
        error: { type: "wrapDoesNotOpen" },
      });
    }
    expect(slotId("morning")).toBe(scene.slotId);
  });
});

describe("a card that was changed after the sheet was opened to its author", () => {
  const amended = anEnvelope("ben", scene, {
    facts: { revision: 2, prev: bens.hash, counter: 1 },
    card: { amendReason: "I had misread the exercise." },
  });

  it("says that its author knew the tensions; the first revision does not", () => {
    const entries = [...start, anEnvelope("ana", scene), anEnvelope("cleo", noonSlot), sheet, bens, amended];
    const call = aCall(entries, allSealed);
    const ledger = ledgerOf(...entries, opening, call);
    expect(dependenceOf(amended, ledger)).toEqual(["laterRevision", "knewTensions"]);
    expect(dependenceOf(bens, ledger)).toEqual([]);
    expect(dependenceOf(amended, ledgerOf(...entries, call))).toEqual(["laterRevision"]);
  });
});
