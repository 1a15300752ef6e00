import * as Y from "yjs";
import { crc32c } from "../../domain/crc32c";

const encoder = new TextEncoder();

/** Which number the writing of a text goes under: the same on every laptop. */
type ClientOf = (name: string, text: string, round: number) => number;

const clientFor: ClientOf = (name, text, round) => crc32c(encoder.encode(`${name}\0${text}\0${round}`));

/** Small numbers: Yjs puts the lower of two at the beginning of a text first, and running programs have higher ones. */
const lowClientFor: ClientOf = (name, text, round) => clientFor(`back\0${name}`, text, round) >>> 8;

const writingUpdate = (doc: Y.Doc, name: string, text: string, clientOf: ClientOf): Uint8Array => {
  const used = doc.store.clients;
  let round = 0;
  while (used.has(clientOf(name, text, round))) round += 1;
  const source = new Y.Doc();
  source.clientID = clientOf(name, text, round);
  source.getText(name).insert(0, text);
  const update = Y.encodeStateAsUpdate(source);
  source.destroy();
  return update;
};

/**
 * A change that writes `text` into the note `name` again. Every laptop that restores the same text makes the very same
 * change, byte for byte, under a client id made from it: however many laptops restore at once, the text is there once.
 */
export const restoringUpdate = (doc: Y.Doc, name: string, text: string): Uint8Array =>
  writingUpdate(doc, name, text, clientFor);

/**
 * The same for words that a person puts back into a note that may say something else by now: they stand before it, in
 * lines of their own. What is there already does not change how they are written, so two laptops still write them once.
 */
export const puttingBackUpdate = (doc: Y.Doc, name: string, words: string): Uint8Array =>
  writingUpdate(doc, name, words.endsWith("\n") ? words : `${words}\n`, lowClientFor);
