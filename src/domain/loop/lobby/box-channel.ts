import type { CryptoPort } from "../../sealing/crypto-port";
import { jsonValue } from "../json-value";

/** Sends and receives sealed messages in order; a message lost, doubled or reordered does not open. */
export interface BoxChannel {
  readonly seal: (payload: unknown) => string;
  /** The JSON value, or undefined where the box is not the next one of the other side. */
  readonly open: (box: string) => unknown;
}

export interface ChannelSecrets {
  /** Of X25519 between the two one-time keys. */
  readonly shared: Uint8Array;
  /** The exact text of hello, which holds the joiner's one-time key. */
  readonly hello: string;
  readonly hostEphemeralKey: string;
  readonly side: "host" | "joiner";
}

const keyFor = (crypto: CryptoPort, secrets: ChannelSecrets, sender: "host" | "joiner"): Uint8Array =>
  crypto.hkdfSha256({
    secret: secrets.shared,
    salt: crypto.sha256(crypto.utf8(`${secrets.hello}\0${secrets.hostEphemeralKey}`)),
    info: crypto.utf8(`panelbook/1/lobby-box/${sender}\0`),
    length: 32,
  });

/** Every key seals one message per number, and the keys live as long as the conversation. */
const nonceOf = (count: number): Uint8Array => {
  const nonce = new Uint8Array(12);
  new DataView(nonce.buffer).setUint32(8, count);
  return nonce;
};

/**
 * The lobby's channel: AES-256-GCM under one key per direction, both from the one-time keys. Alone it hides names
 * from listeners; that no one stands between the two is shown by the signatures over the transcript, which covers
 * the one-time keys.
 */
export const boxChannel = (crypto: CryptoPort, secrets: ChannelSecrets): BoxChannel => {
  const mine = keyFor(crypto, secrets, secrets.side);
  const theirs = keyFor(crypto, secrets, secrets.side === "host" ? "joiner" : "host");
  const associated = new Uint8Array(0);
  let sent = 0;
  let received = 0;
  return {
    seal: (payload) => {
      const bytes = crypto.utf8(JSON.stringify(payload));
      const box = crypto.aesGcmSeal({ key: mine, nonce: nonceOf(sent), associated, bytes });
      sent += 1;
      return crypto.toBase64Url(box);
    },
    open: (box) => {
      const bytes = crypto.fromBase64Url(box);
      const opened = crypto.aesGcmOpen({ key: theirs, nonce: nonceOf(received), associated, bytes });
      if (opened === null) return undefined;
      received += 1;
      const text = crypto.utf8Text(opened);
      return text === null ? undefined : jsonValue(text);
    },
  };
};
