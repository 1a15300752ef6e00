import { ok } from "../../../src/domain/result";
import type { HandlersOf } from "../../contract/channels";
import type { keptChannels } from "../../contract/kept";
import type { FileStore } from "./store/file-store";

const pieceBytes = 256 * 1024;

function* piecesOf(bytes: Uint8Array): Iterable<Uint8Array> {
  for (let from = 0; from < bytes.length; from += pieceBytes) yield bytes.subarray(from, from + pieceBytes);
}

/** What the staff window may ask of the files about people. */
export const keptHandlers = (files: FileStore): HandlersOf<typeof keptChannels> => ({
  "kept.put": ({ subjectId, bytes }) => files.put(subjectId, piecesOf(bytes)),
  "kept.read": async ({ subjectId, hash, from }) => {
    const opened = await files.open(subjectId, hash);
    if (!opened.ok) return opened;
    try {
      const read = await opened.value.readFrom(from);
      return read.ok ? ok({ bytes: read.value, size: opened.value.size }) : read;
    } finally {
      await opened.value.close();
    }
  },
  "kept.remove": async ({ subjectId, hash }) => {
    const removed = await files.remove(subjectId, hash);
    return removed.ok ? ok(undefined) : removed;
  },
});
