import { nodeCrypto } from "../../vault/node-crypto";

/**
 * A file about a person as it lies beside the database: encrypted, only ever appended to, and readable up to wherever a
 * crash cut it. Format 1:
 *
 *     offset  bytes  what
 *     0       3      "PBF"
 *     3       1      format version, 1
 *     4       4      version of the subject's key, unsigned, big endian
 *     8       32     salt
 *     40             pieces
 *
 * The file's own key is HKDF-SHA-256 of the subject's key with the salt and "panelbook/1/file" as info, 32 bytes. A piece:
 *
 *     0       4      bytes of content n, unsigned, big endian, at most 65,536; the highest bit is set in the last piece
 *     4       n      AES-256-GCM ciphertext
 *     4+n     16     its tag
 *
 * Nonce: seven zero bytes, the piece's number from 0 (four bytes, big endian), and 1 for the last piece, else 0: so no
 * piece is moved, repeated or dropped unseen (the STREAM construction of Hoang, Reyhanitabar, Rogaway and Vizár, 2015).
 * Associated data: header and length. The last piece is always empty. A file that a crash left without it is closed by
 * adding it; nothing else is ever written behind a break, so no nonce is used twice.
 */
export const headerBytes = 40;
export const pieceBytes = 65_536;
export const tagBytes = 16;
export const lengthBytes = 4;

const magic = [0x50, 0x42, 0x46, 1] as const;
const lastBit = 0x8000_0000;
const saltBytes = 32;

/** The key that pieces of one file are sealed with, and the header they are bound to. */
export interface PieceKey {
  readonly header: Uint8Array;
  readonly key: Uint8Array;
}

const keyOf = (subjectKey: Uint8Array, salt: Uint8Array): Uint8Array =>
  nodeCrypto.hkdfSha256({ secret: subjectKey, salt, info: nodeCrypto.utf8("panelbook/1/file"), length: 32 });

/** A new file's header and key; `salt` has 32 random bytes. */
export const newPieceKey = (
  subject: { readonly keyVersion: number; readonly key: Uint8Array },
  salt: Uint8Array,
): PieceKey => {
  if (salt.length !== saltBytes) throw new Error(`a file's salt has ${saltBytes} bytes`);
  const header = new Uint8Array(headerBytes);
  header.set(magic);
  new DataView(header.buffer).setUint32(4, subject.keyVersion);
  header.set(salt, 8);
  return { header, key: keyOf(subject.key, salt) };
};

/** The key of a file with this header, or null where it is no file of ours or of a later format. */
export const pieceKeyOf = (header: Uint8Array, subjectKey: Uint8Array): PieceKey | null =>
  header.length === headerBytes && magic.every((byte, index) => header[index] === byte)
    ? { header, key: keyOf(subjectKey, header.subarray(8)) }
    : null;

const nonceOf = (index: number, last: boolean): Uint8Array => {
  const nonce = new Uint8Array(12);
  new DataView(nonce.buffer).setUint32(7, index);
  nonce[11] = last ? 1 : 0;
  return nonce;
};

const lengthField = (length: number, last: boolean): Uint8Array => {
  const field = new Uint8Array(lengthBytes);
  new DataView(field.buffer).setUint32(0, last ? length + lastBit : length);
  return field;
};

const sealed = ({ header, key }: PieceKey, index: number, bytes: Uint8Array, last: boolean): Uint8Array => {
  const length = lengthField(bytes.length, last);
  const associated = Buffer.concat([header, length]);
  return Buffer.concat([
    length,
    nodeCrypto.aesGcmSeal({ key, nonce: nonceOf(index, last), associated, bytes }),
  ]);
};

/** One piece of content; at most `pieceBytes` of it. */
export const sealPiece = (pieceKey: PieceKey, index: number, bytes: Uint8Array): Uint8Array =>
  sealed(pieceKey, index, bytes, false);

/** What stands behind all pieces of a whole file; `index` is their number. */
export const sealEnd = (pieceKey: PieceKey, index: number): Uint8Array =>
  sealed(pieceKey, index, new Uint8Array(0), true);

export interface PieceLength {
  /** Bytes of content. */
  readonly length: number;
  readonly last: boolean;
}

/** What a length field says, or null where no piece can begin so. */
export const readLength = (field: Uint8Array): PieceLength | null => {
  if (field.length !== lengthBytes) return null;
  const value = new DataView(field.buffer, field.byteOffset, lengthBytes).getUint32(0);
  const last = value >= lastBit;
  const length = last ? value - lastBit : value;
  if (last) return length === 0 ? { length, last } : null;
  return length > 0 && length <= pieceBytes ? { length, last } : null;
};

/** A piece's content, or null where it is not the one that was written at this place. `bytes`: ciphertext and tag. */
export const openPiece = (
  { header, key }: PieceKey,
  index: number,
  { length, last }: PieceLength,
  bytes: Uint8Array,
): Uint8Array | null =>
  nodeCrypto.aesGcmOpen({
    key,
    nonce: nonceOf(index, last),
    associated: Buffer.concat([header, lengthField(length, last)]),
    bytes,
  });
