import { describe, expect, it } from "vitest";
import {
  decodeRelayMessage,
  encodeRelayMessage,
  type RelayMessage,
} from "../../../../../src/sync/transport/relay/relay-messages";

const base64 = (...bytes: readonly number[]): string => Buffer.from(bytes).toString("base64");

describe("what laptops say to each other through a server", () => {
  const messages: readonly RelayMessage[] = [
    { kind: "open", session: 4_294_967_295 },
    { kind: "accept", session: 1 },
    { kind: "chunk", session: 2, chunk: Uint8Array.from([9, 8, 7]) },
    { kind: "taken", session: 3, bytes: 5_000_000_000 },
    { kind: "close", session: 0 },
  ];
  it.each(messages)("comes back as it was said: $kind", (message) => {
    expect(decodeRelayMessage(encodeRelayMessage(message))).toEqual(message);
  });

  it("is written as its table says", () => {
    expect(encodeRelayMessage({ kind: "chunk", session: 258, chunk: Uint8Array.from([7]) })).toBe(
      base64(2, 0, 0, 1, 2, 7),
    );
  });

  it.each([
    ["no base64", "***"],
    ["nothing", ""],
    ["a kind that does not exist", base64(9, 0, 0, 0, 1)],
    ["half a session", base64(0, 0, 0)],
    ["more than an opening has", base64(0, 0, 0, 0, 1, 5)],
    ["half a number of bytes", base64(3, 0, 0, 0, 1, 0, 0)],
  ])("is none: %s", (_what, text) => {
    expect(decodeRelayMessage(text)).toBeNull();
  });
});
