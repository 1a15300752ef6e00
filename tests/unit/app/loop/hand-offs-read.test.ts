import { describe, expect, it, vi } from "vitest";
import { handOffsRead } from "../../../../src/app/loop/hand-offs-read";
import { err, ok } from "../../../../src/domain/result";
import type { Setting, SettingRepository } from "../../../../src/store/repositories/setting-repository";
import { loopId } from "../../../support/builders/record";

/** Settings in memory, by key, with the manners of the real ones. */
const memorySettings = (): Pick<SettingRepository, "get" | "put"> & { readonly written: () => string } => {
  const rows = new Map<string, unknown>();
  return {
    written: () => JSON.stringify([...rows.values()]),
    get: async <Value>(setting: Setting<Value>) =>
      ok((rows.has(setting.key) ? rows.get(setting.key) : setting.fallback) as Value),
    put: async (setting, value) => {
      rows.set(setting.key, value);
      return ok(undefined);
    },
  };
};

describe("which hand-offs were read", () => {
  it("is not known before the disk was asked, and stays through a restart", async () => {
    const settings = memorySettings();
    const first = handOffsRead(settings, loopId);
    expect(first.ids.get()).toBeNull();
    first.mark(["one", "two"]);
    await vi.waitFor(() => expect(settings.written()).toContain("two"));
    const again = handOffsRead(settings, loopId);
    await vi.waitFor(() => expect(again.ids.get()).toEqual(new Set(["one", "two"])));
  });

  it("forgets nothing that was marked while the disk was still asked, and keeps loops apart", async () => {
    const settings = memorySettings();
    const before = handOffsRead(settings, loopId);
    await vi.waitFor(() => expect(before.ids.get()).not.toBeNull());
    before.mark(["one"]);
    await vi.waitFor(() => expect(settings.written()).toContain("one"));
    const again = handOffsRead(settings, loopId);
    again.mark(["two"]);
    await vi.waitFor(() => expect(again.ids.get()).toEqual(new Set(["one", "two"])));
    const other = handOffsRead(settings, "another" as typeof loopId);
    await vi.waitFor(() => expect(other.ids.get()).toEqual(new Set()));
  });

  it("marks everything as new where the disk cannot say, and still lets it be read", async () => {
    const broken = {
      ...memorySettings(),
      get: async () =>
        err({ type: "unreadable", collection: "settings", id: "x", reason: "malformedValue" } as const),
    };
    const read = handOffsRead(broken, loopId);
    await vi.waitFor(() => expect(read.ids.get()).toEqual(new Set()));
    read.mark(["one"]);
    expect(read.ids.get()).toEqual(new Set(["one"]));
  });
});
