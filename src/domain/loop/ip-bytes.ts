/** Four bytes of "192.168.10.4", whose form was checked before. */
const bytesOfV4 = (host: string): readonly number[] => host.split(".").map(Number);

const v4Tail = /(\d+)\.(\d+)\.(\d+)\.(\d+)$/;

const groupsOf = (half: string): readonly number[] =>
  half === "" ? [] : half.split(":").map((group) => Number.parseInt(group, 16));

/** An address that ends like one of IPv4, written in groups throughout. */
const withoutV4Tail = (host: string): string =>
  host.replace(v4Tail, (tail) => {
    const [a = 0, b = 0, c = 0, d = 0] = bytesOfV4(tail);
    return `${(a * 256 + b).toString(16)}:${(c * 256 + d).toString(16)}`;
  });

const bytesOfV6 = (host: string): readonly number[] => {
  const [front = "", back] = withoutV4Tail(host).split("::");
  const [first, last] = [groupsOf(front), groupsOf(back ?? "")];
  const missing = back === undefined ? 0 : 8 - first.length - last.length;
  const groups = [...first, ...Array.from({ length: missing }, () => 0), ...last];
  return groups.flatMap((group) => [group >> 8, group & 255]);
};

/** The bytes of a literal address that was checked before: 4 or 16. */
export const bytesOfHost = (host: string): Uint8Array =>
  Uint8Array.from(host.includes(":") ? bytesOfV6(host) : bytesOfV4(host));

/** Eight groups, the longest row of zeros left out (RFC 5952, section 4). */
const textOfV6 = (groups: readonly number[]): string => {
  const text = groups.map((group) => group.toString(16)).join(":");
  const rows = [...text.matchAll(/(?:^|(?<=:))0(?::0)+(?=:|$)/g)];
  const [longest] = rows.toSorted((one, other) => other[0].length - one[0].length);
  if (longest === undefined) return text;
  const [front, back] = [text.slice(0, longest.index), text.slice(longest.index + longest[0].length)];
  return `${front.replace(/:$/, "")}::${back.replace(/^:/, "")}`;
};

/** The address of 4 or 16 bytes as text. */
export const hostOfBytes = (bytes: Uint8Array): string => {
  if (bytes.length === 4) return bytes.join(".");
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  return textOfV6(Array.from({ length: 8 }, (_, at) => view.getUint16(at * 2)));
};
