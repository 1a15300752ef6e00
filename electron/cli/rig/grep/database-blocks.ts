import { readVarint, unsnap } from "./snappy";

const footerBytes = 48;
/** The end of every table of LevelDB (github.com/google/leveldb, doc/table_format.md). */
const magic = Buffer.from("57fb808b247547db", "hex");
const trailerBytes = 5;
const mostBytes = 64 * 1024 * 1024;

interface Handle {
  readonly offset: number;
  readonly size: number;
}

const handleAt = (bytes: Buffer, from: number): Handle | null => {
  const offset = readVarint(bytes, from);
  const size = offset === null ? null : readVarint(bytes, offset.next);
  return offset === null || size === null ? null : { offset: offset.value, size: size.value };
};

const blockAt = (table: Buffer, { offset, size }: Handle): Buffer | null => {
  const raw = table.subarray(offset, offset + size);
  return table[offset + size] === 1 ? unsnap(raw, mostBytes) : raw;
};

/** The values of a block; its keys share their beginnings, which does not matter here. */
function* valuesOf(block: Buffer): Generator<Buffer> {
  const restarts = block.length < 4 ? 0 : block.readUInt32LE(block.length - 4);
  const end = block.length - 4 - restarts * 4;
  for (let at = 0; at < end; ) {
    const shared = readVarint(block, at);
    const own = shared === null ? null : readVarint(block, shared.next);
    const size = own === null ? null : readVarint(block, own.next);
    if (own === null || size === null) return;
    const start = size.next + own.value;
    yield block.subarray(start, start + size.value);
    at = start + size.value;
  }
}

/** What the compressed blocks of a table hold; nothing where the file is no table. */
export const tableBlocks = (table: Buffer): readonly Buffer[] => {
  if (table.length < footerBytes || !table.subarray(-magic.length).equals(magic)) return [];
  const footer = table.subarray(-footerBytes);
  const meta = readVarint(footer, 0);
  const metaSize = meta === null ? null : readVarint(footer, meta.next);
  const index = metaSize === null ? null : handleAt(footer, metaSize.next);
  const indexBlock = index === null ? null : blockAt(table, index);
  if (indexBlock === null) return [];
  return [...valuesOf(indexBlock)].flatMap((value) => {
    const handle = handleAt(value, 0);
    const block =
      handle === null || handle.offset + handle.size + trailerBytes > table.length
        ? null
        : blockAt(table, handle);
    return block === null ? [] : [block];
  });
};

const logBlockBytes = 32 * 1024;
const logHeaderBytes = 7;

/** The records of a database's log in a row, without the headers that cut them (doc/log_format.md). */
export const logRecords = (log: Buffer): Buffer => {
  const pieces: Buffer[] = [];
  for (let block = 0; block < log.length; block += logBlockBytes) {
    const end = Math.min(block + logBlockBytes, log.length);
    for (let at = block; at + logHeaderBytes <= end; ) {
      const length = log.readUInt16LE(at + 4);
      if (length === 0) break;
      pieces.push(log.subarray(at + logHeaderBytes, at + logHeaderBytes + length));
      at += logHeaderBytes + length;
    }
  }
  return Buffer.concat(pieces);
};

/** How Chromium begins a value of IndexedDB that it compressed (third_party/blink, idb_value_wrapping.cc). */
const compressedValue = Buffer.from([0xff, 0x11, 0x02]);

/** Values inside other bytes that Chromium compressed by themselves. */
export const compressedValues = (bytes: Buffer): readonly Buffer[] => {
  const found: Buffer[] = [];
  for (let at = bytes.indexOf(compressedValue); at >= 0; at = bytes.indexOf(compressedValue, at + 1)) {
    const value = unsnap(bytes.subarray(at + compressedValue.length), mostBytes);
    if (value !== null) found.push(value);
  }
  return found;
};
