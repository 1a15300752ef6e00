import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { bundlePieceBytes } from "../../../../../electron/contract/bundles";
import { type Disk, nodeDisk } from "../../../../../electron/main/files/draft-file";
import { deviceIdentityFrom } from "../../../../../electron/main/vault/device-identity";
import { deriveLoopKey } from "../../../../../electron/main/vault/loop-keys";
import { nodeCrypto } from "../../../../../electron/main/vault/node-crypto";
import { loopIdSchema } from "../../../../../src/domain/ids";
import { sealedChunkBytes } from "../../../../../src/domain/loop/bundle/seal";
import { maxContentsBytes } from "../../../../../src/domain/loop/bundle/sections";
import { unwrap } from "../../../../../src/domain/result";
import { anId } from "../../../../support/builders/ids";
import { bundleDesk, type HeldKeys, newStick, type Stick } from "../../../../support/bundle/bundle-desk";
import { aDevice, keysOf } from "../../../../support/sealing/devices";
import { seededRandom } from "../../../../support/seeded-random";
import vector from "../../../domain/loop/bundle/vectors/bundle-v1.json";

const vectorFile = join(import.meta.dirname, "../../../domain/loop/bundle/vectors/bundle-v1.pbloop");
const hex = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, "hex"));
const sha = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

const loopId = anId(loopIdSchema, "loop");
const otherLoop = anId(loopIdSchema, "other");
const keyOf = (name: string): Uint8Array => nodeCrypto.sha256(nodeCrypto.utf8(name));
const held: HeldKeys = new Map([
  [loopId, new Map([[1, keyOf("first")]])],
  [otherLoop, new Map([[1, keyOf("other")]])],
]);
const ben = aDevice("ben");

const bytesOf = (seed: number, length: number): Uint8Array => {
  const random = seededRandom(seed);
  return Uint8Array.from({ length }, () => Math.floor(random.next() * 256));
};

let stick: Stick;
beforeEach(async () => {
  stick = await newStick();
});
afterEach(() => stick.remove());

const benWrites = async (name: string, contents: Uint8Array): Promise<void> => {
  unwrap(await bundleDesk(ben, held, stick).write(name, loopId, contents));
};
const anaReads = (name: string, loops = [otherLoop, loopId], keys: HeldKeys = held) =>
  bundleDesk(aDevice("ana"), keys, stick).read(name, loops);
const refused = (type: string) => ({ ok: false, error: { type } });

describe("the format of a bundle", () => {
  const vectorLoop = loopIdSchema.parse(vector.loopId);
  const identity = deviceIdentityFrom({ signing: hex(vector.signingKey), agreement: keyOf("any") });
  const keys: HeldKeys = new Map([
    [vectorLoop, new Map([[vector.generation, deriveLoopKey(hex(vector.loopSecret), "bundleKey")]])],
  ]);

  it("reads what another program wrote from its description", async () => {
    await stick.put("made.pbloop", new Uint8Array(await readFile(vectorFile)));
    const read = unwrap(await bundleDesk(ben, keys, stick).read("made.pbloop", [vectorLoop]));
    expect(read).toMatchObject({
      loopId: vectorLoop,
      generation: 3,
      deviceId: identity.deviceId,
      length: vector.contentsLength,
    });
    expect(sha(read.contents)).toBe(vector.contentsSha256);
  });

  it("writes the same bytes as that program", async () => {
    await stick.put("made.pbloop", new Uint8Array(await readFile(vectorFile)));
    const { contents } = unwrap(await bundleDesk(ben, keys, stick).read("made.pbloop", [vectorLoop]));
    const crypto = { ...nodeCrypto, randomBytes: () => hex(vector.salt) };
    const desk = bundleDesk(identity, keys, stick, { crypto });
    unwrap(await desk.write("ours.pbloop", vectorLoop, contents));
    const ours = await stick.bytes("ours.pbloop");
    expect(Buffer.from(ours.subarray(0, 117)).toString("hex")).toBe(vector.header);
    expect(sha(ours)).toBe(vector.fileSha256);
    expect(sha(ours)).toBe(sha(await stick.bytes("made.pbloop")));
  });
});

describe("a bundle on a stick", () => {
  for (const length of [0, 1, 65_535, 65_536, 65_537, 3 * 65_536, bundlePieceBytes, bundlePieceBytes + 7])
    it(`of ${length} bytes comes out as it went in, with the laptop that signed it`, async () => {
      const contents = bytesOf(length, length);
      await benWrites("loop.pbloop", contents);
      const read = unwrap(await anaReads("loop.pbloop"));
      expect(read).toMatchObject({ name: "loop.pbloop", loopId, generation: 1, length });
      expect(read.deviceId).toBe(keysOf(ben).deviceId);
      expect(Buffer.compare(read.contents, contents)).toBe(0);
    });

  it("names no loop and no laptop's person, and shows nothing of its contents", async () => {
    const words = nodeCrypto.utf8("Noor Haddad ".repeat(20));
    await benWrites("loop.pbloop", words);
    const file = Buffer.from(await stick.bytes("loop.pbloop"));
    for (const word of ["Noor", loopId]) expect(file.includes(word)).toBe(false);
    expect(file.includes(Buffer.from(loopId, "base64url"))).toBe(false);
  });

  it("shares no header bytes and no chunk with another bundle of the same contents", async () => {
    const contents = bytesOf(1, 100);
    await benWrites("one.pbloop", contents);
    await benWrites("two.pbloop", contents);
    const [one, two] = [await stick.bytes("one.pbloop"), await stick.bytes("two.pbloop")];
    expect(Buffer.compare(one.subarray(9, 73), two.subarray(9, 73))).not.toBe(0);
    expect(Buffer.compare(one.subarray(117, 217), two.subarray(117, 217))).not.toBe(0);
  });

  it("of 6 MB is written chunk by chunk: no more than one sealed chunk goes to the disk at once", async () => {
    const sizes: number[] = [];
    const disk: Disk = {
      ...nodeDisk,
      open: async (...args) => {
        const file = await nodeDisk.open(...args);
        const write = file.writeFile.bind(file);
        file.writeFile = (data, ...rest) => {
          sizes.push((data as Uint8Array).length);
          return write(data, ...rest);
        };
        return file;
      },
    };
    const contents = bytesOf(6, 6_000_000);
    unwrap(await bundleDesk(ben, held, stick, { disk }).write("big.pbloop", loopId, contents));
    expect(Math.max(...sizes)).toBe(sealedChunkBytes);
    const read = unwrap(await anaReads("big.pbloop"));
    expect(sha(read.contents)).toBe(sha(contents));
  });
});

describe("a file that is no good bundle", () => {
  beforeEach(() => benWrites("loop.pbloop", bytesOf(2, 200_000)));
  const good = () => stick.bytes("loop.pbloop");

  it("cut off anywhere after its header is refused as truncated", async () => {
    const whole = await good();
    for (const length of [117, 118, 117 + 65_552, whole.length - 64, whole.length - 1]) {
      await stick.put("cut.pbloop", whole.subarray(0, length));
      expect(await anaReads("cut.pbloop"), `at ${length}`).toEqual(refused("truncated"));
    }
    await stick.put("cut.pbloop", whole.subarray(0, 60));
    expect(await anaReads("cut.pbloop")).toEqual(refused("truncated"));
  });

  it("with one bit changed anywhere is refused", async () => {
    const whole = await good();
    const random = seededRandom(42);
    const places = [8, 9, 45, 73, 76, 77, 108, 109, 116, 117, whole.length - 1];
    for (const place of [
      ...places,
      ...Array.from({ length: 60 }, () => Math.floor(random.next() * whole.length)),
    ]) {
      const changed = whole.slice();
      changed[place] = (changed[place] ?? 0) ^ (1 << Math.floor(random.next() * 8));
      await stick.put("bad.pbloop", changed);
      expect((await anaReads("bad.pbloop")).ok, `byte ${place}`).toBe(false);
    }
  });

  it("with two chunks swapped, or bytes at its end, is refused as damaged", async () => {
    const whole = await good();
    const swapped = whole.slice();
    swapped.set(whole.subarray(117, 117 + sealedChunkBytes), 117 + sealedChunkBytes);
    swapped.set(whole.subarray(117 + sealedChunkBytes, 117 + 2 * sealedChunkBytes), 117);
    await stick.put("swapped.pbloop", swapped);
    expect(await anaReads("swapped.pbloop")).toEqual(refused("damaged"));
    await stick.put("longer.pbloop", Buffer.concat([whole, Buffer.from("x")]));
    expect(await anaReads("longer.pbloop")).toEqual(refused("damaged"));
  });

  it("of a newer program is refused with 'update first', a picture as no bundle", async () => {
    const newer = (await good()).slice();
    newer[8] = 2;
    await stick.put("newer.pbloop", newer);
    expect(await anaReads("newer.pbloop")).toEqual(refused("updateFirst"));
    await stick.put("newest.pbloop", newer.subarray(0, 9));
    expect(await anaReads("newest.pbloop")).toEqual(refused("updateFirst"));
    for (const bytes of [Buffer.from("\x89PNG\r\n\x1a\n and so on", "latin1"), new Uint8Array(0)]) {
      await stick.put("picture.pbloop", bytes);
      expect(await anaReads("picture.pbloop")).toEqual(refused("notABundle"));
    }
    expect(await anaReads("nothing-there.pbloop")).toEqual(refused("notReadable"));
  });

  it("of more than a loop can have is refused before it is read", async () => {
    const huge = (await good()).slice();
    new DataView(huge.buffer).setBigUint64(109, BigInt(maxContentsBytes + 1));
    await stick.put("huge.pbloop", huge);
    expect(await anaReads("huge.pbloop")).toEqual({
      ok: false,
      error: { type: "tooLarge", size: maxContentsBytes + 1, limit: maxContentsBytes },
    });
  });

  it("exchanged for another while it is read is refused, and gives nothing more", async () => {
    await benWrites("other.pbloop", bytesOf(3, 2 * bundlePieceBytes));
    await benWrites("first.pbloop", bytesOf(4, 2 * bundlePieceBytes));
    const desk = bundleDesk(aDevice("ana"), held, stick);
    const { handle } = unwrap(await desk.open("first.pbloop", [loopId]));
    unwrap(await desk.bundles["bundles.read"]({ handle }));
    await stick.put("first.pbloop", await stick.bytes("other.pbloop"));
    expect(await desk.bundles["bundles.read"]({ handle })).toEqual(refused("damaged"));
  });
});

describe("who can open a bundle", () => {
  beforeEach(() => benWrites("loop.pbloop", bytesOf(2, 100)));

  it("a laptop that is not in the loop is told so", async () => {
    expect(await anaReads("loop.pbloop", [otherLoop])).toEqual(refused("notInThisLoop"));
    expect(await anaReads("loop.pbloop", [])).toEqual(refused("notInThisLoop"));
  });

  it("an older generation opens where its secret is held, and is named where it is not", async () => {
    const both: HeldKeys = new Map([
      [
        loopId,
        new Map([
          [1, keyOf("first")],
          [2, keyOf("second")],
        ]),
      ],
    ]);
    expect(unwrap(await anaReads("loop.pbloop", [loopId], both)).generation).toBe(1);
    const newOnly: HeldKeys = new Map([[loopId, new Map([[2, keyOf("second")]])]]);
    expect(await anaReads("loop.pbloop", [loopId], newOnly)).toEqual({
      ok: false,
      error: { type: "generationMissing", generation: 1 },
    });
    unwrap(await bundleDesk(ben, both, stick).write("new.pbloop", loopId, bytesOf(5, 10)));
    expect(unwrap(await anaReads("new.pbloop", [loopId], both)).generation).toBe(2);
  });

  it("somebody who knows the loop's id and not its secret makes no bundle of it", async () => {
    const guess: HeldKeys = new Map([[loopId, new Map([[1, keyOf("guess")]])]]);
    unwrap(await bundleDesk(aDevice("mallory"), guess, stick).write("forged.pbloop", loopId, bytesOf(6, 10)));
    expect(await anaReads("forged.pbloop")).toEqual(refused("doesNotOpen"));
  });
});

describe("writing a bundle", () => {
  const begin = async (desk = bundleDesk(ben, held, stick), length = 3 * bundlePieceBytes) =>
    unwrap(await desk.bundles["bundles.create"]({ loopId, suggestedName: "loop.pbloop", length })).handle;

  it("leaves nothing behind when it is dropped, or when another is begun", async () => {
    const desk = bundleDesk(ben, held, stick);
    const handle = await begin(desk);
    unwrap(await desk.bundles["bundles.write"]({ handle, bytes: bytesOf(1, bundlePieceBytes) }));
    expect(await stick.names()).toHaveLength(1);
    unwrap(await desk.bundles["bundles.drop"]({ handle }));
    expect(await stick.names()).toEqual([]);
    expect(await desk.bundles["bundles.finish"]({ handle })).toEqual(refused("gone"));
    const second = await begin(desk);
    await begin(desk);
    expect(await stick.names()).toHaveLength(1);
    expect(await desk.bundles["bundles.finish"]({ handle: second })).toEqual(refused("gone"));
  });

  it("on a full stick says so, leaves the older file and no rest", async () => {
    await benWrites("loop.pbloop", bytesOf(1, 10));
    const older = await stick.bytes("loop.pbloop");
    let room = 3;
    const full: Disk = {
      ...nodeDisk,
      open: async (...args) => {
        const file = await nodeDisk.open(...args);
        const write = file.writeFile.bind(file);
        file.writeFile = (...data) => {
          room -= 1;
          if (room < 0) throw Object.assign(new Error("ENOSPC"), { code: "ENOSPC" });
          return write(...data);
        };
        return file;
      },
    };
    const written = await bundleDesk(ben, held, stick, { disk: full }).write(
      "loop.pbloop",
      loopId,
      bytesOf(1, bundlePieceBytes),
    );
    expect(written).toEqual({ ok: false, error: { type: "diskFull", path: stick.path("loop.pbloop") } });
    expect(await stick.names()).toEqual(["loop.pbloop"]);
    expect(Buffer.compare(await stick.bytes("loop.pbloop"), older)).toBe(0);
  });

  it("of a loop whose secret this laptop does not hold is refused before anybody is asked where to", async () => {
    const desk = bundleDesk(ben, new Map(), stick);
    expect(await desk.bundles["bundles.create"]({ loopId, suggestedName: "loop.pbloop", length: 1 })).toEqual(
      refused("noLoopSecret"),
    );
    expect(await stick.names()).toEqual([]);
  });

  it("with other bytes than were announced is a bug", async () => {
    const desk = bundleDesk(ben, held, stick);
    const short = await begin(desk, 10);
    await expect(desk.bundles["bundles.finish"]({ handle: short })).rejects.toThrow("announced");
    const long = await begin(desk, 10);
    await expect(desk.bundles["bundles.write"]({ handle: long, bytes: new Uint8Array(11) })).rejects.toThrow(
      "announced",
    );
    expect(await stick.names()).toEqual([]);
  });
});
