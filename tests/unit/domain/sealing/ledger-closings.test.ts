import { describe, expect, it } from "vitest";
import { hashSchema } from "../../../../src/domain/ids";
import { aHash } from "../../../support/builders/ids";
import {
  aCharter,
  aLog,
  ana,
  aPlanEntry,
  aRoster,
  fateBeside,
  ledgerUnder,
  morning,
} from "../../../support/sealing/loop-world";

const closing = {
  type: "recordClosed" as const,
  decisionHash: aHash(hashSchema, "d"),
  recordHash: aHash(hashSchema, "r"),
  entries: [],
  discussion: [],
};
const withNotes = { ...closing, sharedNotes: [{ slotId: morning.slotId, lines: [] }] };

const fateIn = (protocol: number, event: typeof closing): string => {
  const charter = aCharter({ protocol });
  return fateBeside(ledgerUnder(charter))(aLog(ana, { event }), charter, aRoster(), aPlanEntry());
};

describe("a closing of the record", () => {
  it("names shared notes in loops of protocol 3 only: laptops of an older program keep such an entry apart", () => {
    expect([fateIn(3, withNotes), fateIn(2, closing)]).toEqual(["accepted", "accepted"]);
    expect(fateIn(2, withNotes)).toBe("refused: kindNotInProtocol");
  });
});
