import { base64UrlSchema } from "../../../src/domain/ids";
import type { LobbyTicket } from "../../../src/domain/loop/invite";
import {
  answerHello,
  type HostConversation,
  type JoinRequest,
  type LobbyRefused,
  readHello,
  readReveal,
} from "../../../src/domain/loop/lobby/host-steps";
import {
  type AnswerRefusal,
  beginJoin,
  type JoinerConversation,
  type JoinerInput,
  readAnswer,
} from "../../../src/domain/loop/lobby/joiner-steps";
import { answerSchema, type Reveal, revealSchema } from "../../../src/domain/loop/lobby/messages";
import { loopLabelSchema } from "../../../src/domain/loop/loop-label";
import { type Result, unwrap } from "../../../src/domain/result";
import type { DeviceIdentity } from "../../../src/domain/sealing/crypto-port";
import { nodeCrypto } from "./node-crypto";

export const label = loopLabelSchema.parse("K7QX");
export const joinToken = base64UrlSchema.parse("AAECAwQFBgcICQoLDA0ODw");
export const openLoop = { label, protocol: 1, joinToken };

/** What somebody with the short typed code knows. */
export const typedTicket: LobbyTicket = {
  addresses: [{ host: "127.0.0.1", port: 47111 }],
  label,
  joinToken: null,
  hostKey: null,
};

export const asksWith = (ticket: LobbyTicket): JoinerInput => ({
  ticket,
  protocol: 1,
  personName: "Ana",
  deviceLabel: "Ana's laptop",
});

/** The host's part of the handshake on a hello's text. */
export const hostAnswers = (host: DeviceIdentity, hello: string): HostConversation => {
  const read = unwrap(readHello(hello, [openLoop]));
  const conversation = answerHello(nodeCrypto, host, hello, read.hello);
  if (conversation === null) throw new Error("the hello has an unusable key");
  return conversation;
};

/** Reads a reveal as it arrives in a box. */
export const hostReads = (
  conversation: HostConversation,
  box: string,
  token: string = joinToken,
): Result<JoinRequest, LobbyRefused> => {
  const reveal: Reveal = revealSchema.parse(conversation.channel.open(box));
  return readReveal(nodeCrypto, conversation, reveal, token);
};

export interface Met {
  readonly host: HostConversation;
  readonly joiner: JoinerConversation;
  readonly request: Result<JoinRequest, LobbyRefused>;
}

/** A whole handshake between two laptops with nobody between them. */
export const meet = (
  host: DeviceIdentity,
  joiner: DeviceIdentity,
  ticket: LobbyTicket,
): Result<Met, AnswerRefusal> => {
  const input = asksWith(ticket);
  const start = beginJoin(nodeCrypto, joiner, input);
  const conversation = hostAnswers(host, start.hello);
  const answer = answerSchema.parse(JSON.parse(conversation.answer));
  const read = readAnswer(nodeCrypto, joiner, start, ticket, answer);
  if (!read.ok) return read;
  const request = hostReads(conversation, read.value.channel.seal(read.value.reveal));
  return { ok: true, value: { host: conversation, joiner: read.value, request } };
};
