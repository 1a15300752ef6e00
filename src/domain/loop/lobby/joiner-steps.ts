import type { Hash } from "../../ids";
import { err, ok, type Result } from "../../result";
import type { AgreementKey, CryptoPort, DeviceIdentity } from "../../sealing/crypto-port";
import { toText } from "../../sealing/signing";
import type { LobbyTicket } from "../invite";
import { jsonValue } from "../json-value";
import type { DeviceKeys } from "../roster";
import { type BoxChannel, boxChannel } from "./box-channel";
import { keysBelongTogether, publicKeysOf, signatureHolds } from "./device-keys";
import {
  type Admission,
  type Answer,
  admissionSchema,
  type HostBox,
  type HostProof,
  hostProofSchema,
  lobbyVersion,
  type Reveal,
} from "./messages";
import {
  admissionBytes,
  commitmentTo,
  hostStatementBytes,
  joinerStatementBytes,
  tokenProof,
  transcriptOf,
  wordsDigest,
} from "./transcript";

/** Who asks, and what it knows of the loop. */
export interface JoinerInput {
  readonly ticket: LobbyTicket;
  readonly protocol: number;
  readonly personName: string;
  readonly deviceLabel: string;
}

export interface JoinerStart {
  /** The text to send first. */
  readonly hello: string;
  readonly opening: string;
  readonly ephemeral: AgreementKey;
}

/** Commits to who this laptop is without saying it. Every attempt has a nonce and a one-time key of its own. */
export const beginJoin = (crypto: CryptoPort, identity: DeviceIdentity, input: JoinerInput): JoinerStart => {
  const ephemeral = crypto.ephemeralX25519();
  const opening = JSON.stringify({
    device: publicKeysOf(crypto, identity),
    deviceLabel: input.deviceLabel,
    personName: input.personName,
    nonce: crypto.toBase64Url(crypto.randomBytes(32)),
  });
  const hello = JSON.stringify({
    type: "hello",
    v: lobbyVersion,
    protocol: input.protocol,
    label: input.ticket.label,
    ephemeralKey: crypto.toBase64Url(ephemeral.publicKey),
    commitment: commitmentTo(crypto, opening),
  });
  return { hello, opening, ephemeral };
};

/** What the joiner keeps while it waits. */
export interface JoinerConversation {
  readonly channel: BoxChannel;
  readonly host: DeviceKeys;
  readonly reveal: Reveal;
  readonly transcript: Hash;
  /** What the six words are made from. */
  readonly wordsDigest: Uint8Array;
}

export type AnswerRefusal =
  /** The answer does not open or its signature does not hold. */
  | { readonly type: "badAnswer" }
  /** Another laptop answers than the one that made the invite. */
  | { readonly type: "notTheHost" }
  /** The host is this very laptop. */
  | { readonly type: "thisLaptop" };

const openProof = (channel: BoxChannel, answer: Answer): HostProof | null => {
  const proof = hostProofSchema.safeParse(channel.open(answer.box));
  return proof.success ? proof.data : null;
};

const checkHost = (device: DeviceKeys, ticket: LobbyTicket, ownId: string): AnswerRefusal | null => {
  if (ticket.hostKey !== null && device.deviceId !== ticket.hostKey) return { type: "notTheHost" };
  return device.deviceId === ownId ? { type: "thisLaptop" } : null;
};

/** Checks the host's proof, and its key where the invite names it, before anything about this person is told. */
export const readAnswer = (
  crypto: CryptoPort,
  identity: DeviceIdentity,
  start: JoinerStart,
  ticket: LobbyTicket,
  answer: Answer,
): Result<JoinerConversation, AnswerRefusal> => {
  const shared = start.ephemeral.agree(crypto.fromBase64Url(answer.ephemeralKey));
  if (shared === null) return err({ type: "badAnswer" });
  const secrets = {
    shared,
    hello: start.hello,
    hostEphemeralKey: answer.ephemeralKey,
    side: "joiner",
  } as const;
  const channel = boxChannel(crypto, secrets);
  const proof = openProof(channel, answer);
  if (proof === null || !keysBelongTogether(crypto, proof.device)) return err({ type: "badAnswer" });
  const { device, nonce } = proof;
  const spoken = { hello: start.hello, ephemeralKey: answer.ephemeralKey, device, nonce };
  const statement = hostStatementBytes(crypto, spoken);
  if (!signatureHolds(crypto, device, statement, proof.signature)) return err({ type: "badAnswer" });
  const refusal = checkHost(device, ticket, identity.deviceId);
  if (refusal !== null) return err(refusal);
  return ok({ channel, host: device, ...introduce(crypto, identity, start, ticket, statement) });
};

/** The message that opens the commitment and proves key and token over the whole conversation. */
const introduce = (
  crypto: CryptoPort,
  identity: DeviceIdentity,
  start: JoinerStart,
  ticket: LobbyTicket,
  hostStatement: Uint8Array,
): Pick<JoinerConversation, "reveal" | "transcript" | "wordsDigest"> => {
  const statement = joinerStatementBytes(crypto, hostStatement, start.opening);
  const transcript = transcriptOf(crypto, statement);
  const proof = ticket.joinToken === null ? null : tokenProof(crypto, ticket.joinToken, transcript);
  const signature = toText(identity.sign(statement), crypto);
  const reveal = { type: "reveal" as const, opening: start.opening, proof, signature };
  return { reveal, transcript, wordsDigest: wordsDigest(crypto, transcript) };
};

/** An admission counts if the host of this conversation signed it for this conversation. */
export const readAdmission = (
  crypto: CryptoPort,
  conversation: Pick<JoinerConversation, "host" | "transcript">,
  message: Extract<HostBox, { type: "admission" }>,
): Result<Admission, { readonly type: "badAdmission" }> => {
  const admission = admissionSchema.safeParse(jsonValue(message.body));
  const signed = signatureHolds(
    crypto,
    conversation.host,
    admissionBytes(crypto, message.body),
    message.signature,
  );
  if (!signed || !admission.success || admission.data.transcript !== conversation.transcript) {
    return err({ type: "badAdmission" });
  }
  return ok(admission.data);
};
