import { describe, expect, it } from "vitest";
import { borrowedSetting } from "../../../../src/app/loop/borrowed/borrowed-setting";
import { createRoleLoops, type RoleLoopParts } from "../../../../src/app/loop/role-loops";
import type { LoopSession } from "../../../../src/bindings/services";
import { hashSchema, type LoopId, loopIdSchema, timestampSchema } from "../../../../src/domain/ids";
import type { LoopRecord } from "../../../../src/domain/record/record";
import { err, ok, unwrap } from "../../../../src/domain/result";
import type { StoredLoop } from "../../../../src/store/repositories/loop-repository";
import type { StoredRecord } from "../../../../src/store/repositories/record-repository";
import { aHash, anId } from "../../../support/builders/ids";
import { aRecord, aSlot } from "../../../support/builders/record";
import { aCandidateLoop } from "../../../support/store/a-stored-loop";

const idOf = (name: string): LoopId => anId(loopIdSchema, name);
const recordCalled = (name: string): LoopRecord => ({
  ...aRecord([], [aSlot("bench", ["ana"])]),
  loopId: idOf(name),
});

interface Held {
  readonly phase: StoredLoop["phase"];
  readonly kitTitle?: string;
  readonly borrowed?: boolean;
  /** When its kept records were saved, oldest first. */
  readonly kept?: readonly string[];
  readonly opens?: boolean;
  readonly removed?: boolean;
}

/** A laptop with these loops by name, and which of them were opened. */
const laptopWith = (held: Readonly<Record<string, Held>>) => {
  const opened: string[] = [];
  const nameOf = (loopId: LoopId): string =>
    Object.keys(held).find((name) => idOf(name) === loopId) ?? "nobody";
  const of = (loopId: LoopId): Held | undefined => held[nameOf(loopId)];
  const rows: readonly StoredLoop[] = Object.entries(held).map(([name, { phase, kitTitle }]) => ({
    ...aCandidateLoop(idOf(name)),
    candidateName: name,
    phase,
    ...(kitTitle === undefined ? {} : { kitTitle }),
  }));
  const keptOf = (loopId: LoopId): readonly StoredRecord[] =>
    (of(loopId)?.kept ?? []).map((savedAt) => ({
      hash: aHash(hashSchema, savedAt),
      record: { ...recordCalled(nameOf(loopId)), discussion: [{ item: "overall", text: savedAt }] },
      savedAt: timestampSchema.parse(savedAt),
    }));
  const parts = {
    store: {
      loops: { all: async () => ok(rows) },
      records: {
        ofLoop: async (loopId: LoopId) =>
          ok({ rows: keptOf(loopId).map((value, index) => ({ id: `${index}`, value })), unreadable: [] }),
      },
      settings: {
        get: async ({ key }: { readonly key: string }) =>
          ok(rows.some(({ loopId }) => borrowedSetting(loopId).key === key && of(loopId)?.borrowed === true)),
      },
    },
    open: async (loopId: LoopId) => {
      opened.push(nameOf(loopId));
      if (of(loopId)?.opens === false) return err({ type: "noKey" });
      const view = { get: () => ({ removed: of(loopId)?.removed ? {} : null }) };
      const record = async () => ok({ record: recordCalled(nameOf(loopId)), hash: "" });
      return ok({ view, record } as unknown as LoopSession);
    },
  };
  return { service: createRoleLoops(parts as unknown as RoleLoopParts), opened };
};

const seenFrom = async (held: Readonly<Record<string, Held>>) => {
  const { service, opened } = laptopWith({ own: { phase: "revealed" }, ...held });
  const { records, gaps } = unwrap(await service.ofRole(idOf("own")));
  return {
    records: records.map(({ loopId }) => loopId),
    gaps: gaps.map(({ candidateName, why }) => [candidateName, why]),
    opened,
  };
};

describe("the other loops of a role", () => {
  it("are read where they are revealed or decided; the others say why there is nothing to read", async () => {
    const seen = await seenFrom({
      revealed: { phase: "revealed" },
      decided: { phase: "decided", kept: ["2026-11-20T10:00:00.000Z"] },
      planned: { phase: "planned" },
      live: { phase: "live" },
      withdrawn: { phase: "withdrawn" },
    });
    expect(seen.records).toEqual([idOf("revealed"), idOf("decided")]);
    expect(seen.gaps).toEqual([
      ["planned", "notRevealed"],
      ["live", "notRevealed"],
      ["withdrawn", "ended"],
    ]);
  });

  it("are not opened once they are decided, kept record or not, and never before their reveal", async () => {
    const seen = await seenFrom({
      kept: { phase: "decided", kept: ["2026-11-20T10:00:00.000Z"] },
      unkept: { phase: "decided" },
      live: { phase: "live" },
    });
    expect(seen.opened).toEqual([]);
    expect(seen.records).toEqual([idOf("kept")]);
    expect(seen.gaps).toEqual([
      ["unkept", "unread"],
      ["live", "notRevealed"],
    ]);
  });

  it("are those under the same role kit's title", async () => {
    const seen = await seenFrom({ elsewhere: { phase: "revealed", kitTitle: "Shift lead" } });
    expect(seen).toEqual({ records: [], gaps: [], opened: [] });
  });

  it("of a borrower are seen by nobody else, and a borrower sees nobody else's", async () => {
    const theirs = await seenFrom({ theirs: { phase: "revealed", borrowed: true } });
    expect(theirs).toEqual({ records: [], gaps: [], opened: [] });
    const borrower = await seenFrom({
      own: { phase: "revealed", borrowed: true },
      owner: { phase: "decided", kept: ["2026-11-20T10:00:00.000Z"] },
    });
    expect(borrower).toEqual({ records: [], gaps: [], opened: [] });
  });

  it("are not read by a laptop that was taken out of them, or that cannot open them", async () => {
    const seen = await seenFrom({
      removed: { phase: "revealed", removed: true },
      closed: { phase: "revealed", opens: false },
    });
    expect(seen.records).toEqual([]);
    expect(seen.gaps).toEqual([
      ["removed", "unread"],
      ["closed", "unread"],
    ]);
  });

  it("count with the record that was kept last, whatever their role", async () => {
    const { service } = laptopWith({
      own: { phase: "decided", kept: ["2026-11-23T10:00:00.000Z"] },
      again: {
        phase: "decided",
        kitTitle: "Shift lead",
        kept: ["2026-11-20T10:00:00.000Z", "2026-11-21T10:00:00.000Z"],
      },
      revealed: { phase: "revealed" },
    });
    const records = unwrap(await service.decided(idOf("own")));
    expect(records.map(({ discussion }) => discussion[0]?.text)).toEqual(["2026-11-21T10:00:00.000Z"]);
  });
});
