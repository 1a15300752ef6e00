import { z } from "zod";
import { crc32c } from "../../../domain/crc32c";
import { columnNames, type HeldColumns } from "./entry-columns";
import { type HeldIndex, heldNamesSchema } from "./search-index";

/*
 * An index on the disk, version 2: the mark, the length of the head in bytes (unsigned, little endian), the head as JSON, and the
 * columns one after the other, each beginning at a multiple of eight; the CRC-32C of all that (unsigned, little endian), and the
 * mark again at the end, which a write that was cut off lacks. Numbers of columns are little endian, as on every machine
 * Electron runs on. What it says can be made again from the kits, so a file of another version is not read but replaced.
 */
const mark = new TextEncoder().encode("PBFIND02");
/**
 * Which texts of a kit are taken in, how they are cut into words and what each counts. Raised whenever that changes: a kept
 * index of the old rules is made again.
 */
const contents = 1;
const align = 8;
const numberBytes = 4;

const headSchema = z.object({
  contents: z.literal(contents),
  about: heldNamesSchema,
  /** The newer of two files. */
  generation: z.int().nonnegative(),
  lengths: z.record(z.string(), z.int().nonnegative()),
});

type Numbers = Uint8Array | Uint32Array | Float64Array;

/** How the numbers of a column lie; all others take four bytes each. */
const kindOf = (name: string) => {
  if (name === "textAt") return Float64Array;
  return name === "kinds" ? Uint8Array : Uint32Array;
};

const allNames = [...columnNames, "starts", "packed"] as const;

const padded = (bytes: number): number => Math.ceil(bytes / align) * align;

const asBytes = (column: Numbers): Uint8Array =>
  new Uint8Array(column.buffer, column.byteOffset, column.byteLength);

const asNumber = (value: number): Uint8Array => {
  const bytes = new Uint8Array(numberBytes);
  new DataView(bytes.buffer).setUint32(0, value, true);
  return bytes;
};

const numberAt = (bytes: Uint8Array, at: number): number =>
  new DataView(bytes.buffer, bytes.byteOffset).getUint32(at, true);

/** The parts of the file, to be written one after the other. */
export const indexToBytes = (held: HeldIndex, generation: number): readonly Uint8Array[] => {
  const columns: Readonly<Record<string, Numbers>> = {
    ...held.columns,
    starts: held.starts,
    packed: held.packed,
  };
  const lengths = Object.fromEntries(allNames.map((name) => [name, columns[name]?.length ?? 0]));
  const head = new TextEncoder().encode(JSON.stringify({ contents, about: held.about, generation, lengths }));
  const size = asNumber(head.length);
  const beginning = mark.length + size.length + head.length;
  const parts: Uint8Array[] = [mark, size, head, new Uint8Array(padded(beginning) - beginning)];
  for (const name of allNames) {
    const bytes = asBytes(columns[name] ?? new Uint8Array(0));
    parts.push(bytes, new Uint8Array(padded(bytes.length) - bytes.length));
  }
  const sum = parts.reduce((so, part) => crc32c(part, so), 0);
  return [...parts, asNumber(sum), mark];
};

const isMark = (bytes: Uint8Array, at: number): boolean =>
  mark.every((value, index) => bytes[at + index] === value);

const parsed = (text: string): unknown => {
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    // A file that is not ours is made again.
    return null;
  }
};

interface Head extends z.infer<typeof headSchema> {
  /** Where the columns begin. */
  readonly end: number;
}

const headOf = (bytes: Uint8Array<ArrayBuffer>): Head | null => {
  const headAt = mark.length + numberBytes;
  if (bytes.length < headAt || !isMark(bytes, 0)) return null;
  const length = numberAt(bytes, mark.length);
  const text = new TextDecoder().decode(bytes.subarray(headAt, headAt + length));
  const head = headSchema.safeParse(parsed(text));
  return head.success ? { ...head.data, end: padded(headAt + length) } : null;
};

/** The index a file holds, or null where it holds none: another version, cut off, or damaged at any byte. */
export const bytesToIndex = (
  bytes: Uint8Array<ArrayBuffer>,
): { readonly held: HeldIndex; readonly generation: number } | null => {
  const head = headOf(bytes);
  if (head === null) return null;
  const columns: Record<string, Numbers> = {};
  let at = head.end;
  for (const name of allNames) {
    const length = head.lengths[name] ?? 0;
    const Kind = kindOf(name);
    const end = at + length * Kind.BYTES_PER_ELEMENT;
    if (end > bytes.length) return null;
    columns[name] = new Kind(bytes.buffer, bytes.byteOffset + at, length);
    at = padded(end);
  }
  if (!isMark(bytes, at + numberBytes) || crc32c(bytes.subarray(0, at)) !== numberAt(bytes, at)) return null;
  const { starts, packed, ...rest } = columns as unknown as HeldColumns &
    Pick<HeldIndex, "starts" | "packed">;
  return { held: { about: head.about, columns: rest, starts, packed }, generation: head.generation };
};
