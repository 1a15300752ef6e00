import { fromBase64, toBase64 } from "lib0/buffer";
import { z } from "zod";

/**
 * What a laptop says to another one through a server: kind (1 byte), the session's number (4 bytes, big endian), then
 *
 * | kind | rest |
 * | --- | --- |
 * | 0 open, 1 accept, 4 close | nothing |
 * | 2 chunk | a piece of a sealed frame, as on a data channel |
 * | 3 taken | how many bytes of chunks came so far (8 bytes, big endian) |
 */
export type RelayMessage =
  | { readonly kind: "open" | "accept" | "close"; readonly session: number }
  | { readonly kind: "chunk"; readonly session: number; readonly chunk: Uint8Array }
  | { readonly kind: "taken"; readonly session: number; readonly bytes: number };

const kinds = ["open", "accept", "chunk", "taken", "close"] as const;
const headBytes = 5;

const bodyOf = (message: RelayMessage): Uint8Array => {
  if (message.kind === "chunk") return message.chunk;
  if (message.kind !== "taken") return new Uint8Array(0);
  const body = new Uint8Array(8);
  new DataView(body.buffer).setBigUint64(0, BigInt(message.bytes));
  return body;
};

export const encodeRelayMessage = (message: RelayMessage): string => {
  const body = bodyOf(message);
  const bytes = new Uint8Array(headBytes + body.length);
  bytes[0] = kinds.indexOf(message.kind);
  new DataView(bytes.buffer).setUint32(1, message.session);
  bytes.set(body, headBytes);
  return toBase64(bytes);
};

const takenOf = (body: Uint8Array): number | null =>
  body.length === 8 ? Number(new DataView(body.buffer, body.byteOffset).getBigUint64(0)) : null;

const base64 = /^[A-Za-z0-9+/]*={0,2}$/;

/** The message, or null where the text is none. */
export const decodeRelayMessage = (text: string): RelayMessage | null => {
  if (text.length % 4 !== 0 || !base64.test(text)) return null;
  const bytes = fromBase64(text);
  const kind = kinds[bytes[0] ?? kinds.length];
  if (kind === undefined || bytes.length < headBytes) return null;
  const session = new DataView(bytes.buffer, bytes.byteOffset).getUint32(1);
  const body = bytes.slice(headBytes);
  if (kind === "chunk") return { kind, session, chunk: body };
  if (kind !== "taken") return body.length === 0 ? { kind, session } : null;
  const taken = takenOf(body);
  return taken === null ? null : { kind, session, bytes: taken };
};

/** What a server says of laptops that are reached through it. */
export const serverWordSchema = z.discriminatedUnion("type", [
  z.object({ type: z.literal("passed"), topic: z.string(), from: z.string(), data: z.string() }),
  z.object({ type: z.literal("notHere"), topic: z.string(), to: z.string() }),
]);
