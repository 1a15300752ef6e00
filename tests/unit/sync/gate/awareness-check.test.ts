import * as encoding from "lib0/encoding";
import { describe, expect, it } from "vitest";
import { areAwarenessStates } from "../../../../src/sync/gate/awareness-check";
import { aDevice } from "../../../support/sync/keys";

/** Awareness states as y-protocols writes them: client, clock and JSON of each. */
const states = (...texts: string[]): Uint8Array => {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, texts.length);
  for (const [client, text] of texts.entries()) {
    encoding.writeVarUint(encoder, client);
    encoding.writeVarUint(encoder, 1);
    encoding.writeVarString(encoder, text);
  }
  return encoding.toUint8Array(encoder);
};
const present = JSON.stringify({ deviceId: aDevice(1) });

describe("what laptops say of themselves", () => {
  it("may be a device id, nothing yet, or that they left", () => {
    expect(areAwarenessStates(states(present, "{}", "null"))).toBe(true);
    expect(areAwarenessStates(states())).toBe(true);
  });

  it.each([
    ["anything beside the device id", JSON.stringify({ deviceId: aDevice(1), rating: 5 })],
    ["a device id that is none", JSON.stringify({ deviceId: "<script>" })],
    ["a text without end", JSON.stringify({ deviceId: "a".repeat(10_000) })],
    ["no JSON", "{"],
    ["a bare value", "7"],
  ])("may not be %s", (_, text) => {
    expect(areAwarenessStates(states(present, text))).toBe(false);
  });

  it("may not be of more laptops than any panel has", () => {
    expect(areAwarenessStates(states(...Array(64).fill("null")))).toBe(true);
    expect(areAwarenessStates(states(...Array(65).fill("null")))).toBe(false);
  });

  it("may not be cut off or too long", () => {
    const whole = states(present);
    for (let length = 0; length < whole.length; length += 1) {
      expect(areAwarenessStates(whole.slice(0, length)), `${length} bytes`).toBe(false);
    }
    expect(areAwarenessStates(Uint8Array.from([...whole, 0]))).toBe(false);
  });
});
