import * as encoding from "lib0/encoding";

/** What y-webrtc seals for a server with a password: PBKDF2-SHA-256 with the room's name as salt, then AES-GCM. */
export const roomKey = async (password: string, room: string): Promise<CryptoKey> => {
  const text = new TextEncoder();
  const material = await crypto.subtle.importKey("raw", text.encode(password), "PBKDF2", false, [
    "deriveKey",
  ]);
  const how = { name: "PBKDF2", salt: text.encode(room), iterations: 100_000, hash: "SHA-256" };
  return crypto.subtle.deriveKey(how, material, { name: "AES-GCM", length: 256 }, false, [
    "encrypt",
    "decrypt",
  ]);
};

/** Seals whatever somebody who has the room's password says there. */
export const signalSealer = async (password: string, room: string) => {
  const key = await roomKey(password, room);
  return async (message: Parameters<typeof encoding.writeAny>[1]): Promise<string> => {
    const said = encoding.createEncoder();
    encoding.writeAny(said, message);
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const plain = new Uint8Array(encoding.toUint8Array(said));
    const sealed = await crypto.subtle.encrypt({ name: "AES-GCM", iv }, key, plain);
    const envelope = encoding.createEncoder();
    encoding.writeVarString(envelope, "AES-GCM");
    encoding.writeVarUint8Array(envelope, iv);
    encoding.writeVarUint8Array(envelope, new Uint8Array(sealed));
    return Buffer.from(encoding.toUint8Array(envelope)).toString("base64");
  };
};

/** The announcement of a laptop that is not there, sealed as one of a member is. */
export const phantoms = async (password: string, room: string) => {
  const seal = await signalSealer(password, room);
  return (from: string): Promise<string> => seal({ type: "announce", from });
};
