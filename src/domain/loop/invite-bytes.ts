import type { Timestamp } from "../ids";
import { concatBytes } from "../sealing/bytes";
import { bytesFromBase64Url, bytesToBase64Url } from "./base64url-bytes";
import type { Door, FullInvite } from "./invite";
import { bytesOfHost, hostOfBytes } from "./ip-bytes";
import type { LanAddress } from "./lan-address";

/*
 * What an invite of several doors is made of; with text for every part the picture of it could not be read by a camera.
 *
 * | bytes | what |
 * | --- | --- |
 * | 1 | the loop's protocol |
 * | 4 | its label in ASCII |
 * | 16 | join token |
 * | 5 | last moment in seconds since 1970, big endian; 0: none |
 * | 1 | how many doors follow, the one of the laptop that made the invite first |
 *
 * Each door: 32 bytes of its key, one byte for the number of its addresses, each of which is the number of its bytes (4 or
 * 16), the bytes, and the port (big endian). Nothing stands behind the last.
 */

const bigEndian = (value: number, length: number): Uint8Array =>
  Uint8Array.from({ length }, (_, at) => Math.floor(value / 256 ** (length - 1 - at)) % 256);

const bytesOf = (text: string): Uint8Array => {
  const bytes = bytesFromBase64Url(text);
  if (bytes === null) throw new Error("not base64url");
  return bytes;
};

const addressBytes = ({ host, port }: LanAddress): Uint8Array => {
  const bytes = bytesOfHost(host);
  return concatBytes(Uint8Array.of(bytes.length), bytes, bigEndian(port, 2));
};

const doorBytes = ({ key, addresses }: Door): Uint8Array =>
  concatBytes(bytesOf(key), Uint8Array.of(addresses.length), ...addresses.map(addressBytes));

/** Seconds since 1970, rounded up. */
export const secondsOf = (at: Timestamp): number => Math.ceil(Date.parse(at) / 1000);

export const inviteBytes = (invite: FullInvite): Uint8Array => {
  const { protocol, label, joinToken, facilitatorKey: key, addresses, expiresAt, others } = invite;
  const doors = [{ key, addresses }, ...others];
  return concatBytes(
    Uint8Array.of(protocol),
    Uint8Array.from(label, (letter) => letter.charCodeAt(0)),
    bytesOf(joinToken),
    bigEndian(expiresAt === null ? 0 : secondsOf(expiresAt), 5),
    Uint8Array.of(doors.length),
    ...doors.map(doorBytes),
  );
};

class TooShort extends Error {}

const reader = (bytes: Uint8Array) => {
  let at = 0;
  const take = (count: number): Uint8Array => {
    const taken = bytes.subarray(at, at + count);
    at += count;
    if (taken.length < count) throw new TooShort();
    return taken;
  };
  return {
    take,
    number: (count: number): number => take(count).reduce((value, byte) => value * 256 + byte, 0),
    isAtEnd: (): boolean => at === bytes.length,
  };
};
type Reader = ReturnType<typeof reader>;

const several = <Item>(count: number, one: () => Item): readonly Item[] =>
  Array.from({ length: count }, () => one());

const readAddress = ({ take, number }: Reader) => {
  const length = number(1);
  if (length !== 4 && length !== 16) throw new TooShort();
  return { host: hostOfBytes(take(length)), port: number(2) };
};

const readDoor = (from: Reader) => ({
  key: bytesToBase64Url(from.take(32)),
  addresses: several(from.number(1), () => readAddress(from)),
});

const readParts = (from: Reader) => {
  const protocol = from.number(1);
  const label = String.fromCharCode(...from.take(4));
  const joinToken = bytesToBase64Url(from.take(16));
  const seconds = from.number(5);
  const [first, ...others] = several(from.number(1), () => readDoor(from));
  if (first === undefined || !from.isAtEnd()) return null;
  const expiresAt = seconds === 0 ? null : new Date(seconds * 1000).toISOString();
  const { key: facilitatorKey, addresses } = first;
  return { protocol, label, joinToken, facilitatorKey, addresses, expiresAt, others };
};

/** What the bytes say, for a schema to judge; null where they are cut off, or something stands behind them. */
export const partsOfInvite = (bytes: Uint8Array): unknown => {
  try {
    return readParts(reader(bytes));
  } catch (error) {
    if (error instanceof TooShort) return null;
    throw error;
  }
};
