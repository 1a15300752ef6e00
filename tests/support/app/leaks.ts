import * as Y from "yjs";
import { unwrap } from "../../../src/domain/result";
import { collectionNames } from "../../../src/store/collections/documents";
import { collectionDefinitions } from "../../../src/store/collections/schemas";
import { dataFormat } from "../../../src/store/database/data-format";
import { openDatabase } from "../../../src/store/database/open-database";
import type { Laptop } from "./laptop";

/** The middle of a word in base64url, for each of the three ways its bytes can fall into groups of three. */
const inBase64Url = (word: string): readonly string[] =>
  [0, 1, 2].map((shift) => {
    const text = Buffer.from(" ".repeat(shift) + word).toString("base64url");
    // The characters at both ends also hold bits of the neighbours.
    return text.slice(shift === 0 ? 0 : shift + 1, -2);
  });

/** Whether bytes hold a word, as it is or encoded once in base64url. */
export const holdsWord = (bytes: Uint8Array, word: string): boolean => {
  const hay = Buffer.from(bytes);
  return [word, ...inBase64Url(word)].some((needle) => hay.includes(needle));
};

/** Both encodings of everything a document holds, also what was deleted and not yet collected. */
export const bytesOfDoc = (doc: Y.Doc): Uint8Array =>
  Buffer.concat([Y.encodeStateAsUpdate(doc), Y.encodeStateAsUpdateV2(doc)]);

/** Everything that lies on a laptop's disk, as RxDB wrote it. The program must not be running. */
export const bytesOfDisk = async ({ storage, database, spare }: Laptop): Promise<Uint8Array> => {
  const opened = unwrap(
    await openDatabase({
      storage,
      name: database,
      multiInstance: false,
      collections: collectionNames,
      definitions: collectionDefinitions,
      dataFormat,
      onProgress: () => undefined,
    }),
  );
  const rows = await Promise.all(
    Object.values(opened.collections).map(async (collection) =>
      (await collection.find().exec()).map((document) => document.toJSON(true)),
    ),
  );
  await opened.close();
  return Buffer.from(JSON.stringify([rows, spare]));
};
