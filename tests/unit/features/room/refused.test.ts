import { describe, expect, it } from "vitest";
import { deviceIdSchema, timestampSchema } from "../../../../src/domain/ids";
import type { Refusal } from "../../../../src/domain/loop/refusals";
import { refusalReasons } from "../../../../src/features/room/refusal-reasons";
import { reasonOf, refusedLines } from "../../../../src/features/room/refused";
import { timeText } from "../../../../src/ui/time-text";
import { aHash } from "../../../support/builders/ids";
import { aDevice, aLoopView } from "../../../support/builders/loop-view";
import { aPerson, personId, slotId } from "../../../support/builders/record";

const view = aLoopView([aPerson("ana", ["facilitator", "panelist"]), aPerson("tomas")]);
const at = timestampSchema.parse("2026-11-23T12:00:00.000Z");

const lineOf = (overrides: Partial<Refusal>) => {
  const row: Refusal = {
    source: "entry",
    reason: "badSignature",
    deviceId: null,
    kind: "card",
    card: null,
    count: 1,
    firstAt: at,
    lastAt: at,
    ...overrides,
  };
  return refusedLines(view, [row])[0];
};

describe("a line of what was refused", () => {
  it("names whose laptop tried to write whose card", () => {
    const card = { slotId: slotId("bench"), personId: personId("ana") };
    const line = lineOf({ reason: "otherPersonsCard", deviceId: aDevice("tomas").deviceId, card });
    expect(line?.what).toBe("From tomas’ laptop: a card of ana for bench: it is another person’s card.");
    expect(line?.todo).toBe("It changed nothing. Ask whose laptop it is what happened there.");
  });

  it("tells an unknown laptop by the beginning of its fingerprint, and says so where there is none", () => {
    const deviceId = aHash(deviceIdSchema, "stranger");
    const start = deviceId.slice(0, 6);
    expect(lineOf({ deviceId })?.what).toMatch(new RegExp(`^From an unknown laptop \\(${start}\\): a card:`));
    expect(lineOf({ source: "connection", reason: "doesNotOpen", kind: "" })?.what).toMatch(
      /^A message from an unknown laptop: the loop’s key does not open it/,
    );
  });

  it("counts and gives the last time", () => {
    expect(lineOf({})?.when).toBe(`at ${timeText(at)}`);
    expect(lineOf({ count: 3 })?.when).toBe(`3 times, last at ${timeText(at)}`);
  });

  it("speaks of entries that were taken out, of the disk and of shared text", () => {
    expect(lineOf({ source: "vanished", reason: "vanished", kind: "" })?.what).toBe(
      "A signed entry was missing here: it was put back.",
    );
    expect(lineOf({ source: "disk", reason: "checksum", kind: "" })?.todo).toMatch(/^Stay in the room/);
    const deviceId = aDevice("tomas").deviceId;
    expect(lineOf({ source: "sharedText", reason: "handOffChanged", kind: "", deviceId })?.what).toBe(
      "From tomas’ laptop: a hand-off was changed or taken out; it was undone.",
    );
    expect(lineOf({ source: "vanished", reason: "putBackElsewhere", kind: "plan", deviceId })?.what).toBe(
      "Tomas’ laptop missed a plan: it put it back, and signed that it did.",
    );
  });
});

describe("the words of a refusal", () => {
  it("are there for every code, each with something to do or the word that nothing changed", () => {
    for (const words of Object.values(refusalReasons))
      for (const { why, todo } of Object.values(words)) {
        expect(why).toMatch(/^[a-z]/);
        expect(todo).toMatch(/\.$/);
      }
  });

  it("do not break on a code nobody worded", () => {
    expect(reasonOf({ source: "entry", reason: "constructor" }).why).toBe("it does not hold up");
  });
});
