import { describe, expect, it } from "vitest";
import { standingAcceptances } from "../../../../src/domain/sealing/ledger/acceptances";
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

  it("do not wait for the plan", () => {
    const others = beginning.filter((entry) => entry !== plan);
    expect(fate(anAcceptance("ben"), ...others)).toBe("accepted");
  });
});
