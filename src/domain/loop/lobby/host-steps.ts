import { base64UrlSchema, type Hash } from "../../ids";
import { err, ok, type Result } from "../../result";
import type { CryptoPort, DeviceIdentity } from "../../sealing/crypto-port";
import { toText } from "../../sealing/signing";
import { jsonValue } from "../json-value";
import type { LoopLabel } from "../loop-label";
import type { DeviceKeys } from "../roster";
import { type BoxChannel, boxChannel } from "./box-channel";
import { keysBelongTogether, publicKeysOf, signatureHolds } from "./device-keys";
import {
  type Admission,
  anyHelloSchema,
  type Hello,
  type HostBox,
  helloSchema,
  type LobbyRefusal,
  lobbyVersion,
  openingSchema,
  type Reveal,
} from "./messages";
import type { KnockProof } from "./passed-on";
import {
  admissionBytes,
  commitmentTo,
  hostStatementBytes,
  joinerStatementBytes,
  sameText,
  tokenProof,
  transcriptOf,
  wordsDigest,
} from "./transcript";

/** A loop that laptops may ask to join here. */
export interface OpenLoop {
  readonly label: LoopLabel;
  readonly protocol: number;
  /** Of the invite that is valid now. */
  readonly joinToken: string;
}

export interface LobbyRefused {
  readonly type: LobbyRefusal;
}

const refuse = (type: LobbyRefusal) => err<LobbyRefused>({ type });

/** Reads the first message and finds the loop it asks for; a newer or older program is told which of us is behind. */
export const readHello = <Loop extends OpenLoop>(
  text: string,
  loops: readonly Loop[],
): Result<{ readonly hello: Hello; readonly loop: Loop }, LobbyRefused> => {
  const value = jsonValue(text);
  const any = anyHelloSchema.safeParse(value);
  if (!any.success) return refuse("badMessage");
  if (any.data.v !== lobbyVersion)
    return refuse(any.data.v > lobbyVersion ? "hostMustUpdate" : "updateFirst");
  const hello = helloSchema.safeParse(value);
  if (!hello.success) return refuse("badMessage");
  const loop = loops.find(({ label }) => label === hello.data.label);
  if (loop === undefined) return refuse("noSuchLoop");
  // A newer program also speaks the protocols before its own; what it no longer speaks it says itself, of the charter.
  if (hello.data.protocol < loop.protocol) return refuse("updateFirst");
  return ok({ hello: hello.data, loop });
};

/** What the host keeps between its answer and the reveal. */
export interface HostConversation {
  /** The text to send. */
  readonly answer: string;
  readonly channel: BoxChannel;
  readonly statement: Uint8Array;
  /** What the statement says in the open, for those whom the request is passed on to. */
  readonly said: Pick<KnockProof, "hello" | "ephemeralKey" | "nonce">;
  readonly commitment: Hash;
}

/**
 * Answers a hello: proves this laptop's key over it, under a fresh one-time key. The host's nonce leaves here, when
 * the joiner's is committed to and not yet known, so neither side (and nobody between them) can try nonces until
 * the six words come out as wanted. Null where the joiner's one-time key is unusable.
 */
export const answerHello = (
  crypto: CryptoPort,
  identity: DeviceIdentity,
  helloText: string,
  hello: Hello,
): HostConversation | null => {
  const ephemeral = crypto.ephemeralX25519();
  const shared = ephemeral.agree(crypto.fromBase64Url(hello.ephemeralKey));
  if (shared === null) return null;
  const ephemeralKey = crypto.toBase64Url(ephemeral.publicKey);
  const device = publicKeysOf(crypto, identity);
  const nonce = crypto.toBase64Url(crypto.randomBytes(32));
  const statement = hostStatementBytes(crypto, { hello: helloText, ephemeralKey, device, nonce });
  const signature = crypto.toBase64Url(identity.sign(statement));
  const channel = boxChannel(crypto, {
    shared,
    hello: helloText,
    hostEphemeralKey: ephemeralKey,
    side: "host",
  });
  const box = channel.seal({ type: "hostProof", device, nonce, signature });
  const answer = JSON.stringify({ type: "answer", v: lobbyVersion, ephemeralKey, box });
  const said = {
    hello: helloText,
    ephemeralKey: toText(ephemeral.publicKey, crypto),
    nonce: base64UrlSchema.parse(nonce),
  };
  return { answer, channel, statement, said, commitment: hello.commitment };
};

/** A laptop that proved its key and waits for the facilitator. */
export interface JoinRequest {
  readonly device: DeviceKeys;
  readonly deviceLabel: string;
  readonly personName: string;
  /** True where it proved that it holds the full invite; otherwise the six words have to be compared. */
  readonly invited: boolean;
  readonly transcript: Hash;
  /** What the six words are made from. */
  readonly wordsDigest: Uint8Array;
}

/** Checks commitment, keys, signature and token proof. */
export const readReveal = (
  crypto: CryptoPort,
  conversation: Pick<HostConversation, "statement" | "commitment">,
  reveal: Reveal,
  joinToken: string,
): Result<JoinRequest, LobbyRefused> => {
  const opening = openingSchema.safeParse(jsonValue(reveal.opening));
  if (!opening.success || commitmentTo(crypto, reveal.opening) !== conversation.commitment) {
    return refuse("badMessage");
  }
  const { device, deviceLabel, personName } = opening.data;
  const statement = joinerStatementBytes(crypto, conversation.statement, reveal.opening);
  if (!keysBelongTogether(crypto, device)) return refuse("badMessage");
  if (!signatureHolds(crypto, device, statement, reveal.signature)) return refuse("badMessage");
  const transcript = transcriptOf(crypto, statement);
  const invited = reveal.proof !== null;
  if (reveal.proof !== null && !sameText(reveal.proof, tokenProof(crypto, joinToken, transcript))) {
    return refuse("inviteExpired");
  }
  const digest = wordsDigest(crypto, transcript);
  return ok({ device, deviceLabel, personName, invited, transcript, wordsDigest: digest });
};

/** The signed message that lets a laptop in. */
export const admissionMessage = (
  crypto: CryptoPort,
  identity: DeviceIdentity,
  admission: Admission,
): Extract<HostBox, { type: "admission" }> => {
  const body = JSON.stringify(admission);
  const signature = toText(identity.sign(admissionBytes(crypto, body)), crypto);
  return { type: "admission", body, signature };
};
