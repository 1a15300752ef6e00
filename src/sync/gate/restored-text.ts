import * as Y from "yjs";
import { crc32c } from "../../domain/crc32c";

const encoder = new TextEncoder();

const clientFor = (name: string, text: string, round: number): number =>
  crc32c(encoder.encode(`${name}\0${text}\0${round}`));

/**
 * A change that writes `text` into the note `name` again. Every laptop that restores the same text makes the very same
 * change, byte for byte, under a client id made from it: however many laptops restore at once, the text is there once.
 */
export const restoringUpdate = (doc: Y.Doc, name: string, text: string): Uint8Array => {
  const used = doc.store.clients;
  let round = 0;
  while (used.has(clientFor(name, text, round))) round += 1;
  const source = new Y.Doc();
  source.clientID = clientFor(name, text, round);
  source.getText(name).insert(0, text);
  const update = Y.encodeStateAsUpdate(source);
  source.destroy();
  return update;
};
