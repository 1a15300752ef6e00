import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openStaffPin, type StaffPin } from "../../../../../electron/main/candidate/staff-pin";
import { waitAfter } from "../../../../../electron/main/guards/growing-waits";

let folder = "";
let clock = 0;
let pin: StaffPin;
const path = (): string => join(folder, "pin.json");
/** At a small part of the usual cost: what is tested is counting, not scrypt. */
const reopened = (): StaffPin => openStaffPin(path(), () => clock, 16);
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "panelbook-pin-"));
  clock = 1_700_000_000_000;
  pin = reopened();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const refusal = async (tried: Promise<{ ok: boolean; error?: unknown }>): Promise<unknown> =>
  (await tried).error;

describe("the staff PIN", () => {
  it("is none before one is set, and lets nobody out", async () => {
    expect(pin.isSet()).toBe(false);
    expect(await refusal(pin.check("0000"))).toEqual({ type: "pinMissing" });
  });

  it("is known after a restart, and stands nowhere in its file", async () => {
    await pin.set("48151623", null);
    expect(readFileSync(path(), "utf8")).not.toContain("48151623");
    expect((await reopened().check("48151623")).ok).toBe(true);
    expect(await refusal(reopened().check("48151624"))).toEqual({ type: "wrongPin", waitSeconds: 0 });
  });

  it("is changed only with the one before", async () => {
    await pin.set("1111", null);
    expect((await pin.set("2222", null)).ok).toBe(false);
    expect((await pin.set("2222", "3333")).ok).toBe(false);
    expect((await pin.set("2222", "1111")).ok).toBe(true);
    expect((await pin.check("1111")).ok).toBe(false);
    expect((await pin.check("2222")).ok).toBe(true);
  });
});

describe("on a disk that takes nothing", () => {
  it("the right PIN is right, and wrong ones wait all the same", async () => {
    await pin.set("1234", null);
    const failure = { ok: false, error: { type: "vaultNotWritable", code: "ENOSPC" } } as const;
    const full = openStaffPin(
      path(),
      () => clock,
      16,
      () => failure,
    );
    for (const waitSeconds of [0, 0, 5])
      expect(await refusal(full.check("0000"))).toEqual({ type: "wrongPin", waitSeconds });
    expect(await refusal(full.check("1234"))).toEqual({ type: "wait", waitSeconds: 5 });
    clock += 5000;
    expect((await full.check("1234")).ok).toBe(true);
    expect(await refusal(full.check("0000"))).toEqual({ type: "wrongPin", waitSeconds: 0 });
  });
});

describe("a wrong PIN", () => {
  it("costs 5 seconds from the third on, then twice as long each time, and never more than an hour", () => {
    const waits = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 20].map(waitAfter);
    expect(waits).toEqual([0, 0, 5, 10, 20, 40, 80, 160, 320, 640, 1280, 2560, 3600, 3600, 3600]);
  });

  it("tried 20 times takes more than nine hours, through restarts", async () => {
    await pin.set("1234", null);
    const begun = clock;
    for (let tries = 0; tries < 20; ) {
      const tried = await reopened().check(String(9000 + tries));
      if (tried.ok) throw new Error("a wrong PIN was taken");
      if (tried.error.type === "wait") clock += tried.error.waitSeconds * 1000;
      else tries += 1;
    }
    const hours = (clock - begun) / 3_600_000;
    // 5 + 10 + … + 2560 s and seven waits of an hour
    expect(hours).toBeCloseTo((5115 + 7 * 3600) / 3600, 5);
    expect(await refusal(reopened().check("1234"))).toMatchObject({ type: "wait" });
    clock += 3_600_000;
    expect((await reopened().check("1234")).ok).toBe(true);
  });

  it("is not made cheaper by tries at the same moment", async () => {
    await pin.set("1234", null);
    const tries = await Promise.all(Array.from({ length: 6 }, (_, index) => pin.check(`555${index}`)));
    const types = tries.map((tried) => (tried.ok ? "taken" : tried.error.type));
    expect(types).toEqual(["wrongPin", "wrongPin", "wrongPin", "wait", "wait", "wait"]);
  });

  it("is not made cheaper by a clock that was set back", async () => {
    await pin.set("1234", null);
    for (const wrong of ["1", "2", "3"]) await pin.check(`000${wrong}`);
    clock -= 86_400_000;
    expect(await refusal(pin.check("1234"))).toEqual({ type: "wait", waitSeconds: 5 });
    clock += 4000;
    expect(await refusal(pin.check("1234"))).toEqual({ type: "wait", waitSeconds: 1 });
    clock += 1000;
    expect((await pin.check("1234")).ok).toBe(true);
  });

  it("is forgotten once the right one came", async () => {
    await pin.set("1234", null);
    for (const wrong of ["1", "2"]) await pin.check(`000${wrong}`);
    await pin.check("1234");
    expect(await refusal(pin.check("0003"))).toEqual({ type: "wrongPin", waitSeconds: 0 });
  });
});
