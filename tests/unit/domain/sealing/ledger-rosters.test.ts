import { describe, expect, it } from "vitest";
import { aDevice, rosterDevice } from "../../../support/sealing/devices";
import {
  ana,
  aPerson,
  aPlanEntry,
  aRoster,
  ben,
  charter,
  fate,
  fateOf,
  idOf,
  ledgerOf,
  people,
  roster,
  stranger,
} from "../../../support/sealing/loop-world";

describe("rosters", () => {
  const next = (overrides: Parameters<typeof aRoster>[0] = {}, by = ana) =>
    aRoster({ version: 2, prev: roster.hash, ...overrides }, by);
  const withoutBen = roster.body.devices.filter(({ deviceId }) => deviceId !== ben.deviceId);

  it("count as a chain by the facilitator's laptop", () => {
    const second = next();
    const ledger = ledgerOf(charter, roster, second);
    expect(ledger.roster).toEqual(second);
    expect(ledger.rosters).toEqual([roster, second]);
  });

  it("are refused from anybody else", () => {
    expect(fate(next({}, ben), charter, roster)).toBe("refused: notTheAuthority");
    expect(fate(aRoster({}, stranger), charter)).toBe("refused: notTheAuthority");
  });

  it("may come from a second laptop of the facilitator once a roster has it", () => {
    const other = aDevice("ana at home");
    const second = next({ devices: [...roster.body.devices, rosterDevice(other, "ana")] });
    const third = aRoster({ ...second.body, version: 3, prev: second.hash, deviceId: idOf(other) }, other);
    expect(fate(third, charter, roster, second)).toBe("accepted");
    expect(fate(next({}, other), charter, roster, second)).toBe("refused: notTheAuthority");
  });

  it("wait for the one before, and are refused with it", () => {
    const second = next();
    const third = aRoster({ version: 3, prev: second.hash });
    expect(fate(third, charter, roster)).toBe("waiting: previousMissing");
    expect(fate(third, charter, roster, second)).toBe("accepted");
    const bad = next({ persons: [...people, aPerson("ben")] });
    expect(fate(aRoster({ version: 3, prev: bad.hash }), charter, roster, bad)).toBe(
      "refused: previousRefused",
    );
  });

  it("are numbered without gaps", () => {
    expect(fate(next({ version: 3 }), charter, roster)).toBe("refused: versionOutOfOrder");
    expect(fate(aRoster({ version: 2 }), charter)).toBe("refused: versionOutOfOrder");
  });

  it("have each person and laptop once, and no laptop of nobody", () => {
    const [first] = roster.body.devices;
    const twice = [...roster.body.devices, ...(first === undefined ? [] : [first])];
    expect(fate(next({ devices: twice }), charter, roster)).toBe("refused: rosterInvalid");
    const nobodys = [...roster.body.devices, rosterDevice(stranger, "nobody")];
    expect(fate(next({ devices: nobodys }), charter, roster)).toBe("refused: rosterInvalid");
  });

  it("keep the facilitator and a laptop of theirs", () => {
    const withoutAna = roster.body.devices.filter(({ deviceId }) => deviceId !== ana.deviceId);
    expect(fate(next({ devices: withoutAna, generation: 2 }), charter, roster)).toBe(
      "refused: facilitatorMissing",
    );
    const persons = people.map((person) => (person.name === "ana" ? aPerson("ana", ["observer"]) : person));
    expect(fate(next({ persons }), charter, roster)).toBe("refused: facilitatorMissing");
  });

  it("never give a laptop to another person or with another key", () => {
    const given = [...withoutBen, rosterDevice(ben, "cleo")];
    expect(fate(next({ devices: given }), charter, roster)).toBe("refused: deviceChanged");
    const agreeKey = rosterDevice(stranger, "ben").agreeKey;
    const rekeyed = [...withoutBen, { ...rosterDevice(ben, "ben"), agreeKey }];
    expect(fate(next({ devices: rekeyed }), charter, roster)).toBe("refused: deviceChanged");
  });

  it("start a new generation when a laptop is removed", () => {
    expect(fate(next({ devices: withoutBen }), charter, roster)).toBe("refused: generationNotRaised");
    expect(fate(next({ devices: withoutBen, generation: 2 }), charter, roster)).toBe("accepted");
  });

  it("that follow the same one are shown as a fork, and every laptop picks the same", () => {
    const rivals = [next({ reason: "one" }), next({ reason: "two" })];
    const ledger = ledgerOf(charter, roster, ...rivals);
    const hashes = rivals.map(({ hash }) => hash).toSorted();
    expect(ledger.forks).toEqual([{ kind: "roster", hashes }]);
    expect(ledger.rosters).toHaveLength(3);
    expect(ledger.roster?.hash).toBe(hashes[0]);
  });

  it("decide what a removed laptop may still say: nothing that the removal had not seen", () => {
    const other = aDevice("ana at home");
    const both = next({ devices: [...roster.body.devices, rosterDevice(other, "ana")] });
    const before = aPlanEntry({ deviceId: idOf(other) }, other);
    const after = aPlanEntry({ deviceId: idOf(other), version: 2, prev: before.hash }, other);
    const removal = aRoster({ version: 3, prev: both.hash, generation: 2, heads: [before.hash] });
    const entries = [charter, roster, both, removal, before, after];
    expect(fate(after, charter, roster, both, before)).toBe("accepted");
    expect(fateOf(ledgerOf(...entries), before)).toBe("accepted");
    expect(fateOf(ledgerOf(...entries), after)).toBe("refused: notTheAuthority");
  });
});
