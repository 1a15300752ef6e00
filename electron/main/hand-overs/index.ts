import { ok } from "../../../src/domain/result";
import type { HandlersOf } from "../../contract/channels";
import type { handOversChannels } from "../../contract/hand-overs";
import type { FileReader } from "../files/store/file-store";
import type { HandOversOptions } from "./hand-overs-options";
import { readingHandlers } from "./reading-handlers";
import { proposedWords } from "./words-key";
import { writingHandlers } from "./writing-handlers";

const wholeSize = async (reader: FileReader) => {
  for (let from = 0; from < reader.size; ) {
    const read = await reader.readFrom(from);
    if (!read.ok) return read;
    from += read.value.length;
  }
  return ok({ size: reader.size });
};

/** Writes and reads hand-overs of applications, as the contract's `handOvers` channels. */
export const setupHandOvers = (options: HandOversOptions): HandlersOf<typeof handOversChannels> => {
  const { drop: dropWriting, ...writing } = writingHandlers(options);
  const { drop: dropReading, ...reading } = readingHandlers(options);
  return {
    ...writing,
    ...reading,
    "handOvers.words": () => ok({ words: proposedWords(options.crypto) }),
    "handOvers.measure": async ({ candidateId, hash }) => {
      const found = await options.files.open(candidateId, hash);
      if (!found.ok) return found;
      try {
        return await wholeSize(found.value);
      } finally {
        await found.value.close();
      }
    },
    "handOvers.drop": async ({ handle }) => {
      await dropWriting(handle);
      await dropReading(handle);
      return ok(undefined);
    },
  };
};
