import { describe, expect, it } from "vitest";
import { timestampSchema } from "../../../../../src/domain/ids";
import type { HandOff } from "../../../../../src/domain/loop/loop-view";
import { handedByMe, handedToMe } from "../../../../../src/features/interview/hand-over/handed-over";
import { receivers } from "../../../../../src/features/interview/hand-over/receivers";
import { handedHeading, judgementHint } from "../../../../../src/features/interview/hand-over/words";
import { aKit } from "../../../../support/builders/kit";
import { aCardState, aLoopView } from "../../../../support/builders/loop-view";
import { aPerson, aPlan, aSlot, personId } from "../../../../support/builders/record";

const panel = ["ana", "tomas", "ines"].map((name) => aPerson(name));

const note = (from: string, to: string | null, minute = 0): HandOff => ({
  id: `${from}-${to}`,
  from: personId(from),
  to: to === null ? null : personId(to),
  text: "Ask for the figure.",
  at: timestampSchema.parse(`2026-11-23T12:0${minute}:00.000Z`),
});

const viewOf = (me: string, handOffs: readonly HandOff[]) => aLoopView(panel, { me: aPerson(me), handOffs });

describe("notes handed over", () => {
  const handOffs = [note("tomas", "ana"), note("tomas", "ines"), note("ines", null, 1), note("ana", null, 2)];
  const shown = (me: string) => handedToMe(viewOf(me, handOffs)).map(({ id }) => id);

  it("are shown to whom they are for: one person, or all but the writer", () => {
    expect(shown("ana")).toEqual(["tomas-ana", "ines-null"]);
    expect(shown("ines")).toEqual(["tomas-ines", "ana-null"]);
    expect(shown("tomas")).toEqual(["ana-null", "ines-null"]);
    expect(handedByMe(viewOf("tomas", handOffs)).map(({ id }) => id)).toEqual(["tomas-ana", "tomas-ines"]);
  });

  it("begin with those that name the person, however late others came, and go on with the newest", () => {
    const late = [
      note("tomas", "ana", 0),
      note("tomas", null, 1),
      note("ines", null, 2),
      note("ines", "ana", 1),
    ];
    expect(handedToMe(viewOf("ana", late)).map(({ id }) => id)).toEqual([
      "ines-ana",
      "tomas-ana",
      "ines-null",
      "tomas-null",
    ]);
  });

  it("are new until they were read on this laptop, and never while that is not known", () => {
    const unread = (read: ReadonlySet<string> | null) =>
      handedToMe(viewOf("ana", handOffs), read)
        .filter((one) => one.isUnread)
        .map(({ id }) => id);
    expect(unread(new Set())).toEqual(["tomas-ana", "ines-null"]);
    expect(unread(new Set(["tomas-ana"]))).toEqual(["ines-null"]);
    expect(unread(null)).toEqual([]);
    expect(handedHeading(2)).toBe("Handed over to you · 2 new");
  });

  it("may go to everybody else, whoever interviews next before the others", () => {
    const slots = [
      aSlot("first", ["ana"], { startsAt: "2026-11-23T09:00" }),
      aSlot("second", ["ines"], { startsAt: "2026-11-23T10:00" }),
    ];
    const cards = [aCardState("ana", "first", { progress: { answered: 1, of: 3 } })];
    const view = { ...aLoopView(panel, { cards }), plan: aPlan(slots), kit: aKit() };
    expect(receivers(view).map(({ name, isNext }) => [name, isNext])).toEqual([
      ["ines", true],
      ["tomas", false],
    ]);
  });

  it("say what reads like a judgement, and what to do instead", () => {
    expect(judgementHint({ kind: "digit", text: "2/4" })).toMatch(/^“2\/4” reads like a rating\./);
    expect(judgementHint({ kind: "word", text: "weak" })).toMatch(/^“weak” reads like a judgement\./);
  });
});
