import type { RawData, WebSocket } from "ws";
import { jsonValue } from "../../../src/domain/loop/json-value";
import { newDirectory } from "./directory";
import {
  type Pass,
  type Publish,
  passPrefix,
  type SignalMessage,
  signalMessageSchema,
} from "./signal-messages";
import { type Rate, type TokenBucket, tokenBucket } from "./token-bucket";

export interface RelayLimits {
  readonly topicsPerSocket: number;
  /** Bytes of one message on /signal: an offer with many candidates has some 10 KB. */
  readonly maxSignalBytes: number;
  readonly messageRate: Rate;
  /** Pieces of frames for laptops that do not reach each other; whoever sends more is read more slowly. */
  readonly passRate: Rate;
  /** A receiver that leaves more bytes than this unread is cut. */
  readonly maxUnreadBytes: number;
  /** A socket that has no known topic after this time is closed, in milliseconds. */
  readonly idleMs: number;
}

export interface RelayStats {
  readonly sockets: number;
  /** Known topics that somebody is subscribed to. */
  readonly topics: number;
  readonly relayed: number;
  /** Pieces of frames that were handed from one laptop to another. */
  readonly passed: number;
  readonly refused: number;
}

/** Passes messages between the subscribers of known topics; see y-webrtc's signaling protocol. */
export interface SignalRelay {
  readonly accept: (socket: WebSocket) => void;
  readonly setTopics: (topics: Iterable<string>) => void;
  readonly stats: () => RelayStats;
}

interface Member {
  readonly socket: WebSocket;
  readonly topics: Set<string>;
  /** Topics it asked for that were not known. */
  readonly wishes: Set<string>;
  readonly rate: TokenBucket;
  readonly passRate: TokenBucket;
}

/** How long a socket that passes on too much is not read. */
const restMs = 50;

/** The message as it goes out, or null where its payload is nested too deep to be written down again. */
const relayText = (publication: Omit<Publish, "type">, clients: number): string | null => {
  try {
    return JSON.stringify({ type: "publish", topic: publication.topic, data: publication.data, clients });
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
};

/** What a publication may grow by on its way: the number of those who hear it. */
const addedLength = 64;

/** Close codes of RFC 6455: 1003 for a kind of data that is not taken, 1008 for a broken rule, 1012 for "connect again". */
const closing = { notText: 1003, rule: 1008, again: 1012 } as const;

/** @param report hears of errors that are bugs; the relay goes on without the connection that met one. */
export const signalRelay = (
  limits: RelayLimits,
  now: () => number,
  report: (error: unknown) => void,
): SignalRelay => {
  const members = new Set<Member>();
  const subscribers = new Map<string, Set<Member>>();
  let known = new Set<string>();
  const directory = newDirectory<Member>();
  let relayed = 0;
  let passed = 0;
  let refused = 0;

  const refuse = (member: Member, reason: string) => {
    refused += 1;
    member.socket.close(closing.rule, reason);
  };
  const send = (member: Member, text: string) => {
    if (member.socket.readyState !== member.socket.OPEN) return;
    if (member.socket.bufferedAmount > limits.maxUnreadBytes) member.socket.terminate();
    else member.socket.send(text);
  };
  const leave = (member: Member, topic: string) => {
    member.topics.delete(topic);
    member.wishes.delete(topic);
    directory.leave(member, topic);
    const others = subscribers.get(topic);
    others?.delete(member);
    if (others?.size === 0) subscribers.delete(topic);
  };
  const enter = (member: Member, topic: string) => {
    member.topics.add(topic);
    const there = subscribers.get(topic) ?? new Set<Member>();
    subscribers.set(topic, there.add(member));
  };

  const subscribe = (member: Member, topics: readonly string[]) => {
    const unknown = topics.filter((topic) => !known.has(topic));
    const all = new Set([...member.topics, ...member.wishes, ...topics]);
    if (all.size > limits.topicsPerSocket) return refuse(member, "too many topics");
    for (const topic of topics) {
      if (known.has(topic)) enter(member, topic);
      else member.wishes.add(topic);
    }
    if (unknown.length === 0) return;
    refused += unknown.length;
    send(member, JSON.stringify({ type: "unknownTopics", topics: unknown }));
  };
  const publish = (member: Member, publication: Publish) => {
    const receivers = subscribers.get(publication.topic);
    if (receivers === undefined || !receivers.has(member)) {
      refused += 1;
      return;
    }
    const text = relayText(publication, receivers.size);
    if (text === null) return refuse(member, "nested too deep");
    // 1e20 is written anew in 21 letters; whoever hears too long a text holds this server to be a changed one.
    if (text.length > limits.maxSignalBytes + addedLength) return refuse(member, "too long when passed on");
    relayed += 1;
    for (const receiver of [...receivers]) send(receiver, text);
  };
  const register = (member: Member, topic: string, name: string) => {
    if (!member.topics.has(topic)) refused += 1;
    else if (!directory.enter(member, topic, name)) send(member, JSON.stringify({ type: "taken", topic }));
  };
  const pass = (member: Member, { topic, to, data }: Pass) => {
    const from = directory.nameOf(member, topic);
    const receiver = directory.find(topic, to);
    if (from === undefined || receiver === undefined) {
      refused += 1;
      return send(member, JSON.stringify({ type: "notHere", topic, to }));
    }
    passed += 1;
    send(receiver, JSON.stringify({ type: "passed", topic, from, data }));
  };
  const obey = (member: Member, message: SignalMessage) => {
    if (message.type === "subscribe") subscribe(member, message.topics);
    else if (message.type === "unsubscribe") for (const topic of message.topics) leave(member, topic);
    else if (message.type === "publish") publish(member, message);
    else if (message.type === "pass") pass(member, message);
    else if (message.type === "here") register(member, message.topic, message.name);
    else send(member, '{"type":"pong"}');
  };
  /** The network's own backpressure: what is not read here waits at the laptop that sends it. */
  const slowDown = ({ socket, passRate }: Member) => {
    if (passRate.take()) return;
    socket.pause();
    setTimeout(() => socket.resume(), restMs);
  };
  const hear = (member: Member, data: RawData, isBinary: boolean) => {
    if (member.socket.readyState !== member.socket.OPEN) return;
    const text = isBinary ? "" : data.toString();
    if (text.startsWith(passPrefix)) slowDown(member);
    else if (!member.rate.take()) return refuse(member, "too many messages");
    if (isBinary) return member.socket.close(closing.notText);
    const message = signalMessageSchema.safeParse(jsonValue(text));
    if (message.success) obey(member, message.data);
    else refuse(member, "not a signaling message");
  };

  const accept = (socket: WebSocket) => {
    const rate = tokenBucket(limits.messageRate, now);
    const passRate = tokenBucket(limits.passRate, now);
    const member: Member = { socket, topics: new Set(), wishes: new Set(), rate, passRate };
    members.add(member);
    const idle = setInterval(() => {
      if (member.topics.size === 0) refuse(member, "no known topic");
    }, limits.idleMs);
    socket.on("message", (data, isBinary) => {
      try {
        hear(member, data, isBinary);
      } catch (error) {
        report(error);
        refused += 1;
        socket.terminate();
      }
    });
    socket.once("close", () => {
      clearInterval(idle);
      members.delete(member);
      for (const topic of [...member.topics]) leave(member, topic);
    });
  };

  const forget = (topic: string) => {
    for (const member of [...(subscribers.get(topic) ?? [])]) {
      leave(member, topic);
      member.wishes.add(topic);
    }
  };

  return {
    accept,
    setTopics: (topics) => {
      const before = known;
      known = new Set(topics);
      for (const topic of before) if (!known.has(topic)) forget(topic);
      // y-webrtc subscribes and announces itself only when it connects, so it is made to connect again.
      for (const member of [...members]) {
        if ([...member.wishes].some((topic) => known.has(topic))) member.socket.close(closing.again);
      }
    },
    stats: () => ({ sockets: members.size, topics: subscribers.size, relayed, passed, refused }),
  };
};
