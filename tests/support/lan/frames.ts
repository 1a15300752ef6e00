/** A small seeded generator (mulberry32): one seed gives one run. */
export const seededRandom = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
};

const valid = [
  '{"type":"subscribe","topics":["room"]}',
  '{"type":"unsubscribe","topics":["room"]}',
  '{"type":"publish","topic":"room","data":"c2VhbGVk"}',
  '{"type":"publish","topic":"room","data":{"type":"announce","from":"x"}}',
  '{"type":"ping"}',
  '{"type":"hello","v":1,"protocol":1,"label":"K7QX","ephemeralKey":"A","commitment":"B"}',
  '{"type":"box","box":"AAAA"}',
];
const fragments = [
  "null",
  "[]",
  "{}",
  '"',
  "1e999",
  "-0",
  "\\u0000",
  "__proto__",
  "\ud83d\ude00",
  "}{",
  "[[[[",
  ":",
];

const pick = <Item>(random: () => number, items: readonly Item[]): Item => {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new Error("nothing to pick from");
  return item;
};
const bytesOf = (random: () => number, length: number): Buffer =>
  Buffer.from(Array.from({ length }, () => Math.floor(random() * 256)));

/** A text that is nearly a message: cut, spliced or with letters changed. */
const damagedText = (random: () => number): string => {
  const text = pick(random, valid);
  const at = Math.floor(random() * text.length);
  const change = random();
  if (change < 0.25) return text.slice(0, at);
  if (change < 0.5) return text.slice(0, at) + pick(random, fragments) + text.slice(at);
  if (change < 0.75) return text.slice(0, at) + pick(random, fragments) + text.slice(at + 3);
  return text + pick(random, valid);
};

/** A client's frame as bytes on the wire: FIN and opcode, masked length, mask, payload. */
const maskedFrame = (first: number, payload: Buffer, mask: Buffer): Buffer => {
  const length =
    payload.length < 126 ? [0x80 | payload.length] : [0xfe, payload.length >> 8, payload.length & 255];
  const masked = Buffer.from(payload.map((byte, at) => byte ^ (mask[at & 3] ?? 0)));
  return Buffer.concat([Buffer.from([first, ...length]), mask, masked]);
};

/**
 * One hostile frame: mostly well-formed frames around damaged messages, else frames with wrong opcodes, random
 * bytes, or bytes that are no frame.
 */
export const hostileFrame = (random: () => number): Buffer => {
  const kind = random();
  const mask = bytesOf(random, 4);
  if (kind < 0.5) return maskedFrame(0x81, Buffer.from(damagedText(random)), mask);
  if (kind < 0.6) return maskedFrame(0x81, Buffer.from(pick(random, valid)), mask);
  if (kind < 0.75) return maskedFrame(0x81, bytesOf(random, Math.floor(random() * 300)), mask);
  if (kind < 0.9)
    return maskedFrame(Math.floor(random() * 256), bytesOf(random, Math.floor(random() * 200)), mask);
  return bytesOf(random, 1 + Math.floor(random() * 60));
};
