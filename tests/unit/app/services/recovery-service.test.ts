import { describe, expect, it, vi } from "vitest";
import { createRecoveryService } from "../../../../src/app/services/recovery-service";
import { ok, unwrap } from "../../../../src/domain/result";
import { recoveryTrouble } from "../../../../src/features/settings/recovery-troubles";

const serviceOn = (isLent: boolean) => {
  const state = { madeAt: null, canOpen: false };
  const vault = {
    recovery: vi.fn(async () => ok(state)),
    makeRecoveryKey: vi.fn(async () => ok({ words: "twelve words" })),
    useRecoveryKey: vi.fn(async () => ok(state)),
  };
  return { vault, service: createRecoveryService(vault, async () => isLent).service };
};

describe("a recovery key of somebody's own laptop", () => {
  it("is made, and its words are the person's", async () => {
    const { service, vault } = serviceOn(false);
    expect(unwrap(await service.make()).words).toBe("twelve words");
    await service.use("some words");
    expect(vault.useRecoveryKey).toHaveBeenCalledWith({ words: "some words", lent: false });
  });
});

describe("a recovery key of a borrowed laptop", () => {
  it("is not replaced by the borrower's, and the screen says why", async () => {
    const { service, vault } = serviceOn(true);
    const made = await service.make();
    expect(made).toEqual({ ok: false, error: { type: "laptopBorrowed" } });
    expect(vault.makeRecoveryKey).not.toHaveBeenCalled();
    expect(recoveryTrouble({ type: "laptopBorrowed" }).what).toContain("borrowed");
  });

  it("is left alone by words that are typed there", async () => {
    const { service, vault } = serviceOn(true);
    await service.use("some words");
    expect(vault.useRecoveryKey).toHaveBeenCalledWith({ words: "some words", lent: true });
  });
});
