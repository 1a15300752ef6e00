import { describe, expect, it } from "vitest";
import { hashSchema, timestampSchema } from "../../../../src/domain/ids";
import { standingAcceptances } from "../../../../src/domain/sealing/ledger/acceptances";
import { aHash } from "../../../support/builders/ids";
import { anAcceptance } from "../../../support/sealing/later-entries";
import {
  aCharter,
  aRemoval,
  beginning,
  ben,
  cleo,
  fate,
  fateBeside,
  ledgerOf,
  ledgerUnder,
  personId,
  plan,
  roster,
  stranger,
} from "../../../support/sealing/loop-world";

describe("acceptances", () => {
  it("count from a laptop of the person who accepts, and of nobody else", () => {
    expect(fate(anAcceptance("ben"), ...beginning)).toBe("accepted");
    expect(fate(anAcceptance("ben", {}, cleo), ...beginning)).toBe("refused: signerMismatch");
    expect(fate(anAcceptance("ben", {}, stranger), ...beginning)).toBe("refused: unknownDevice");
  });

  it("of a laptop that was removed before count only where the removing roster had seen them", () => {
    const early = anAcceptance("ben");
    const { roster: unseen } = aRemoval(roster, [ben]);
    const { roster: seen } = aRemoval(roster, [ben], { overrides: { heads: [early.hash] } });
    expect(fate(early, ...beginning, unseen)).toBe("refused: removedBefore");
    expect(fate(early, ...beginning, seen)).toBe("accepted");
  });

  it("are refused in a loop of protocol 2", () => {
    const older = aCharter({ protocol: 2 });
    expect(fateBeside(ledgerUnder(older))(anAcceptance("ben"), older, roster)).toBe(
      "refused: kindNotInProtocol",
    );
  });

  it("stand until the same person replaces them; somebody else's word replaces nothing", () => {
    const first = anAcceptance("ben");
    const changed = anAcceptance("ben", {
      conflict: { kind: "declared", text: "We shared an office." },
      replaces: [first.hash],
    });
    const foreign = anAcceptance("ana", { replaces: [changed.hash] });
    const { acceptances } = ledgerOf(...beginning, first, changed, foreign);
    expect(standingAcceptances(personId("ben"), acceptances)).toEqual([changed]);
    expect(standingAcceptances(personId("ana"), acceptances)).toEqual([foreign]);
  });

  it("of two laptops that spoke apart both stand, so that no declared conflict is lost", () => {
    const one = anAcceptance("ben");
    const other = anAcceptance("ben", { conflict: { kind: "declared", text: "A cousin." } });
    const { acceptances } = ledgerOf(...beginning, one, other);
    expect(standingAcceptances(personId("ben"), acceptances)).toHaveLength(2);
  });

  it("are at most twenty of one person, the first by their clock, and nobody else's are fewer by that", () => {
    const flood = Array.from({ length: 21 }, (_, second) =>
      anAcceptance("ben", {
        at: timestampSchema.parse(new Date(Date.UTC(2026, 10, 23, 9, 0, second)).toISOString()),
      }),
    );
    const others = [anAcceptance("ana"), anAcceptance("cleo")];
    const { acceptances, refused } = ledgerOf(...beginning, ...flood.toReversed(), ...others);
    expect(acceptances).toHaveLength(22);
    expect(acceptances).toEqual(expect.arrayContaining(others));
    expect(refused.map(({ hash, reason }) => [hash, reason])).toEqual([[flood.at(-1)?.hash, "tooManyWords"]]);
    const older = aCharter({ protocol: 3 });
    const judged = fateBeside(ledgerUnder(older));
    expect(flood.map((entry) => judged(entry, older, roster, ...flood))).not.toContain(
      "refused: tooManyWords",
    );
  });

  it("stand in place of at most twenty", () => {
    const replaces = (count: number) =>
      Array.from({ length: count }, (_, index) => aHash(hashSchema, `earlier-${index}`));
    expect(fate(anAcceptance("ben", { replaces: replaces(20) }), ...beginning)).toBe("accepted");
    expect(fate(anAcceptance("ben", { replaces: replaces(21) }), ...beginning)).toBe("refused: tooManyWords");
  });

  it("do not wait for the plan", () => {
    const others = beginning.filter((entry) => entry !== plan);
    expect(fate(anAcceptance("ben"), ...others)).toBe("accepted");
  });
});
