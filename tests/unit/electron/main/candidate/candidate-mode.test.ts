import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  type CandidateMode,
  createCandidateMode,
  type Windows,
} from "../../../../../electron/main/candidate/candidate-mode";
import { openSessionFiles, type SessionFiles } from "../../../../../electron/main/candidate/session-file";
import { openStaffPin } from "../../../../../electron/main/candidate/staff-pin";
import { createFileStore, type FileStore } from "../../../../../electron/main/files/store/file-store";
import type { ApplicationScript } from "../../../../../src/domain/application/script";
import { type Hash, timestampSchema } from "../../../../../src/domain/ids";
import type { VideoPrompt } from "../../../../../src/domain/kit/kit";
import { err, unwrap } from "../../../../../src/domain/result";
import { aScript, itemId, videoPrompts } from "../../../../support/builders/application-script";
import { findText } from "../../../../support/e2e/find-text";

const script = aScript({ knockOuts: [] });
const [aPrompt] = videoPrompts as [VideoPrompt];
const now = timestampSchema.parse("2026-11-23T09:00:00.000Z");
const why = itemId("why");
const bytes = (length: number, seed: number): Uint8Array<ArrayBuffer> => new Uint8Array(length).fill(seed);

type Opened = Parameters<Windows["open"]>[0];
let folder = "";
let window: Opened | null = null;
let seen: string[] = [];
let key: Uint8Array | null = null;
let destroyed = false;
/** False where nothing new can be written of a session. */
let writable = true;
/** Pieces a take may still have before the disk is full; null for a healthy one. */
let room: number | null = null;

const onSmallDisk = (store: FileStore): FileStore => ({
  ...store,
  begin: async (subjectId, name) => {
    const draft = await store.begin(subjectId, name);
    if (!draft.ok || name.endsWith("-reserve")) return draft;
    const append: typeof draft.value.append = async (piece) => {
      if (room !== null && room-- <= 0) return err({ type: "diskFull" });
      return draft.value.append(piece);
    };
    return { ok: true, value: { ...draft.value, append } };
  },
});

const files = (): FileStore =>
  onSmallDisk(createFileStore(join(folder, "files"), () => key && { keyVersion: 1, key }));
const sessions = (): SessionFiles => {
  const kept = openSessionFiles(join(folder, "mode"), () => key && { keyVersion: 1, key });
  return { ...kept, write: (session) => (writable ? kept.write(session) : err({ type: "diskFull" })) };
};
/** The program as it starts: nothing in memory is left of the one before. */
const started = (): CandidateMode =>
  createCandidateMode({
    pin: openStaffPin(join(folder, "pin.json"), () => 0, 16),
    sessions: sessions(),
    files: files(),
    isDestroyed: (candidateId) => destroyed && candidateId === script.candidateId,
    now: () => now,
    windows: {
      open: (parts) => {
        window = parts;
        seen.push("candidate");
        return () => undefined;
      },
      showStaff: () => seen.push("staff"),
      tellLeft: () => seen.push("told"),
    },
  });
let mode: CandidateMode;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "panelbook-candidate-"));
  key = new Uint8Array(32).fill(7);
  destroyed = false;
  window = null;
  seen = [];
  room = null;
  writable = true;
  mode = started();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const opened = (): Opened => {
  if (window === null) throw new Error("no candidate's window is open");
  return window;
};
const ask = () => opened().handlers;
const begin = async (): Promise<void> => {
  unwrap(await mode.handlers["applications.setPin"]({ pin: "481516234299", before: null }));
  unwrap(await mode.handlers["applications.start"]({ script }));
};
const leaveAndStart = async (other: ApplicationScript): Promise<void> => {
  unwrap(await ask()["candidate.leave"]({ pin: "481516234299" }));
  unwrap(await mode.handlers["applications.taken"]({ applicationId: script.applicationId }));
  unwrap(await mode.handlers["applications.start"]({ script: other }));
};
const toRecording = async (): Promise<number> => {
  unwrap(await ask()["candidate.answer"]({ kind: "consent", agreed: true }));
  return unwrap(await ask()["candidate.start"]({ promptId: why, mimeType: "video/webm" })).take;
};
const chunk = (take: number, index: number, piece = bytes(1000, index)) =>
  ask()["candidate.chunk"]({ take, index, bytes: piece });
const clipSize = async (hash: Hash): Promise<number> => {
  const clip = unwrap(await opened().openClip(hash));
  await clip.close();
  return clip.size;
};
const shownClip = async () => {
  const { now: step } = unwrap(await ask()["candidate.prompts"](undefined));
  return step.step === "prompt" ? step.prompt.clip : null;
};

describe("giving the laptop to a candidate", () => {
  it("needs a PIN first, and happens once at a time", async () => {
    expect(await mode.handlers["applications.start"]({ script })).toEqual(err({ type: "noPin" }));
    await begin();
    expect(await mode.handlers["applications.start"]({ script })).toEqual(err({ type: "alreadyOpen" }));
    expect(seen).toEqual(["candidate"]);
  });

  it("ends with the PIN alone", async () => {
    await begin();
    expect(await ask()["candidate.leave"]({ pin: "4816" })).toMatchObject({ error: { type: "wrongPin" } });
    expect(seen).toEqual(["candidate"]);
    unwrap(await ask()["candidate.leave"]({ pin: "481516234299" }));
    expect(seen).toEqual(["candidate", "staff", "told"]);
    expect(await started().resume()).toBe(false);
  });

  it("does not begin over an application that the store has not taken", async () => {
    await begin();
    unwrap(await ask()["candidate.answer"]({ kind: "consent", agreed: true }));
    unwrap(await ask()["candidate.answer"]({ kind: "text", promptId: why, text: "Because of the bench." }));
    unwrap(await ask()["candidate.leave"]({ pin: "481516234299" }));
    expect(await mode.handlers["applications.start"]({ script })).toEqual(err({ type: "waiting" }));
    const [taken] = unwrap(await mode.handlers["applications.waiting"](undefined));
    expect(taken?.responses).toMatchObject([{ kind: "text", text: "Because of the bench." }]);
    unwrap(await mode.handlers["applications.taken"]({ applicationId: script.applicationId }));
    expect((await mode.handlers["applications.start"]({ script })).ok).toBe(true);
  });

  it("that failed leaves nothing behind that would be taken for an application", async () => {
    unwrap(await mode.handlers["applications.setPin"]({ pin: "481516234299", before: null }));
    // A folder in the place of the mark: it cannot be written.
    mkdirSync(join(folder, "mode/open.json/in-the-way"), { recursive: true });
    expect((await mode.handlers["applications.start"]({ script })).ok).toBe(false);
    expect(seen).toEqual([]);
    expect(unwrap(await mode.handlers["applications.waiting"](undefined))).toEqual([]);
  });

  it("ends with the PIN also where the disk is full, and what was answered is taken", async () => {
    await begin();
    unwrap(await ask()["candidate.answer"]({ kind: "consent", agreed: true }));
    writable = false;
    expect((await ask()["candidate.answer"]({ kind: "text", promptId: why, text: "No room." })).ok).toBe(
      false,
    );
    unwrap(await ask()["candidate.leave"]({ pin: "481516234299" }));
    expect(seen).toEqual(["candidate", "staff", "told"]);
    expect(await started().resume()).toBe(false);
    expect(unwrap(await mode.handlers["applications.waiting"](undefined))).toMatchObject([
      { end: "left", consent: { version: "2" } },
    ]);
  });

  it("outlives a restart, and goes on where the candidate was", async () => {
    await begin();
    unwrap(await ask()["candidate.answer"]({ kind: "consent", agreed: true }));
    mode = started();
    expect(await mode.resume()).toBe(true);
    expect(unwrap(await ask()["candidate.prompts"](undefined)).now.step).toBe("prompt");
  });

  it("outlives even the loss of what it was about: only the PIN leads on", async () => {
    await begin();
    key = null;
    expect(await started().resume()).toBe(true);
    expect(unwrap(await ask()["candidate.prompts"](undefined)).now.step).toBe("ended");
    expect((await ask()["candidate.leave"]({ pin: "0000" })).ok).toBe(false);
    expect((await ask()["candidate.leave"]({ pin: "481516234299" })).ok).toBe(true);
  });
});

describe("a recording", () => {
  beforeEach(begin);

  it("is taken in order only", async () => {
    const take = await toRecording();
    expect((await chunk(take, 0)).ok).toBe(true);
    for (const index of [0, 2, 7])
      expect(await chunk(take, index), `piece ${index}`).toEqual(err({ type: "outOfOrder" }));
    expect(await chunk(take + 1, 1)).toEqual(err({ type: "noTake" }));
    expect((await chunk(take, 1)).ok).toBe(true);
  });

  it("has no more bytes than its time allows", async () => {
    await leaveAndStart(aScript({ knockOuts: [], videoPrompts: [{ ...aPrompt, responseSeconds: 1 }] }));
    const take = await toRecording();
    // A second of at most 1 MB and 8 MB for the first burst.
    for (const index of [0, 1, 2]) unwrap(await chunk(take, index, bytes(3_000_000, 1)));
    expect(await chunk(take, 3, bytes(1, 1))).toEqual(err({ type: "tooMuch" }));
  });

  it("is looked at before it is handed in, and replaced by the next take", async () => {
    const first = await toRecording();
    unwrap(await chunk(first, 0));
    unwrap(await ask()["candidate.stop"]({ take: first, seconds: 4, end: "person" }));
    const before = await shownClip();
    expect(before).toMatchObject({ seconds: 4, end: "person" });
    const second = unwrap(await ask()["candidate.start"]({ promptId: why, mimeType: "video/webm" })).take;
    unwrap(await chunk(second, 0, bytes(2000, 9)));
    unwrap(await ask()["candidate.stop"]({ take: second, seconds: 9, end: "limit" }));
    const after = await shownClip();
    expect(await clipSize(after?.hash as Hash)).toBe(2000);
    expect((await opened().openClip(before?.hash as Hash)).ok).toBe(false);
    expect(await ask()["candidate.start"]({ promptId: why, mimeType: "video/webm" })).toEqual(
      err({ type: "noTakesLeft" }),
    );
  });

  it("is not replaced by a retake that was cut off", async () => {
    const first = await toRecording();
    unwrap(await chunk(first, 0));
    unwrap(await ask()["candidate.stop"]({ take: first, seconds: 4, end: "person" }));
    const good = await shownClip();
    const retake = unwrap(await ask()["candidate.start"]({ promptId: why, mimeType: "video/webm" })).take;
    unwrap(await chunk(retake, 0, bytes(10, 9)));
    unwrap(await ask()["candidate.stop"]({ take: retake, seconds: 1, end: "unplugged" }));
    expect(await shownClip()).toEqual(good);
    expect(await clipSize(good?.hash as Hash)).toBe(1000);
    const third = unwrap(await ask()["candidate.start"]({ promptId: why, mimeType: "video/webm" })).take;
    unwrap(await chunk(third, 0, bytes(20, 9)));
    mode = started();
    await mode.resume();
    expect(await shownClip()).toEqual(good);
    expect(await clipSize(good?.hash as Hash)).toBe(1000);
  });

  it("of a page that crashed ends as soon as the new one asks, and the application goes on", async () => {
    const take = await toRecording();
    unwrap(await chunk(take, 0));
    expect(await shownClip()).toMatchObject({ seconds: null, end: "crash" });
    expect(await chunk(take, 1)).toEqual(err({ type: "noTake" }));
    expect((await ask()["candidate.answer"]({ kind: "clip", promptId: why })).ok).toBe(true);
  });

  it("that a crash ended is kept up to there", async () => {
    const take = await toRecording();
    for (const index of [0, 1, 2]) unwrap(await chunk(take, index));
    mode = started();
    await mode.resume();
    const clip = await shownClip();
    expect(clip).toMatchObject({ seconds: null, end: "crash" });
    expect(await clipSize(clip?.hash as Hash)).toBe(3000);
  });

  it("that cannot be written down after a crash ends nobody's application", async () => {
    const take = await toRecording();
    unwrap(await chunk(take, 0));
    writable = false;
    mode = started();
    await mode.resume();
    const clip = await shownClip();
    expect(clip).toMatchObject({ end: "crash" });
    writable = true;
    unwrap(await ask()["candidate.answer"]({ kind: "clip", promptId: why }));
    expect(await clipSize(clip?.hash as Hash)).toBe(1000);
  });

  it("that the disk ended is kept up to there, and says so", async () => {
    const take = await toRecording();
    room = 2;
    unwrap(await chunk(take, 0));
    unwrap(await chunk(take, 1));
    expect(await chunk(take, 2)).toEqual(err({ type: "diskFull" }));
    expect(await chunk(take, 2)).toEqual(err({ type: "diskFull" }));
    unwrap(await ask()["candidate.stop"]({ take, seconds: 3, end: "person" }));
    const clip = await shownClip();
    expect(clip).toMatchObject({ end: "disk" });
    expect(await clipSize(clip?.hash as Hash)).toBe(2000);
  });

  it("of which nothing came is none", async () => {
    const take = await toRecording();
    unwrap(await ask()["candidate.stop"]({ take, seconds: 0, end: "unplugged" }));
    expect(await shownClip()).toBeNull();
  });
});

describe("an application that was taken", () => {
  it("waits for its staff until the store has it; what was not handed in is gone", async () => {
    await begin();
    const take = await toRecording();
    unwrap(await chunk(take, 0));
    unwrap(await ask()["candidate.stop"]({ take, seconds: 4, end: "person" }));
    unwrap(await ask()["candidate.answer"]({ kind: "clip", promptId: why }));
    const next = unwrap(
      await ask()["candidate.start"]({ promptId: itemId("spill"), mimeType: "video/webm" }),
    );
    unwrap(await ask()["candidate.chunk"]({ take: next.take, index: 0, bytes: bytes(500, 5) }));
    expect(unwrap(await mode.handlers["applications.waiting"](undefined))).toEqual([]);
    unwrap(await ask()["candidate.leave"]({ pin: "481516234299" }));

    mode = started();
    const [taken] = unwrap(await mode.handlers["applications.waiting"](undefined));
    expect(taken).toMatchObject({
      end: "left",
      responses: [{ kind: "video", clip: { size: 1000, seconds: 4 } }],
    });
    const kept = readdirSync(join(folder, "files"), { recursive: true }).filter((name) =>
      /\.p/.test(String(name)),
    );
    expect(kept).toHaveLength(1);
    unwrap(await mode.handlers["applications.taken"]({ applicationId: script.applicationId }));
    expect(unwrap(await mode.handlers["applications.waiting"](undefined))).toEqual([]);
  });

  it("lies on the disk without a word of it in the clear", async () => {
    await begin();
    unwrap(await ask()["candidate.answer"]({ kind: "consent", agreed: true }));
    unwrap(
      await ask()["candidate.answer"]({ kind: "text", promptId: why, text: "Because of the centrifuge." }),
    );
    const { files: looked, found } = await findText(folder, [
      "centrifuge",
      "spill you cleaned",
      "481516234299",
    ]);
    expect(looked).toBeGreaterThan(2);
    expect(found).toEqual([]);
  });

  it("of a person who was deleted is gone", async () => {
    await begin();
    unwrap(await ask()["candidate.leave"]({ pin: "481516234299" }));
    key = null;
    destroyed = true;
    expect(unwrap(await mode.handlers["applications.waiting"](undefined))).toEqual([]);
    expect(readdirSync(join(folder, "mode/sessions"))).toEqual([]);
  });

  it("whose key cannot be read now waits until it can", async () => {
    await begin();
    unwrap(await ask()["candidate.leave"]({ pin: "481516234299" }));
    const healthy = key;
    key = null;
    expect(unwrap(await mode.handlers["applications.waiting"](undefined))).toEqual([]);
    key = healthy;
    expect(unwrap(await mode.handlers["applications.waiting"](undefined))).toHaveLength(1);
  });

  it("whose file is damaged is set aside, and the person applies anew", async () => {
    await begin();
    unwrap(await ask()["candidate.leave"]({ pin: "481516234299" }));
    const kept = join(folder, "mode/sessions");
    const [name = ""] = readdirSync(kept);
    writeFileSync(join(kept, name), "half a fi");
    unwrap(await mode.handlers["applications.start"]({ script }));
    expect(seen.filter((one) => one === "candidate")).toHaveLength(2);
    const aside = readdirSync(kept).filter((one) => one.endsWith(".damaged"));
    expect(aside.map((one) => readFileSync(join(kept, one), "utf8"))).toEqual(["half a fi"]);
    expect(unwrap(await mode.handlers["applications.waiting"](undefined))).toEqual([]);
  });
});
