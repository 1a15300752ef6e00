import { describe, expect, it } from "vitest";
import { hashSchema, timestampSchema } from "../../../../../src/domain/ids";
import { quietDay } from "../../../../../src/domain/loop/day/loop-day";
import { mayWipeByItself, wipeOutlook } from "../../../../../src/domain/loop/day/wipe-outlook";
import type { LoopView, OpenedCard } from "../../../../../src/domain/loop/loop-view";
import { aHash } from "../../../../support/builders/ids";
import { aCardState, aLoopView, aSealed } from "../../../../support/builders/loop-view";
import { aCard, aHire, aPerson, aSlot, personId, slotId } from "../../../../support/builders/record";

const persons = [aPerson("ana"), aPerson("ben"), aPerson("cleo"), aPerson("facil", ["facilitator"])];
const at = timestampSchema.parse("2026-11-23T16:00:00.000Z");
const decision = {
  hash: aHash(hashSchema, "d"),
  decidedAt: at,
  decision: aHire({ decidedBy: personId("facil") }),
};
const opened: OpenedCard = {
  state: "open",
  card: aCard(aSlot("bench", ["ana"]), "ana", {}),
  dependence: [],
  byEscrow: false,
};
const place = { slotId: slotId("bench"), personId: personId("ana") };
const holding = (...names: readonly string[]) =>
  names.map((name) => ({ personId: personId(name), holds: "all" }) as const);

/** Ana's borrowed laptop, with one card. */
const view = (card: Partial<LoopView["cards"][number]>, overrides: Partial<LoopView> = {}): LoopView =>
  aLoopView(persons, { cards: [aCardState("ana", "bench", card)], ...overrides });

const sealedOpen = { sealed: [aSealed("ana", "bench", ["ben", "cleo"], { opened })] };

describe("what wiping a borrowed laptop would lose", () => {
  it("is a card that was begun and not sealed", () => {
    const outlook = wipeOutlook(view({ progress: { answered: 1, of: 3 } }), holding("ben", "cleo"));
    expect(outlook).toEqual({ drafts: [place], unsafe: [], unpublished: [], copied: true });
  });

  it("is a sealed card that only one other person's laptop holds", () => {
    const sealed = [aSealed("ana", "bench", ["ben"], { opened })];
    expect(wipeOutlook(view({ sealed }), []).unsafe).toEqual([place]);
    expect(wipeOutlook(view(sealedOpen), []).unsafe).toEqual([]);
  });

  it("is the only key to a card that is not revealed, unless the loop is ended", () => {
    const sealed = [aSealed("ana", "bench", ["ben", "cleo"])];
    expect(wipeOutlook(view({ sealed }), []).unpublished).toEqual([place]);
    const ended = {
      hash: aHash(hashSchema, "e"),
      cause: "withdrawn",
      at,
      by: null,
      reason: "r",
      retentionFrom: "2026-11-23",
    } as const;
    expect(wipeOutlook(view({ sealed }, { day: { ...quietDay, ended } }), []).unpublished).toEqual([]);
  });

  it("is the only key to a card that was typed in here, and what was typed and not sealed yet", () => {
    const typedIn = { by: personId("ana"), reason: "The laptop is dead." };
    const bens = (card: Partial<LoopView["cards"][number]>) =>
      aLoopView(persons, { cards: [aCardState("ben", "bench", card)] });
    const bensPlace = { slotId: slotId("bench"), personId: personId("ben") };
    const typed = { sealed: [aSealed("ana", "bench", ["cleo"], { typedIn })] };
    expect(wipeOutlook(bens(typed), [])).toMatchObject({ unsafe: [bensPlace], unpublished: [bensPlace] });
    const byCleo = {
      sealed: [aSealed("cleo", "bench", [], { typedIn: { ...typedIn, by: personId("cleo") } })],
    };
    expect(wipeOutlook(bens(byCleo), [])).toMatchObject({ drafts: [], unsafe: [], unpublished: [] });
    expect(wipeOutlook(bens({}), [], [bensPlace]).drafts).toEqual([bensPlace]);
    expect(wipeOutlook(bens({}), [], []).drafts).toEqual([]);
    // Its person sealed it themselves meanwhile: what was typed is of no use any more.
    expect(wipeOutlook(bens({ sealed: [aSealed("ben", "bench")] }), [], [bensPlace]).drafts).toEqual([]);
  });

  it("is whatever else was written last while fewer than two others hold all of it", () => {
    const copied = (...names: readonly string[]) => wipeOutlook(view(sealedOpen), holding(...names)).copied;
    expect([copied(), copied("ben"), copied("ben", "ben"), copied("ana", "ben")]).toEqual(
      Array(4).fill(false),
    );
    expect(copied("ben", "cleo")).toBe(true);
  });

  it("is of no concern to a loop of two once the other holds it", () => {
    const two = aLoopView([aPerson("ana"), aPerson("ben")]);
    expect(wipeOutlook(two, holding("ben")).copied).toBe(true);
    expect(wipeOutlook(aLoopView([aPerson("ana")]), []).copied).toBe(false);
  });
});

describe("a borrowed laptop wipes itself", () => {
  const two = holding("ben", "cleo");

  it("once the loop is decided or ended and nothing is lost by it, and not before", () => {
    expect(mayWipeByItself(view(sealedOpen, { decision }), two)).toBe(true);
    expect(mayWipeByItself(view(sealedOpen), two)).toBe(false);
    expect(mayWipeByItself(view(sealedOpen, { decision }), holding("ben"))).toBe(false);
    expect(mayWipeByItself(view({ progress: { answered: 0, of: 3 } }, { decision }), two)).toBe(false);
    // Removed from the roster, the laptop cannot tell whose the begun cards on it are.
    expect(mayWipeByItself(view(sealedOpen, { decision, me: null }), two)).toBe(false);
    const closed = { sealed: [aSealed("ana", "bench", ["ben", "cleo"])] };
    expect(mayWipeByItself(view(closed, { decision }), two)).toBe(false);
  });
});
