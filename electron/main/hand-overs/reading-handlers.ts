import { basename } from "node:path";
import { type DeviceId, deviceIdSchema } from "../../../src/domain/ids";
import { inTurn } from "../../../src/domain/in-turn";
import { err, ok, type Result } from "../../../src/domain/result";
import type { CryptoPort } from "../../../src/domain/sealing/crypto-port";
import { deviceIdOf } from "../../../src/domain/sealing/signing";
import type { HandlersOf } from "../../contract/channels";
import type { HandOverReadFailure, handOversChannels, UnlockFailure } from "../../contract/hand-overs";
import { oneHeld } from "../bundles/one-held";
import type { FileFailure } from "../files/store/file-store";
import { comparing, type StoringFiles, storingFiles, without } from "./file-sinks";
import { type HandOverFile, openHandOverFile } from "./hand-over-file";
import { type ContentsPassage, contentsPassage, keyOpening, signatureCheck } from "./hand-over-reader";
import type { HandOversOptions } from "./hand-overs-options";
import { readWords, stretchWords } from "./words-key";

type Handlers = HandlersOf<typeof handOversChannels>;
type ReadingHandlers = Pick<
  Handlers,
  | "handOvers.open"
  | "handOvers.check"
  | "handOvers.unlock"
  | "handOvers.read"
  | "handOvers.store"
  | "handOvers.keep"
>;

interface Reading {
  readonly file: HandOverFile;
  readonly checked: ReturnType<typeof signatureCheck>;
  readonly storing: StoringFiles;
  fileKey: Uint8Array | null;
  read: ContentsPassage<never> | null;
  wasRead: boolean;
  store: ContentsPassage<FileFailure> | null;
  /** Somebody wants it dropped: a step that runs ends soon. */
  isLeft: boolean;
}

const deviceOf = (file: HandOverFile, crypto: CryptoPort): DeviceId =>
  deviceIdSchema.parse(deviceIdOf(file.header.signKey, crypto));

/** What reading needs of the passages before it; a window that asks in another order has a bug. */
const opened = (current: Reading, crypto: CryptoPort) => {
  const { file, checked, fileKey } = current;
  const digest = checked.digest();
  if (digest === null || fileKey === null)
    throw new Error("a hand-over is checked and opened before it is read");
  return { file, fileKey, digest, crypto, isLeft: () => current.isLeft };
};

/** What checks, reads and keeps hand-overs. */
export const readingHandlers = (
  options: HandOversOptions,
): ReadingHandlers & { readonly drop: (handle: string) => Promise<void> } => {
  const { crypto, files, stretch = stretchWords } = options;
  const reading = oneHeld<Reading>(async ({ file, store, storing }) => {
    await store?.abandon();
    await storing.undo();
    await file.close();
  });
  // What is dropped waits for the step that runs, or that step would go on storing what was just undone.
  const turns = inTurn();
  let latest: Reading | null = null;
  const leave = (): void => {
    if (latest !== null) latest.isLeft = true;
  };
  const attempt = <Value, Failure extends { readonly type: string } = HandOverReadFailure>(
    handle: string,
    act: (current: Reading) => Promise<Result<Value, Failure>>,
  ): Promise<Result<Value, Failure | HandOverReadFailure>> =>
    turns.run(async () => {
      const current = reading.get(handle);
      if (current === null) return err({ type: "gone" });
      try {
        return await act(current);
      } catch (thrown) {
        if (thrown instanceof Error && "code" in thrown) return err({ type: "notReadable" });
        throw thrown;
      }
    });
  return {
    drop: (handle) => {
      if (reading.get(handle) !== null) leave();
      return turns.run(() => reading.drop(handle));
    },
    "handOvers.open": async () => {
      const identity = options.identity();
      if (!identity.ok) return identity;
      const path = await options.fileToOpen();
      if (path === null) return err({ type: "cancelled" });
      const found = await openHandOverFile(path);
      if (!found.ok) return found;
      const file = found.value;
      leave();
      const begun: Reading = {
        file,
        checked: signatureCheck(file, crypto),
        storing: storingFiles(files),
        fileKey: null,
        read: null,
        wasRead: false,
        store: null,
        isLeft: false,
      };
      latest = begun;
      const handle = await turns.run(() => reading.hold(begun));
      const deviceId = deviceOf(file, crypto);
      return ok({ handle, name: basename(path), deviceId, isOwn: deviceId === identity.value.deviceId });
    },
    "handOvers.check": ({ handle }) => attempt(handle, ({ checked }) => checked.more()),
    "handOvers.unlock": ({ handle, words: typed }) =>
      attempt<undefined, UnlockFailure>(handle, async (current) => {
        const words = readWords(typed);
        if (!words.ok) return words;
        const fileKey = await keyOpening(current.file, words.value, { crypto, stretch });
        if (fileKey === null) return err({ type: "wrongWords" });
        current.fileKey = fileKey;
        // A reading that was broken off is begun anew.
        current.read = null;
        current.wasRead = false;
        return ok(undefined);
      }),
    "handOvers.read": ({ handle }) =>
      attempt(handle, async (current) => {
        current.read ??= contentsPassage(opened(current, crypto), comparing);
        const more = await current.read.more();
        if (more.ok && more.value.last) current.wasRead = true;
        return more;
      }),
    "handOvers.store": ({ handle, leaveOut }) =>
      attempt(handle, async (current) => {
        if (!current.wasRead) throw new Error("the files of a hand-over are kept once all of it was read");
        current.store ??= contentsPassage(opened(current, crypto), without(leaveOut, current.storing.open));
        const more = await current.store.more();
        if (!more.ok) return more;
        const { done, of, last } = more.value;
        return ok({ done, of, last });
      }),
    "handOvers.keep": ({ handle, gone }) =>
      turns.run(async () => {
        const current = reading.get(handle);
        if (current === null) return err({ type: "gone" });
        for (const { candidateId, hash } of gone) {
          const removed = await files.remove(candidateId, hash);
          if (!removed.ok) return removed;
        }
        current.storing.keep();
        return ok(undefined);
      }),
  };
};
