import { describe, expect, it } from "vitest";
import { deviceIdSchema, hashSchema } from "../../../../src/domain/ids";
import { quietDay } from "../../../../src/domain/loop/day/loop-day";
import { noDebriefWords } from "../../../../src/domain/loop/debrief-words";
import type { CardState, LoopView, OpenedCard } from "../../../../src/domain/loop/loop-view";
import { buildRecord } from "../../../../src/domain/record/build-record";
import { loopRecordSchema } from "../../../../src/domain/record/record";
import { unwrap } from "../../../../src/domain/result";
import { aHash } from "../../../support/builders/ids";
import { aKit } from "../../../support/builders/kit";
import { anAuthority } from "../../../support/builders/loop-view";
import {
  aCard,
  aPerson,
  aPlan,
  aSlot,
  loopId,
  noon,
  personId,
  slotId,
} from "../../../support/builders/record";

const slot = aSlot("bench", ["ana", "ben"]);
const reveal = {
  callHash: aHash(hashSchema, "call"),
  calledBy: personId("ana"),
  calledAt: noon,
  rule: "allSealed" as const,
  reason: "",
};

const cardState = (name: string, opened: OpenedCard | null, sealedCount = 1): CardState => ({
  slotId: slotId("bench"),
  personId: personId(name),
  required: true,
  progress: null,
  forked: false,
  dropped: null,
  refused: [],
  sealed: Array.from({ length: sealedCount }, (_, index) => ({
    envelopeHash: aHash(hashSchema, `envelope-${name}-${index}`),
    revision: index + 1,
    deviceId: aHash(deviceIdSchema, `device-${name}`),
    sealedAt: noon,
    heldBy: [],
    copies: [],
    confirmation: { needed: 2, lacking: 2, keepers: [] },
    late: false,
    setAside: false,
    brokenGlass: [],
    opened,
  })),
});

const open = (
  name: string,
  dependence: Extract<OpenedCard, { state: "open" }>["dependence"] = [],
): OpenedCard => ({
  state: "open",
  card: aCard(slot, name, { "q-samples": 3 }),
  dependence,
  byEscrow: false,
});

const aView = (cards: readonly CardState[], overrides: Partial<LoopView> = {}): LoopView => ({
  loopId,
  me: aPerson("ana", ["facilitator", "panelist"]),
  facilitator: personId("ana"),
  authority: anAuthority([aPerson("ana")], personId("ana")),
  persons: [aPerson("ana", ["facilitator", "panelist"]), aPerson("ben", ["shadow"])],
  devices: [],
  removals: [],
  removed: null,
  ownLaptops: [],
  plan: aPlan([slot]),
  planHash: null,
  kit: aKit(),
  cards,
  sheets: [],
  coverage: [],
  handOffs: [],
  comments: [],
  debrief: noDebriefWords,
  reveal,
  decision: null,
  day: quietDay,
  acceptances: null,
  refused: [],
  ...overrides,
});

const sources = { protocol: 1, discussion: [{ item: "overall", text: "" }], entries: [] };

describe("the record", () => {
  it("is refused before the reveal, and while plan or kit are missing", () => {
    expect(buildRecord(aView([], { reveal: null }), sources)).toEqual({
      ok: false,
      error: { type: "notRevealed" },
    });
    expect(buildRecord(aView([], { kit: null }), sources)).toEqual({
      ok: false,
      error: { type: "incomplete" },
    });
  });

  it("holds every opened revision, and satisfies its published shape", () => {
    const record = unwrap(buildRecord(aView([cardState("ana", open("ana"), 2)]), sources));
    expect(record.cards.map((card) => card.revision)).toEqual([1, 2]);
    expect(loopRecordSchema.safeParse(record).success).toBe(true);
  });

  it("marks a shadow's card, and a dependent one with its reasons", () => {
    const record = unwrap(
      buildRecord(
        aView([cardState("ana", open("ana", ["sawRevealFirst"])), cardState("ben", open("ben"))]),
        sources,
      ),
    );
    expect(
      record.cards.map(({ independent, dependence, shadow }) => ({ independent, dependence, shadow })),
    ).toEqual([
      { independent: false, dependence: ["sawRevealFirst"], shadow: false },
      { independent: true, dependence: [], shadow: true },
    ]);
  });

  it("says of every required card that is not in it why it is missing", () => {
    const record = unwrap(
      buildRecord(
        aView([
          cardState("ana", null, 0),
          cardState("ben", { state: "withheld" }),
          cardState("cleo", { state: "doesNotOpen" }),
        ]),
        sources,
      ),
    );
    expect(record.missing.map((card) => card.reason)).toEqual(["notSealed", "notReleased", "doesNotOpen"]);
  });

  it("names a card as missing whose own version stays closed while one that was set aside is open", () => {
    const open = cardState("ben", { state: "withheld" });
    const aside = cardState("ben", null).sealed.map((one) => ({ ...one, setAside: true }));
    const record = unwrap(buildRecord(aView([{ ...open, sealed: [...aside, ...open.sealed] }]), sources));
    expect(record.missing.map((card) => card.reason)).toEqual(["notReleased"]);
  });

  it("leaves out discussion notes that were never written", () => {
    const record = unwrap(buildRecord(aView([]), sources));
    expect(record.discussion).toEqual([]);
  });
});
