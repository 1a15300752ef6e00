import { afterEach, describe, expect, it, vi } from "vitest";
import type { LockState } from "../../../../electron/contract/lock";
import { createLockService } from "../../../../src/app/services/lock-service";
import { endForLock, isInterviewAddress, isWatching } from "../../../../src/app/services/lock-window";
import { paths } from "../../../../src/bindings/paths";
import { ok } from "../../../../src/domain/result";

const laptop = (protection: LockState["protection"], isInterviewing = false, endsWell = true) => {
  const happened: string[] = [];
  const idle = new Set<() => void>();
  const note = (what: string) => async () => {
    happened.push(what);
    return ok(undefined);
  };
  const state: LockState = {
    isLocked: false,
    protection,
    hasWords: true,
    isOpenedByWords: false,
    lockAfterMinutes: 15,
    waitSeconds: 0,
  };
  const { service, undo } = createLockService({
    lock: {
      state: async () => ok(state),
      open: note("open"),
      close: note("keys forgotten"),
      setPassphrase: async () => ok({ words: null }),
      removePassphrase: note("removed"),
      makeWords: async () => ok({ words: "" }),
      setAfter: note("minutes"),
      onIdle: (listener) => {
        idle.add(() => listener(undefined));
        return () => idle.clear();
      },
    },
    end: async () => {
      happened.push("screens ended");
      if (!endsWell) throw new Error("the store did not close");
    },
    reload: () => void happened.push("window reloaded"),
    isInterviewing: () => isInterviewing,
  });
  return { service, undo, happened, beIdle: () => [...idle].map((tell) => tell()) };
};

const whole = ["screens ended", "keys forgotten", "window reloaded"];

describe("locking a laptop", () => {
  it("ends the screens before the keys are forgotten, and starts the window anew", async () => {
    const { service, happened } = laptop("passphrase");
    expect((await service.lockNow()).ok).toBe(true);
    expect(happened).toEqual(whole);
  });

  it("is refused where no passphrase would open it again, and ends nothing", async () => {
    for (const protection of ["softwareKey", "keyStore"] as const) {
      const { service, happened } = laptop(protection);
      expect(await service.lockNow()).toEqual({ ok: false, error: { type: "noPassphrase" } });
      expect(happened).toEqual([]);
    }
  });

  it("forgets the keys also where the store does not close", async () => {
    const { service, happened } = laptop("passphrase", false, false);
    await expect(service.lockNow()).rejects.toThrow("did not close");
    expect(happened).toEqual(whole);
  });

  it("happens once, however often it is asked for", async () => {
    const { service, happened } = laptop("passphrase");
    await Promise.all([service.lockNow(), service.lockNow()]);
    expect(happened).toEqual(whole);
  });

  it("happens by itself when nobody touches the laptop, until that is undone", async () => {
    const { happened, beIdle, undo } = laptop("passphrase");
    beIdle();
    await expect.poll(() => happened).toEqual(whole);
    undo();
    beIdle();
    expect(happened).toEqual(whole);
  });

  it("does not happen by itself while somebody listens to a candidate", async () => {
    const { happened, beIdle, service } = laptop("passphrase", true);
    beIdle();
    await service.state();
    expect(happened).toEqual([]);
  });
});

describe("the address of an interview", () => {
  it("is a slot's, its seal screen's and its role play's, and no other", () => {
    const at = (path: string) => isInterviewAddress(`#${path}`);
    expect([paths.slot("a", "b"), paths.seal("a", "b"), paths.rolePlay("a", "b")].map(at)).toEqual([
      true,
      true,
      true,
    ]);
    expect([paths.loop("a"), paths.debrief("a"), paths.library, paths.settings].map(at)).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });
});

describe("a recording", () => {
  it("counts as somebody who is there while it plays, and not when it stands or is over", () => {
    expect(
      isWatching([
        { paused: true, ended: false },
        { paused: false, ended: false },
      ]),
    ).toBe(true);
    expect(
      isWatching([
        { paused: true, ended: false },
        { paused: false, ended: true },
      ]),
    ).toBe(false);
    expect(isWatching([])).toBe(false);
  });
});

describe("the window that a lock ends", () => {
  afterEach(() => vi.unstubAllGlobals());

  it("leaves the field that is written in before its screen goes, and closes after", async () => {
    const happened: string[] = [];
    class Field {
      blur() {
        happened.push("left");
      }
    }
    vi.stubGlobal("HTMLElement", Field);
    vi.stubGlobal("document", { activeElement: new Field() });
    vi.stubGlobal("window", { dispatchEvent: () => happened.push("pagehide") });
    await endForLock(
      () => happened.push("ended"),
      async () => {
        happened.push("closed");
      },
    );
    expect(happened).toEqual(["left", "pagehide", "ended", "closed"]);
  });
});
