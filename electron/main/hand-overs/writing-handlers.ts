import { err, ok, type Result } from "../../../src/domain/result";
import type { HandlersOf } from "../../contract/channels";
import type { HandOverStep, HandOverWriteFailure, handOversChannels } from "../../contract/hand-overs";
import { oneHeld } from "../bundles/one-held";
import { nodeDisk, type WriteFailure, writeFailureOf } from "../files/draft-file";
import { beginFile, type FileOnItsWay, type HandOverWriter, openHandOverWriter } from "./hand-over-writer";
import type { HandOversOptions } from "./hand-overs-options";
import { readWords, stretchWords } from "./words-key";

type Handlers = HandlersOf<typeof handOversChannels>;
type WritingHandlers = Pick<
  Handlers,
  "handOvers.create" | "handOvers.write" | "handOvers.writeFile" | "handOvers.finish"
>;

interface Writing {
  readonly writer: HandOverWriter;
  readonly path: string;
  onItsWay: FileOnItsWay | null;
}

/** The file system's refusal as an answer; anything else is a bug and throws. */
const refusalOf = (thrown: unknown, path: string): WriteFailure => {
  const failure = writeFailureOf(thrown, path);
  if (failure === null) throw thrown;
  return failure;
};

/** What writes hand-overs. */
export const writingHandlers = (
  options: HandOversOptions,
): WritingHandlers & { readonly drop: (handle: string) => Promise<void> } => {
  const { crypto, files, disk = nodeDisk, stretch = stretchWords } = options;
  const writing = oneHeld<Writing>(async ({ writer, onItsWay }) => {
    await onItsWay?.close();
    await writer.abandon();
  });
  const attempt = async <Value>(
    handle: string,
    act: (current: Writing) => Promise<Result<Value, HandOverWriteFailure>>,
  ): Promise<Result<Value, HandOverWriteFailure>> => {
    const current = writing.get(handle);
    if (current === null) return err({ type: "gone" });
    try {
      return await act(current);
    } catch (thrown) {
      await writing.drop(handle);
      return err(refusalOf(thrown, current.path));
    }
  };
  return {
    drop: writing.drop,
    "handOvers.create": async ({ words: typed, suggestedName, length }) => {
      const [words, identity] = [readWords(typed), options.identity()];
      if (!words.ok) return words;
      if (!identity.ok) return identity;
      const path = await options.placeToSave(suggestedName);
      if (path === null) return err({ type: "cancelled" });
      try {
        const plan = { path, words: words.value, length, identity: identity.value };
        const writer = await openHandOverWriter(plan, { crypto, stretch, disk });
        return ok({ handle: await writing.hold({ writer, path, onItsWay: null }) });
      } catch (thrown) {
        return err(refusalOf(thrown, path));
      }
    },
    "handOvers.write": ({ handle, bytes }) =>
      attempt(handle, async ({ writer }) => {
        await writer.write(bytes);
        return ok(undefined);
      }),
    "handOvers.writeFile": ({ handle, candidateId, hash }) =>
      attempt<HandOverStep>(handle, async (current) => {
        if (current.onItsWay === null) {
          const opened = await files.open(candidateId, hash);
          if (!opened.ok) return opened;
          const file = { candidateId, hash, size: opened.value.size };
          current.onItsWay = await beginFile(current.writer, file, opened.value, crypto);
        }
        const { onItsWay } = current;
        const more = await onItsWay.more();
        if (!more.ok) return more;
        if (more.value) {
          current.onItsWay = null;
          await onItsWay.close();
        }
        return ok({ done: onItsWay.done(), of: onItsWay.file.size, last: more.value });
      }),
    "handOvers.finish": async ({ handle }) => {
      const finished = await attempt(handle, async ({ writer, path }) => {
        await writer.finish();
        return ok({ path });
      });
      // The file has its name now: abandoning removes only the draft, which is gone.
      await writing.drop(handle);
      return finished;
    },
  };
};
