import { describe, expect, it } from "vitest";
import { isServerWord, longestWord } from "../../../../../src/sync/transport/webrtc/server-words";

describe("what a server may say", () => {
  it.each([
    '{"type":"pong"}',
    '{"type":"publish","topic":"room","data":"sealed","clients":2}',
    // Somebody else put it there: the server only passed it on, and who hears it refuses it.
    '{"type":"publish","topic":"room","data":{"not":"sealed"},"clients":2}',
    '{"type":"passed","topic":"room","from":"a","data":"AAAA"}',
    '{"type":"notHere","topic":"room","to":"a"}',
    '{"type":"unknownTopics","topics":["room"]}',
    '{"type":"taken","topic":"room"}',
    '{"type":"of a newer program","and":"more"}',
  ])("is %s", (text) => {
    expect(isServerWord(text)).toBe(true);
  });

  it.each([
    "",
    "no json {",
    "null",
    "7",
    '"pong"',
    "[]",
    "{}",
    '{"type":5}',
    '{"type":"publish"}',
    '{"type":"publish","topic":5,"data":"sealed"}',
    '{"type":"passed","topic":"room","from":"a"}',
    '{"type":"notHere","topic":"room"}',
    '{"type":"unknownTopics","topics":"room"}',
    '{"type":"taken"}',
    `{"type":"${"x".repeat(65)}"}`,
  ])("is not %s", (text) => {
    expect(isServerWord(text)).toBe(false);
  });

  it("is text, and no longer than a server passes on", () => {
    const pong = '{"type":"pong"}';
    expect(isServerWord(pong.padEnd(longestWord))).toBe(true);
    expect(isServerWord(pong.padEnd(longestWord + 1))).toBe(false);
    expect(isServerWord(new TextEncoder().encode(pong))).toBe(false);
    expect(isServerWord(undefined)).toBe(false);
  });
});
