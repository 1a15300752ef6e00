import { createDecipheriv } from "node:crypto";
import { describe, expect, it } from "vitest";
import { unwrap } from "../../../../src/domain/result";
import { associatedData, decodeFrame, encodeFrame, frameOverhead } from "../../../../src/sync/gate/frame";
import { aCipher, aDevice, aTransportKey } from "../../../support/sync/keys";

const header = { deviceId: aDevice(0xab), number: 2 ** 32 * 3 + 258 };
const sealed = new Uint8Array(40).fill(5);
const bytes = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

describe("a frame", () => {
  it("is version, device, number in six bytes, then what was sealed", () => {
    const frame = encodeFrame(header, sealed);
    expect([...frame]).toEqual([1, ...Array(32).fill(0xab), 0, 3, 0, 0, 1, 2, ...Array(40).fill(5)]);
    expect(frameOverhead).toBe(1 + 32 + 6 + 12 + 16);
  });

  it("gives back what it was made of", () => {
    const frame = unwrap(decodeFrame(encodeFrame(header, sealed)));
    expect(frame.header).toEqual(header);
    expect(frame.sealed).toEqual(sealed);
    expect(frame.associated).toEqual(associatedData(header));
  });

  it("binds its seal to a label and everything before it", () => {
    const label = [...bytes("panelbook/1/frame\0")];
    expect([...associatedData(header)]).toEqual([...label, 1, ...Array(32).fill(0xab), 0, 3, 0, 0, 1, 2]);
  });

  it("that is too short to hold a seal is none", () => {
    const shortest = encodeFrame(header, new Uint8Array(28));
    expect(decodeFrame(shortest).ok).toBe(true);
    expect(decodeFrame(shortest.subarray(0, -1))).toEqual({ ok: false, error: { type: "notAFrame" } });
    expect(decodeFrame(new Uint8Array(0))).toEqual({ ok: false, error: { type: "notAFrame" } });
  });

  it("of another version is told apart", () => {
    const newer = encodeFrame(header, sealed);
    newer[0] = 2;
    expect(decodeFrame(newer)).toEqual({ ok: false, error: { type: "newerVersion" } });
    newer[0] = 0;
    expect(decodeFrame(newer)).toEqual({ ok: false, error: { type: "notAFrame" } });
  });
});

describe("the seal of a frame", () => {
  const associated = bytes("header");
  const message = bytes("a message");

  it("is AES-256-GCM with the nonce in front and the tag behind, as another implementation reads it", async () => {
    const sealed = await (await aCipher(9)).seal(associated, message);
    const decipher = createDecipheriv("aes-256-gcm", Buffer.alloc(32, 9), sealed.subarray(0, 12));
    decipher.setAAD(associated);
    decipher.setAuthTag(sealed.subarray(-16));
    const opened = Buffer.concat([decipher.update(sealed.subarray(12, -16)), decipher.final()]);
    expect(opened.toString()).toBe("a message");
  });

  it("opens under the same key and the same header", async () => {
    const sealed = await (await aCipher(9)).seal(associated, message);
    expect(await (await aCipher(9)).open(associated, sealed)).toEqual(message);
  });

  it("does not open under another key, another header, or with any bit flipped", async () => {
    const cipher = await aCipher(9);
    const sealed = await cipher.seal(associated, message);
    expect(await (await aCipher(8)).open(associated, sealed)).toBeNull();
    expect(await cipher.open(bytes("other"), sealed)).toBeNull();
    for (let bit = 0; bit < sealed.length * 8; bit += 1) {
      const flipped = sealed.slice();
      flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(await cipher.open(associated, flipped), `bit ${bit}`).toBeNull();
    }
  });

  it("takes a fresh nonce for every message", async () => {
    const cipher = await aCipher();
    const nonces = new Set<string>();
    for (let round = 0; round < 200; round += 1) {
      nonces.add(Buffer.from(await cipher.seal(associated, message)).toString("hex", 0, 12));
    }
    expect(nonces.size).toBe(200);
  });

  it("is made with a key that cannot be read out", async () => {
    const key = await aTransportKey();
    await expect(crypto.subtle.exportKey("raw", key)).rejects.toThrow();
  });
});
