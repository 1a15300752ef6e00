import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { setupVault } from "../../../../../electron/main/vault";
import { borrowedSetting, wipingSetting } from "../../../../../src/app/loop/borrowed/borrowed-setting";
import { type ForgetParts, forgetBegunJoinings } from "../../../../../src/app/loop/borrowed/forget-begun";
import { loopIdSchema } from "../../../../../src/domain/ids";
import { err, ok, unwrap } from "../../../../../src/domain/result";
import { anId } from "../../../../support/builders/ids";

const loopId = anId(loopIdSchema, "loop");
const other = `other.${anId(loopIdSchema, "other")}`;
const nothing = { rows: [], unreadable: [] };
const noLog = { updates: [], unreadable: [] };
const unreadable = err({ type: "storageBroken" });

const empty = {
  loop: ok(null) as unknown,
  drafts: ok(nothing) as unknown,
  heldDrafts: ok(nothing) as unknown,
  envelopes: ok(nothing) as unknown,
  records: ok(nothing) as unknown,
  log: ok(noLog) as unknown,
  wiping: ok(null) as unknown,
};

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "panelbook-begun-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A borrowed laptop with a real vault that noted a joining, started again; returns which settings are left. */
const started = async (found: Partial<typeof empty>) => {
  const { loop, drafts, heldDrafts, envelopes, records, log, wiping } = { ...empty, ...found };
  const keys = [borrowedSetting(loopId).key, `doors.${loopId}`, other];
  const { handlers: vault } = setupVault({ userDataPath: folder });
  unwrap(await vault["vault.createSubject"]({ subjectId: loopId }));
  unwrap(await vault["vault.createLoopSecret"]({ loopId }));
  unwrap(await vault["vault.noteBorrowed"]({ loopId }));
  const parts = {
    forgetJoining: async () => vault["vault.forgetJoining"]({ loopId }),
    store: {
      loops: { one: async () => loop },
      drafts: { ofLoop: async () => drafts },
      heldDrafts: { ofLoop: async () => heldDrafts },
      envelopes: { ofLoop: async () => envelopes },
      records: { ofLoop: async () => records },
      loopUpdates: { load: async () => log },
      closeSubject: () => undefined,
      settings: {
        get: async ({ key }: { key: string }) => (key === wipingSetting(loopId).key ? wiping : ok(true)),
        keys: async () => ok([...keys]),
        removeAll: async (isMeant: (key: string) => boolean) => {
          keys.splice(0, keys.length, ...keys.filter((key) => !isMeant(key)));
          return ok(undefined);
        },
      },
    },
  } as unknown as ForgetParts;
  await forgetBegunJoinings(parts);
  return { vault, keys };
};

describe("a joining on a borrowed laptop that broke off", () => {
  it("is forgotten at the next start, so that the owner may make a recovery key again", async () => {
    const { vault, keys } = await started({});
    expect(keys).toEqual([other]);
    const lent = unwrap(await vault["vault.lendSubjectKeys"]({ subjectIds: [loopId] }));
    expect(lent).toEqual({ keys: [], missing: [{ subjectId: loopId, reason: "noKey" }] });
    expect((await vault["vault.makeRecoveryKey"](undefined)).ok).toBe(true);
  });

  it("keeps nobody from joining the same loop here again", async () => {
    const { vault } = await started({});
    expect(await vault["vault.createSubject"]({ subjectId: loopId })).toEqual(ok(undefined));
    expect((await vault["vault.createLoopSecret"]({ loopId })).ok).toBe(true);
  });

  it("is none where anything of the loop is here, where that cannot be read, or where it is being wiped", async () => {
    const wrote = ok({ rows: [{ id: "row", value: {} }], unreadable: [] });
    const damaged = ok({ rows: [], unreadable: [{ id: "row" }] });
    const partsRead = (["drafts", "heldDrafts", "envelopes", "records"] as const).flatMap((part) =>
      [wrote, damaged, unreadable].map((read) => ({ [part]: read })),
    );
    const cases: readonly Partial<typeof empty>[] = [
      { loop: ok({ loopId }) },
      { loop: unreadable },
      ...partsRead,
      { log: ok({ ...noLog, updates: [new Uint8Array(1)] }) },
      { log: ok({ ...noLog, unreadable: [{ id: "row" }] }) },
      { log: unreadable },
      { wiping: ok({ kitRoot: null }) },
      { wiping: unreadable },
    ];
    for (const found of cases) {
      const { vault, keys } = await started(found);
      expect(unwrap(await vault["vault.lendSubjectKeys"]({ subjectIds: [loopId] })).keys).toHaveLength(1);
      expect(keys, JSON.stringify(found)).toHaveLength(3);
    }
  });
});
