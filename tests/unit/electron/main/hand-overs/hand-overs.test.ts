import { createHash } from "node:crypto";
import { readdir, readFile, utimes } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  type FoundHandOver,
  type HandOverOpenFailure,
  handOverPieceBytes,
  type UnlockFailure,
} from "../../../../../electron/contract/hand-overs";
import { nodeDisk } from "../../../../../electron/main/files/draft-file";
import { proposedWords, readWords, stretchWords } from "../../../../../electron/main/hand-overs/words-key";
import { deviceIdentityFrom } from "../../../../../electron/main/vault/device-identity";
import { nodeCrypto } from "../../../../../electron/main/vault/node-crypto";
import {
  filesNamed,
  type HandedFile,
  type HandOverAbout,
  handedFileBytes,
  handedPersonSchema,
  headSections,
} from "../../../../../src/domain/candidates/hand-over/contents";
import { type CandidateId, candidateIdSchema, type Hash, hashSchema } from "../../../../../src/domain/ids";
import { contentsLength, contentsPieces, type Section } from "../../../../../src/domain/loop/bundle/sections";
import { ok, type Result, unwrap } from "../../../../../src/domain/result";
import { onDay } from "../../../../support/builders/application";
import { anId } from "../../../../support/builders/ids";
import { newStick, type Stick } from "../../../../support/bundle/bundle-desk";
import { type Carried, type HandOverDesk, handOverDesk } from "../../../../support/hand-over/hand-over-desk";
import { seededRandom } from "../../../../support/seeded-random";
import vector from "../../../domain/candidates/hand-over/vectors/hand-over-v1.json";

const vectorFile = join(
  import.meta.dirname,
  "../../../domain/candidates/hand-over/vectors/hand-over-v1.pbhand",
);
const hex = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, "hex"));
const mira = anId(candidateIdSchema, "mira");
const words = "abandon ability able about above absent";
const about: HandOverAbout = { v: 1, at: onDay(3), people: 0, files: 1, roles: [] };

const bytesOf = (seed: number, length: number): Uint8Array => {
  const random = seededRandom(seed);
  return Uint8Array.from({ length }, () => Math.floor(random.next() * 256));
};
const hashOf = (bytes: Uint8Array): Hash =>
  hashSchema.parse(createHash("sha256").update(bytes).digest("base64url"));

let stick: Stick;
let carried: Carried;
let keys: Set<string>;
let fair: HandOverDesk;
let office: HandOverDesk;
const laptop = (name: string, more = {}) =>
  handOverDesk({
    name,
    folder: stick.folder,
    carried,
    hasKey: (subjectId) => keys.has(`${name}/${subjectId}`),
    ...more,
  });

beforeEach(async () => {
  stick = await newStick();
  carried = { path: stick.path("fair.pbhand") };
  keys = new Set([`fair/${mira}`, `office/${mira}`]);
  fair = laptop("fair");
  office = laptop("office");
});
const begun = new Map<string, HandOverDesk>();
afterEach(async () => {
  for (const [handle, { handlers }] of begun) unwrap(await handlers["handOvers.drop"]({ handle }));
  begun.clear();
  await stick.remove();
});

/** Asks again until the end. */
const untilLast = async <Step extends { readonly last: boolean }, Failure extends { readonly type: string }>(
  step: () => Result<Step, Failure> | Promise<Result<Step, Failure>>,
): Promise<Result<readonly Step[], Failure>> => {
  const steps: Step[] = [];
  for (;;) {
    const stepped = await step();
    if (!stepped.ok) return stepped;
    steps.push(stepped.value);
    if (stepped.value.last) return ok(steps);
  }
};

/** Writes a hand-over with this content as Mira's one file. */
const write = async (
  content: Uint8Array,
  { handlers, files }: HandOverDesk = fair,
  candidateId: CandidateId = mira,
): Promise<HandedFile> => {
  const kept = unwrap(await files.put(candidateId, [content]));
  const file = { candidateId, ...kept };
  const head = headSections(about, [], nodeCrypto);
  const length = contentsLength(head) + handedFileBytes(file, nodeCrypto);
  const { handle } = unwrap(
    await handlers["handOvers.create"]({ words, suggestedName: "fair.pbhand", length }),
  );
  for (const bytes of contentsPieces(head, handOverPieceBytes))
    unwrap(await handlers["handOvers.write"]({ handle, bytes }));
  unwrap(await untilLast(() => handlers["handOvers.writeFile"]({ handle, candidateId, hash: kept.hash })));
  unwrap(await handlers["handOvers.finish"]({ handle }));
  return file;
};

/** Opens, checks and reads the carried file; its handle where all is well. */
type WhatWasRead = FoundHandOver & { readonly sections: readonly Section[] };
const read = async (
  desk: HandOverDesk = office,
  typed = words,
): Promise<Result<WhatWasRead, HandOverOpenFailure | UnlockFailure>> => {
  const { handlers } = desk;
  const found = await handlers["handOvers.open"](undefined);
  if (!found.ok) return found;
  const { handle } = found.value;
  begun.set(handle, desk);
  const checked = await untilLast(() => handlers["handOvers.check"]({ handle }));
  if (!checked.ok) return checked;
  const unlocked = await handlers["handOvers.unlock"]({ handle, words: typed });
  if (!unlocked.ok) return unlocked;
  const contents = await untilLast(() => handlers["handOvers.read"]({ handle }));
  if (!contents.ok) return contents;
  return ok({ ...found.value, sections: contents.value.flatMap(({ sections }) => sections) });
};

const contentOf = async ({ files }: HandOverDesk, { candidateId, hash }: HandedFile) => {
  const reader = unwrap(await files.open(candidateId, hash));
  const parts: Uint8Array[] = [];
  for (let from = 0; from < reader.size; from += parts.at(-1)?.length ?? 0)
    parts.push(unwrap(await reader.readFrom(from)));
  await reader.close();
  return Buffer.concat(parts);
};

const filesIn = async (name: string): Promise<number> => {
  const found = await readdir(join(stick.folder, name), { recursive: true }).catch(() => []);
  return found.filter((file) => file.endsWith(".pbf") || file.endsWith(".part")).length;
};

describe("a hand-over", () => {
  for (const length of [1, 65_536, 65_537, 300_000])
    it(`carries a file of ${length} bytes to another laptop as it was`, async () => {
      const content = bytesOf(length, length);
      const file = await write(content);
      const found = unwrap(await read());
      expect(found).toMatchObject({ name: "fair.pbhand", isOwn: false });
      expect(found.sections.map(({ kind }) => kind)).toEqual([1, 3]);
      expect(await filesIn("office")).toBe(0);
      const { handle } = found;
      unwrap(await untilLast(() => office.handlers["handOvers.store"]({ handle, leaveOut: [] })));
      unwrap(await office.handlers["handOvers.keep"]({ handle, gone: [] }));
      unwrap(await office.handlers["handOvers.drop"]({ handle }));
      expect(Buffer.compare(await contentOf(office, file), content)).toBe(0);
    });

  it("says where it comes from only by the laptop's key, and shows nothing of its contents", async () => {
    await write(nodeCrypto.utf8("Mira Adeyemi ".repeat(9)));
    const file = Buffer.from(await stick.bytes("fair.pbhand"));
    for (const word of ["Mira Adeyemi", mira]) expect(file.includes(word)).toBe(false);
    expect(unwrap(await read(fair)).isOwn).toBe(true);
  });

  it("goes to the disk a chunk at a time", async () => {
    const sizes: number[] = [];
    const disk = {
      ...nodeDisk,
      open: async (...args: Parameters<typeof nodeDisk.open>) => {
        const file = await nodeDisk.open(...args);
        const writeFile = file.writeFile.bind(file);
        file.writeFile = (data, ...rest) => {
          sizes.push((data as Uint8Array).length);
          return writeFile(data, ...rest);
        };
        return file;
      },
    };
    await write(bytesOf(3, 1_000_000), laptop("fair", { disk }));
    expect(Math.max(...sizes)).toBe(65_552);
  });

  it("leaves nothing where it is dropped while its files are being kept", async () => {
    await write(bytesOf(4, 4_500_000));
    const { handle } = unwrap(await read());
    expect(unwrap(await office.handlers["handOvers.store"]({ handle, leaveOut: [] })).last).toBe(false);
    expect(await filesIn("office")).toBe(1);
    unwrap(await office.handlers["handOvers.drop"]({ handle }));
    expect(await filesIn("office")).toBe(0);
    expect(await office.handlers["handOvers.store"]({ handle, leaveOut: [] })).toEqual({
      ok: false,
      error: { type: "gone" },
    });
  });

  it("leaves nothing where it is dropped while a step is under way", async () => {
    await write(bytesOf(4, 4_000_000));
    const { handle } = unwrap(await read());
    const step = office.handlers["handOvers.store"]({ handle, leaveOut: [] });
    unwrap(await office.handlers["handOvers.drop"]({ handle }));
    expect(await step).toEqual({ ok: false, error: { type: "gone" } });
    expect(await filesIn("office")).toBe(0);
  });

  it("that a crash broke off while it was taken in leaves nothing after the next start", async () => {
    await write(bytesOf(8, 4_500_000));
    const { handle } = unwrap(await read());
    unwrap(await office.handlers["handOvers.store"]({ handle, leaveOut: [] }));
    expect(await filesIn("office")).toBe(1);
    for (const name of await readdir(join(stick.folder, "office"), { recursive: true }))
      await utimes(join(stick.folder, "office", name), 1_000_000, 1_000_000);
    await laptop("office").files.sweep();
    expect(await filesIn("office")).toBe(0);
  });

  it("takes nothing away that was there before, when it is dropped", async () => {
    const content = bytesOf(5, 1000);
    const file = await write(content);
    unwrap(await office.files.put(mira, [content]));
    const { handle } = unwrap(await read());
    unwrap(await untilLast(() => office.handlers["handOvers.store"]({ handle, leaveOut: [] })));
    unwrap(await office.handlers["handOvers.drop"]({ handle }));
    expect(Buffer.compare(await contentOf(office, file), content)).toBe(0);
  });

  it("passes over the files of somebody whose key is not here", async () => {
    keys.delete(`office/${mira}`);
    await write(bytesOf(6, 1000));
    const { handle } = unwrap(await read());
    unwrap(await untilLast(() => office.handlers["handOvers.store"]({ handle, leaveOut: [] })));
    expect(await filesIn("office")).toBe(0);
  });
});

describe("the format of a hand-over", () => {
  it("is read as another program wrote it from its description, by the words as they are typed", async () => {
    await stick.put("fair.pbhand", new Uint8Array(await readFile(vectorFile)));
    const zoe = candidateIdSchema.parse(vector.candidateId);
    keys.add(`office/${zoe}`);
    const desk = laptop("office", { stretch: stretchWords });
    const found = unwrap(await read(desk, vector.words.toUpperCase()));
    expect(found.deviceId).toBe(
      deviceIdentityFrom({ signing: hex(vector.signingKey), agreement: hex(vector.signingKey) }).deviceId,
    );
    expect(found.sections.map(({ kind }) => kind)).toEqual([1, 2, 200, 3]);
    const [, person] = found.sections;
    const { candidate, applications } = handedPersonSchema.parse(
      JSON.parse(nodeCrypto.utf8Text(person?.bytes ?? new Uint8Array(0)) ?? ""),
    );
    expect([candidate.name, applications[0]?.id]).toEqual(["Zoë Muñoz", vector.applicationId]);
    const { handle } = found;
    unwrap(await untilLast(() => desk.handlers["handOvers.store"]({ handle, leaveOut: [] })));
    const [hash] = filesNamed({ events: applications[0]?.events ?? [] });
    const content = await contentOf(desk, { candidateId: zoe, hash: hashSchema.parse(hash), size: 70_000 });
    expect(createHash("sha256").update(content).digest("hex")).toBe(vector.resumeSha256);
  });
});

describe("a file that is no good hand-over", () => {
  beforeEach(() => write(bytesOf(7, 200_000)));
  const good = () => stick.bytes("fair.pbhand");
  const refused = (type: string) => ({ ok: false, error: { type } });

  it("is refused where the words are not its own, and opens with them afterwards", async () => {
    expect(await read(office, "zoo zoo zoo zoo zoo zoo")).toEqual(refused("wrongWords"));
    expect((await read()).ok).toBe(true);
  });

  it("is refused where a bit of it is changed anywhere", async () => {
    const whole = await good();
    const random = seededRandom(99);
    const places = [9, 40, 41, 72, 81, whole.length - 1, whole.length - 64];
    for (let count = 0; count < 10; count += 1)
      places.push(81 + Math.floor(random.next() * (whole.length - 81)));
    for (const place of places) {
      const changed = whole.slice();
      changed[place] = (changed[place] ?? 0) ^ 1;
      await stick.put("fair.pbhand", changed);
      expect(await read(), `at ${place}`).toEqual(refused("damaged"));
    }
  });

  it("is refused where it was cut off, where something hangs on it, and where it is another kind of file", async () => {
    const whole = await good();
    const refusalOf = async (bytes: Uint8Array) => {
      await stick.put("fair.pbhand", bytes);
      return read();
    };
    for (const length of [60, 81, 70_000, whole.length - 1])
      expect(await refusalOf(whole.subarray(0, length))).toEqual(refused("truncated"));
    expect(await refusalOf(Buffer.concat([whole, Uint8Array.of(0)]))).toEqual(refused("damaged"));
    expect(await refusalOf(nodeCrypto.utf8("%PDF-1.7"))).toEqual(refused("notAHandOver"));
    expect(await refusalOf(new Uint8Array(0))).toEqual(refused("notAHandOver"));
    const newer = whole.slice();
    newer[8] = 2;
    expect(await refusalOf(newer)).toEqual(refused("updateFirst"));
    carried.path = stick.path("nowhere.pbhand");
    expect(await read()).toEqual(refused("notReadable"));
  });

  it("is refused where it was exchanged after it was checked", async () => {
    const { handlers } = office;
    const { handle } = unwrap(await handlers["handOvers.open"](undefined));
    begun.set(handle, office);
    unwrap(await untilLast(() => handlers["handOvers.check"]({ handle })));
    unwrap(await handlers["handOvers.unlock"]({ handle, words }));
    const changed = await good();
    changed[150_000] = (changed[150_000] ?? 0) ^ 1;
    await stick.put("fair.pbhand", changed);
    expect(await untilLast(() => handlers["handOvers.read"]({ handle }))).toEqual(refused("damaged"));
  });

  it("is refused where a file in it is not what its hash says", async () => {
    const { handlers } = fair;
    const content = nodeCrypto.utf8("resume");
    const kept = { candidateId: mira, hash: hashOf(content), size: content.length };
    const section = nodeCrypto.utf8(JSON.stringify(kept));
    const sections = [
      ...headSections(about, [], nodeCrypto),
      { kind: 3, bytes: section },
      { kind: 4, bytes: nodeCrypto.utf8("resumé".slice(0, 5)) },
    ];
    const length = contentsLength(sections);
    const { handle } = unwrap(await handlers["handOvers.create"]({ words, suggestedName: "x", length }));
    for (const bytes of contentsPieces(sections, handOverPieceBytes))
      unwrap(await handlers["handOvers.write"]({ handle, bytes }));
    unwrap(await handlers["handOvers.finish"]({ handle }));
    expect(await read()).toEqual(refused("contentsInvalid"));
  });
});

describe("the words of a hand-over", () => {
  it("are six of the list, and others each time", () => {
    const some = Array.from({ length: 20 }, () => proposedWords(nodeCrypto));
    expect(new Set(some).size).toBe(20);
    for (const one of some) expect(readWords(one)).toEqual({ ok: true, value: one });
  });

  it("may be typed in capitals and with commas, and a word that is none is named", () => {
    expect(readWords(" Abandon, ABILITY able\nabout above  absent.")).toEqual({ ok: true, value: words });
    expect(readWords("abandon ability able abuot above absent")).toEqual({
      ok: false,
      error: { type: "unknownWord", word: "abuot" },
    });
    for (const few of ["", "abandon ability able about above", `${words} zoo`])
      expect(readWords(few)).toEqual({ ok: false, error: { type: "wordsDoNotFit" } });
  });

  it("make their key by scrypt with the numbers of the format, as Python's hashlib makes it", async () => {
    const salt = Uint8Array.from({ length: 32 }, (_, index) => index);
    expect(Buffer.from(await stretchWords(words, salt)).toString("hex")).toBe(
      "7cd9720776013ef665659e7799948d016b32aefbffc845cfa771639351401f6c",
    );
  });
});
