import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { deviceKeyFile } from "../../../../../../electron/main/vault/device-key";
import { openDeviceLock } from "../../../../../../electron/main/vault/lock/device-lock";
import type { KeyStore } from "../../../../../../electron/main/vault/lock/key-store";
import { openVault } from "../../../../../../electron/main/vault/open-vault";
import { unwrap } from "../../../../../../src/domain/result";

const passphrase = "four chairs and a table";
const seconds = 1000;

let folder = "";
let now = 0;
beforeEach(() => {
  now = Date.parse("2026-11-23T09:00:00Z");
  folder = join(mkdtempSync(join(tmpdir(), "panelbook-lock-")), "vault");
});
afterEach(() => rmSync(join(folder, ".."), { recursive: true, force: true }));

/** The same folder after a restart. */
const restarted = (keyStore?: KeyStore) =>
  openDeviceLock({ folder, now: () => now, cost: 16, ...(keyStore === undefined ? {} : { keyStore }) });
const idOf = (lock = restarted()): string => unwrap(openVault(folder, lock.key)).identity.deviceId;
const fileText = (): string => readFileSync(join(folder, deviceKeyFile), "latin1");

/** A key store that turns every byte over; `forget` is what a reset of it does. */
const storeInMemory = () => {
  let isKnown = true;
  const turned = (bytes: Uint8Array): Uint8Array => bytes.map((byte) => byte ^ 0xff);
  const store: KeyStore = {
    isThere: () => true,
    seal: turned,
    open: (sealed) => (isKnown ? turned(sealed) : null),
  };
  return {
    store,
    forget: () => {
      isKnown = false;
    },
  };
};

describe("a laptop without a passphrase", () => {
  it("opens without being asked, says that a file guards its keys, and cannot be locked", async () => {
    idOf();
    expect(unwrap(restarted().state())).toEqual({
      isLocked: false,
      protection: "softwareKey",
      hasWords: false,
      isOpenedByWords: false,
      lockAfterMinutes: null,
      waitSeconds: 0,
    });
    expect(await restarted().close()).toEqual({ ok: false, error: { type: "noPassphrase" } });
  });
});

describe("a passphrase", () => {
  const withPassphrase = async (): Promise<{ readonly deviceId: string; readonly words: string }> => {
    const deviceId = idOf();
    const { words } = unwrap(await restarted().setPassphrase(passphrase, null));
    return { deviceId, words: words ?? "" };
  };

  it("is asked for at the next start, opens the same laptop, and nothing of the key lies in the clear", async () => {
    idOf();
    const bare = fileText();
    const lock = restarted();
    await lock.setPassphrase(passphrase, null);
    expect(fileText()).not.toContain(Buffer.from(bare, "latin1").toString("base64url"));
    expect(fileText()).not.toContain(bare);
    const again = restarted();
    expect(unwrap(again.state())).toMatchObject({ isLocked: true, protection: "passphrase", hasWords: true });
    expect(openVault(folder, again.key)).toEqual({ ok: false, error: { type: "locked" } });
    expect(unwrap(await again.openWithPassphrase(passphrase))).toBeUndefined();
    expect(idOf(again)).toBe(idOf(lock));
  });

  it("leaves nothing of the bare key's file on the disk, and no second name of it", async () => {
    idOf();
    await restarted().setPassphrase(passphrase, null);
    expect(readdirSync(folder).filter((name) => name.startsWith("."))).toEqual([]);
  });

  it("that is wrong opens nothing, waits longer each time, and a restart shortens no wait", async () => {
    const { deviceId } = await withPassphrase();
    const wrong = () => restarted().openWithPassphrase("not the one, sorry");
    const answers = [await wrong(), await wrong(), await wrong()];
    expect(answers).toEqual(
      [0, 0, 5].map((waitSeconds) => ({ ok: false, error: { type: "wrongPassphrase", waitSeconds } })),
    );
    expect(await restarted().openWithPassphrase(passphrase)).toEqual({
      ok: false,
      error: { type: "wait", waitSeconds: 5 },
    });
    now += 5 * seconds;
    const lock = restarted();
    expect((await lock.openWithPassphrase(passphrase)).ok).toBe(true);
    expect(idOf(lock)).toBe(deviceId);
    expect(unwrap(restarted().state()).waitSeconds).toBe(0);
  });

  it("opens however its accents were typed", async () => {
    idOf();
    await restarted().setPassphrase("cafe\u0301 with four chairs", null);
    expect((await restarted().openWithPassphrase("caf\u00e9 with four chairs")).ok).toBe(true);
  });

  it("is changed by who knows it, and by nobody else", async () => {
    const { deviceId } = await withPassphrase();
    const lock = restarted();
    await lock.openWithPassphrase(passphrase);
    expect(await lock.setPassphrase("another one altogether", "guessed wrong")).toMatchObject({
      ok: false,
      error: { type: "wrongPassphrase" },
    });
    expect(await lock.setPassphrase("another one altogether", null)).toMatchObject({ ok: false });
    expect(unwrap(await lock.setPassphrase("another one altogether", passphrase))).toEqual({ words: null });
    const again = restarted();
    expect(await again.openWithPassphrase(passphrase)).toMatchObject({ ok: false });
    expect((await again.openWithPassphrase("another one altogether")).ok).toBe(true);
    expect(idOf(again)).toBe(deviceId);
  });

  it("locks again when asked, and what was open before opens with it alone", async () => {
    await withPassphrase();
    const lock = restarted();
    await lock.openWithPassphrase(passphrase);
    expect((await lock.close()).ok).toBe(true);
    expect(lock.key()).toEqual({ ok: false, error: { type: "locked" } });
    expect(unwrap(lock.state()).isLocked).toBe(true);
  });

  it("is taken away by who knows it; then the laptop opens by itself", async () => {
    const { deviceId } = await withPassphrase();
    const lock = restarted();
    await lock.openWithPassphrase(passphrase);
    expect(await lock.removePassphrase("guessed wrong")).toMatchObject({ ok: false });
    expect((await lock.removePassphrase(passphrase)).ok).toBe(true);
    expect(idOf(restarted())).toBe(deviceId);
    expect(unwrap(restarted().state())).toMatchObject({ protection: "softwareKey", hasWords: true });
  });

  it("that is forgotten is set anew after the twelve words, which stay", async () => {
    const { deviceId, words } = await withPassphrase();
    const lock = restarted();
    expect((await lock.openWithWords(words.toUpperCase())).ok).toBe(true);
    expect(unwrap(lock.state()).isOpenedByWords).toBe(true);
    expect(unwrap(await lock.setPassphrase("a new one to remember", null))).toEqual({ words: null });
    const again = restarted();
    expect((await again.openWithPassphrase("a new one to remember")).ok).toBe(true);
    expect(idOf(again)).toBe(deviceId);
    expect((await restarted().openWithWords(words)).ok).toBe(true);
  });

  it("does not open with words of another laptop, words that are none, or the words before the last", async () => {
    const { words } = await withPassphrase();
    const opens = (typed: string) => restarted().openWithWords(typed);
    expect(await opens(`${"abandon ".repeat(11)}about`)).toEqual({
      ok: false,
      error: { type: "wrongWords" },
    });
    expect(await opens("abandon abandon")).toEqual({ ok: false, error: { type: "wordsDoNotFit" } });
    expect(await opens("panelbook")).toEqual({
      ok: false,
      error: { type: "unknownWord", word: "panelbook" },
    });
    const lock = restarted();
    await lock.openWithPassphrase(passphrase);
    const newer = unwrap(await lock.makeWords()).words;
    expect(await opens(words)).toEqual({ ok: false, error: { type: "wrongWords" } });
    expect((await opens(newer)).ok).toBe(true);
  });

  it("is not set, nor are its minutes, while the laptop is locked", async () => {
    await withPassphrase();
    const locked = { ok: false, error: { type: "locked" } };
    expect(await restarted().setLockAfter(5)).toEqual(locked);
    expect(await restarted().makeWords()).toEqual(locked);
    expect(await restarted().setPassphrase("a new one to remember", passphrase)).toEqual(locked);
  });

  it("keeps its minutes over a restart", async () => {
    await withPassphrase();
    const lock = restarted();
    await lock.openWithPassphrase(passphrase);
    expect((await lock.setLockAfter(15)).ok).toBe(true);
    expect(unwrap(restarted().state()).lockAfterMinutes).toBe(15);
  });
});

describe("the key store of the system", () => {
  it("takes over a key that lay bare, and gives the same laptop", () => {
    const deviceId = idOf();
    const bare = fileText();
    const { store } = storeInMemory();
    expect(idOf(restarted(store))).toBe(deviceId);
    expect(unwrap(restarted(store).state()).protection).toBe("keyStore");
    expect(fileText()).not.toContain(bare);
    expect(idOf(restarted(store))).toBe(deviceId);
  });

  it("that does not give the key back leaves the laptop locked, for its words to open", async () => {
    const { store, forget } = storeInMemory();
    const lock = restarted(store);
    const deviceId = idOf(lock);
    const { words } = unwrap(await lock.makeWords());
    forget();
    const again = restarted(store);
    expect(unwrap(again.state())).toMatchObject({ isLocked: true, protection: "keyStore" });
    expect(again.key()).toEqual({ ok: false, error: { type: "keyStoreRefuses" } });
    expect((await again.openWithWords(words)).ok).toBe(true);
    expect(idOf(again)).toBe(deviceId);
  });
});

describe("a key store that cannot be trusted", () => {
  it.each([
    ["does not take the key", { seal: () => null }],
    ["gives another key back", { open: (sealed: Uint8Array) => sealed }],
  ])("because it %s leaves the key where it was", (_, broken) => {
    const deviceId = idOf();
    const bare = fileText();
    const store = { ...storeInMemory().store, ...broken };
    expect(idOf(restarted(store))).toBe(deviceId);
    expect(fileText()).toBe(bare);
  });
});

describe("two that change the lock at once", () => {
  it("wait for each other: a laptop that is locked while a passphrase is set stays locked", async () => {
    idOf();
    const lock = restarted();
    const [set, closed] = await Promise.all([lock.setPassphrase(passphrase, null), lock.close()]);
    expect([set.ok, closed.ok, unwrap(lock.state()).isLocked]).toEqual([true, true, true]);
  });
});

describe("a kept device.key of version 2", () => {
  const kept = JSON.parse(readFileSync(new URL("../samples/device-key-v2.json", import.meta.url), "utf8"));
  const laid = (text: string = kept.file) => {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, deviceKeyFile), text);
    return restarted();
  };
  const opened = Buffer.from(kept.deviceKey, "hex").toString("latin1");

  it("that another program wrote opens with its passphrase and with its words", async () => {
    for (const open of ["passphrase", "words"] as const) {
      const lock = laid();
      expect(unwrap(lock.state())).toMatchObject({ isLocked: true, lockAfterMinutes: 15 });
      const answer =
        open === "words"
          ? await lock.openWithWords(kept.words)
          : await lock.openWithPassphrase(kept.passphrase);
      expect(answer.ok).toBe(true);
      await lock.removePassphrase(kept.passphrase);
      expect(fileText()).toContain(Buffer.from(opened, "latin1").toString("base64url"));
    }
  });

  it("is damaged where it is of a later version, has a field more, or neither key nor passphrase", () => {
    const whole = JSON.parse(kept.file);
    for (const changed of [{ formatVersion: 3 }, { more: 1 }, { passphrase: null }]) {
      const lock = laid(JSON.stringify({ ...whole, ...changed }));
      expect(lock.state()).toEqual({ ok: false, error: { type: "vaultDamaged", file: deviceKeyFile } });
    }
  });
});
