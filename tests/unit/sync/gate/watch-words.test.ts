import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import type { DeviceId } from "../../../../src/domain/ids";
import { type WordsTaken, watchWords } from "../../../../src/sync/gate/watch-words";
import { puttingBackUpdate } from "../../../../src/sync/loop-doc/restored-text";
import { signWriting } from "../../../../src/sync/loop-doc/slot-notes";
import { personId } from "../../../support/builders/record";
import { aDevice } from "../../../support/sync/keys";

const name = "discussion:care";
const words = "We heard two things about it, and both were about the figures.";

const insert = (doc: Y.Doc, at: number, text: string): void => doc.getText(name).insert(at, text);
const cut = (doc: Y.Doc, at: number, length: number): void => doc.getText(name).delete(at, length);
const read = (doc: Y.Doc): string => doc.getText(name).toString();

/** A document in which Ana wrote the note, and Ben's copy, whose changes arrive one by one. */
const watched = (
  author: () => DeviceId | null = () => aDevice(2),
  speaker: () => DeviceId = () => aDevice(2),
) => {
  const doc = new Y.Doc();
  // As running programs have them, whose numbers are almost never as low as those of what is put back.
  doc.clientID = 3_000_000_001;
  signWriting(doc, personId("ana"));
  insert(doc, 0, words);
  const taken: WordsTaken[] = [];
  let clock = 0;
  watchWords(doc, {
    speaker,
    author,
    onTaken: (one) => taken.push({ ...one, lost: new Map(one.lost) }),
    now: () => clock,
  });
  const ben = new Y.Doc();
  ben.clientID = 3_000_000_002;
  Y.applyUpdate(ben, Y.encodeStateAsUpdate(doc));
  return {
    doc,
    ben,
    taken,
    pass: (milliseconds: number) => {
      clock += milliseconds;
    },
    hear: () => Y.applyUpdate(doc, Y.encodeStateAsUpdate(ben, Y.encodeStateVector(doc)), "peer"),
  };
};

describe("words that a colleague's laptop takes out of a shared text", () => {
  it("are told with what the note said, what is left, whose they were and over whose connection it came", () => {
    const { ben, taken, hear } = watched();
    cut(ben, 0, words.length);
    insert(ben, 0, "Nothing.");
    hear();
    expect(taken).toEqual([
      {
        note: { kind: "discussion", item: "care" },
        deviceId: aDevice(2),
        passedBy: null,
        before: words,
        after: "Nothing.",
        lost: new Map([[personId("ana"), words.length]]),
      },
    ]);
  });

  it("count together where they go letter by letter, and not across ten minutes", () => {
    const { ben, taken, hear, pass } = watched();
    for (let round = 0; round < 3; round += 1) {
      cut(ben, 0, 10);
      hear();
      pass(60_000);
    }
    expect(taken.at(-1)).toMatchObject({ before: words, lost: new Map([[personId("ana"), 30]]) });
    pass(10 * 60_000);
    cut(ben, 0, 10);
    hear();
    expect(taken.at(-1)).toMatchObject({ before: words.slice(30), lost: new Map([[personId("ana"), 10]]) });
  });

  it("are all that was written by then, though a letter was taken out before", () => {
    const { doc, ben, taken, hear } = watched();
    cut(ben, 0, 1);
    hear();
    insert(doc, 0, "A long line that came afterwards. ");
    Y.applyUpdate(ben, Y.encodeStateAsUpdate(doc));
    const whole = read(ben);
    cut(ben, 0, whole.length);
    hear();
    expect(taken.at(-1)).toMatchObject({ before: whole, after: "" });
  });

  it("are nothing where somebody only adds, where they take out what they have just written, or where this laptop cuts", () => {
    const { doc, ben, taken, hear } = watched();
    insert(ben, 0, "First: ");
    hear();
    cut(doc, 0, 20);
    expect(taken).toEqual([]);
    Y.applyUpdate(ben, Y.encodeStateAsUpdate(doc));
    cut(ben, 0, 1);
    hear();
    insert(ben, 0, "x");
    hear();
    cut(ben, 0, 1);
    hear();
    // Only the one letter that had been there.
    expect(taken.at(-1)?.lost).toEqual(new Map([[personId("ana"), 1]]));
  });

  it("come from nobody where they came with what was missed", () => {
    const { ben, taken, hear } = watched(() => null);
    cut(ben, 0, words.length);
    hear();
    expect(taken[0]).toMatchObject({ deviceId: null, passedBy: null });
  });

  it("are told with the laptop that passed them on, whose word it is whose they were", () => {
    const { ben, taken, hear } = watched(() => aDevice(3));
    cut(ben, 0, words.length);
    hear();
    expect(taken).toMatchObject([{ deviceId: aDevice(3), passedBy: aDevice(2) }]);
  });

  it("count together where one laptop names another author for each piece, and are then nobody's", () => {
    let named = 2;
    const { ben, taken, hear } = watched(() => aDevice(named));
    for (named = 2; named < 5; named += 1) {
      cut(ben, 0, 15);
      hear();
    }
    expect(taken[0]).toMatchObject({ deviceId: aDevice(2), passedBy: null });
    expect(taken.at(-1)).toMatchObject({
      deviceId: null,
      passedBy: null,
      before: words,
      lost: new Map([[personId("ana"), 45]]),
    });
  });

  it("count apart where they come from two laptops", () => {
    let from = 2;
    const { ben, taken, hear } = watched(
      () => aDevice(from),
      () => aDevice(from),
    );
    for (from = 2; from < 4; from += 1) {
      cut(ben, 0, 15);
      hear();
    }
    expect(taken.at(-1)).toMatchObject({ deviceId: aDevice(3), before: words.slice(15) });
  });
});

describe("words that are put back", () => {
  it("are there once though two laptops put them back at the same time, before what was written meanwhile", () => {
    const { doc, ben } = watched();
    cut(ben, 0, words.length);
    insert(ben, 0, "Something else.");
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(ben));
    for (const one of [doc, ben]) Y.applyUpdate(one, puttingBackUpdate(one, name, words));
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(ben));
    Y.applyUpdate(ben, Y.encodeStateAsUpdate(doc));
    expect(read(doc)).toBe(`${words}\nSomething else.`);
    expect(read(ben)).toBe(read(doc));
  });

  it("come back a second time where they were taken out a second time", () => {
    const { doc } = watched();
    for (let round = 0; round < 2; round += 1) {
      cut(doc, 0, read(doc).length);
      Y.applyUpdate(doc, puttingBackUpdate(doc, name, words));
      expect(read(doc)).toBe(`${words}\n`);
    }
  });
});
