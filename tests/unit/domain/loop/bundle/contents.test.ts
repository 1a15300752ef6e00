import { describe, expect, it } from "vitest";
import { nodeCrypto } from "../../../../../electron/main/vault/node-crypto";
import { loopIdSchema } from "../../../../../src/domain/ids";
import {
  type BundleContents,
  contentsToSections,
  sectionsToContents,
} from "../../../../../src/domain/loop/bundle/contents";
import {
  contentsLength,
  contentsPieces,
  maxSectionBytes,
  type Section,
  sectionKinds,
  sectionReader,
} from "../../../../../src/domain/loop/bundle/sections";
import { unwrap } from "../../../../../src/domain/result";
import { anId } from "../../../../support/builders/ids";
import { noon, personId } from "../../../../support/builders/record";
import { seededRandom } from "../../../../support/seeded-random";

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const loopId = anId(loopIdSchema, "loop");
const invalid = { ok: false, error: { type: "contentsInvalid" } };

const joined = (sections: readonly Section[], pieceBytes = 7): Uint8Array =>
  Buffer.concat([...contentsPieces(sections, pieceBytes)]);

/** Cuts bytes anywhere and reads them piece by piece. */
const readBack = (bytes: Uint8Array, seed: number) => {
  const random = seededRandom(seed);
  const reader = sectionReader();
  const sections: Section[] = [];
  for (let at = 0; at < bytes.length; ) {
    const length = 1 + Math.floor(random.next() * 9);
    sections.push(...unwrap(reader.push(bytes.subarray(at, at + length))));
    at += length;
  }
  return { sections, whole: reader.isWhole() };
};

describe("sections", () => {
  const sections: readonly Section[] = [
    { kind: 1, bytes: utf8("about") },
    { kind: 3, bytes: new Uint8Array(0) },
    { kind: 200, bytes: utf8("of a later program") },
    { kind: 3, bytes: new Uint8Array(0) },
  ];

  it("are a kind, four bytes of length, and that many bytes", () => {
    expect(Buffer.from(joined(sections.slice(0, 2))).toString("hex")).toBe(
      `0100000005${Buffer.from("about").toString("hex")}0300000000`,
    );
  });

  it("come back as they were, however the bytes are cut", () => {
    const bytes = joined(sections);
    expect(bytes).toHaveLength(contentsLength(sections));
    for (let seed = 1; seed <= 50; seed += 1) {
      const { sections: read, whole } = readBack(bytes, seed);
      expect(read.map(({ kind, bytes }) => [kind, [...bytes]])).toEqual(
        sections.map(({ kind, bytes }) => [kind, [...bytes]]),
      );
      expect(whole).toBe(true);
    }
  });

  it("are laid out in pieces of one size, the last one shorter", () => {
    const lengths = [...contentsPieces(sections, 16)].map(({ length }) => length);
    expect(lengths).toEqual([16, 16, 11]);
    expect([...contentsPieces([], 16)]).toEqual([]);
  });

  it("that end in the middle are not whole", () => {
    const bytes = joined(sections);
    for (let length = 1; length < bytes.length; length += 1) {
      const reader = sectionReader();
      unwrap(reader.push(bytes.subarray(0, length)));
      const ends = [10, 15, 38];
      expect(reader.isWhole(), `after ${length} bytes`).toBe(ends.includes(length));
    }
  });

  it("larger than a document may be are refused before their bytes are waited for", () => {
    const head = new Uint8Array(5);
    new DataView(head.buffer).setUint32(1, maxSectionBytes + 1);
    expect(sectionReader().push(head)).toEqual(invalid);
  });
});

describe("the contents of a bundle", () => {
  const contents: BundleContents = {
    about: { v: 1, loopId, part: "own", at: noon },
    state: utf8("state"),
    entries: [],
    shares: {
      personId: personId("ben"),
      handOffs: [{ id: "h-1", to: null, text: "Ask about scale.", at: noon }],
    },
  };
  const read = (sections: readonly Section[]) => sectionsToContents(sections, nodeCrypto);
  const laidOut = contentsToSections(contents, nodeCrypto);
  const replaced = (kind: number, bytes: Uint8Array): readonly Section[] =>
    laidOut.map((section) => (section.kind === kind ? { kind, bytes } : section));

  it("come back as they were; sections of a later program are passed over", () => {
    expect(unwrap(read(laidOut))).toEqual(contents);
    expect(unwrap(read([...laidOut, { kind: 99, bytes: utf8("later") }]))).toEqual(contents);
  });

  it("are refused without what they are about, or where it does not come first", () => {
    expect(read([])).toEqual(invalid);
    expect(read(laidOut.slice(1))).toEqual(invalid);
    expect(read(laidOut.toReversed())).toEqual(invalid);
  });

  it("are refused where something that stands once stands twice", () => {
    for (const kind of [sectionKinds.about, sectionKinds.state, sectionKinds.shares]) {
      const again = laidOut.filter((section) => section.kind === kind);
      expect(read([...laidOut, ...again])).toEqual(invalid);
    }
  });

  it("are refused where a text is not the canonical JSON of what it says, or says more", () => {
    const about = (text: string) => read(replaced(sectionKinds.about, utf8(text)));
    const good = `{"at":"${noon}","loopId":"${loopId}","part":"own","v":1}`;
    expect(about(good).ok).toBe(true);
    expect(about(good.replace(":1}", ": 1}"))).toEqual(invalid);
    expect(about(good.replace('"own"', '"half"'))).toEqual(invalid);
    expect(about(good.replace('"v":1', '"v":1,"x":1'))).toEqual(invalid);
    expect(read(replaced(sectionKinds.shares, Uint8Array.of(0xff)))).toEqual(invalid);
  });

  it("are refused where an entry's bytes are none", () => {
    expect(read([...laidOut, { kind: sectionKinds.entry, bytes: utf8("{}") }])).toEqual(invalid);
  });
});
