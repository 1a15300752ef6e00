import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { deviceIdSchema, hashSchema } from "../../../../src/domain/ids";
import type { SealedRevision } from "../../../../src/domain/loop/loop-view";
import { buildRecord } from "../../../../src/domain/record/build-record";
import { loopRecordSchema, mayCount } from "../../../../src/domain/record/record";
import { recordText } from "../../../../src/domain/record/record-text";
import { unwrap } from "../../../../src/domain/result";
import { aHash } from "../../../support/builders/ids";
import { aLoopView } from "../../../support/builders/loop-view";
import { aCard, aPerson, aSlot, noon, personId } from "../../../support/builders/record";
import kept from "./samples/record-v4.json";

const slot = aSlot("bench", ["ana", "ben"]);
const sealed = (by: string, changes: Partial<SealedRevision>): SealedRevision => ({
  envelopeHash: aHash(hashSchema, by),
  revision: 1,
  deviceId: aHash(deviceIdSchema, by),
  sealedAt: noon,
  heldBy: [],
  copies: [],
  confirmation: { needed: 0, lacking: 0, keepers: [] },
  late: false,
  setAside: false,
  brokenGlass: [],
  opened: { state: "open", card: aCard(slot, "ben", { "q-samples": 3 }), dependence: [], byEscrow: false },
  ...changes,
});
const typedIn = { by: personId("ana"), reason: "The laptop is dead." };
const view = (...revisions: readonly SealedRevision[]) =>
  aLoopView([aPerson("ana", ["facilitator", "panelist"]), aPerson("ben")], {
    reveal: {
      callHash: aHash(hashSchema, "call"),
      calledBy: personId("ana"),
      calledAt: noon,
      rule: "allSealed",
      reason: "",
    },
    cards: [
      {
        slotId: slot.slotId,
        personId: personId("ben"),
        required: true,
        progress: null,
        forked: false,
        dropped: null,
        refused: [],
        sealed: revisions,
      },
    ],
  });
const made = (protocol: number, ...revisions: readonly SealedRevision[]) =>
  unwrap(buildRecord(view(...revisions), { protocol, discussion: [], entries: [] }));

describe("a card that somebody else typed in", () => {
  it("names in the record who typed it and why, as the authority signed it and whatever the card says", () => {
    const [card] = made(5, sealed("ana", { typedIn })).cards;
    expect(card?.personId).toBe(personId("ben"));
    expect(card?.deviceId).toBe(aHash(deviceIdSchema, "ana"));
    expect(card?.card.onBehalf).toEqual(typedIn);
  });

  it("leaves a card alone that its person sealed", () => {
    expect(made(5, sealed("ben", {})).cards[0]?.card.onBehalf).toBeNull();
  });

  it("stays in the record beside its person's own and does not count then", () => {
    const opened = sealed("ana", {}).opened;
    if (opened?.state !== "open") throw new Error("the test opened it");
    const aside = sealed("ana", { typedIn, opened: { ...opened, dependence: ["setAside"] } });
    const { cards } = made(5, aside, sealed("ben", {}));
    expect(cards.map(mayCount)).toEqual([false, true]);
  });
});

describe("a record of version 4", () => {
  it("belongs to loops of protocol 5, and none older", () => {
    expect([2, 3, 4, 5].map((protocol) => made(protocol).formatVersion)).toEqual([1, 1, 3, 4]);
  });

  it("alone knows a card whose author had typed in somebody else's", () => {
    const record = loopRecordSchema.parse(kept.record);
    expect(record.cards[0]?.dependence).toEqual(["typedAnother"]);
    expect(loopRecordSchema.safeParse({ ...kept.record, formatVersion: 3 }).success).toBe(false);
  });

  it("opens as it was kept and has the hash that was signed and printed", () => {
    const record = loopRecordSchema.parse(kept.record);
    expect(createHash("sha256").update(recordText(record)).digest("base64url")).toBe(kept.hash);
  });
});
