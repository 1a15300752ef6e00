import type { DeviceId } from "../../domain/ids";
import type { StateDigest } from "../state-digest";
import type { Caret } from "./carets";
import type { GateLimits } from "./limits";
import type { Message } from "./message";
import {
  decodeMessage,
  decodePassedOn,
  encodeAskState,
  encodePassedOn,
  isPassedOn,
  isUpdateMessage,
} from "./message";
import type { PeerFacts } from "./peer-facts";
import type { GateReason } from "./refusal";
import { countsAgainst } from "./refusal";

/** What the gate needs of one connection. */
export interface GatePort {
  /** Hands an admitted message to the provider, which applies and answers it before it returns. */
  readonly deliver: (message: Uint8Array, author: DeviceId | null) => void;
  /** Sends a message of the gate's own. */
  readonly send: (message: Uint8Array) => void;
  readonly deviceId: () => DeviceId | null;
}

/** One connection's place at the gate. */
export interface GateSeat {
  /** The channel is open: the other side is told what it should know at once. */
  readonly opened: () => void;
  /** Checks an opened message and delivers it, or refuses it. */
  readonly receive: (message: Uint8Array) => void;
  /** Counts a refusal that happened before a message could be opened. */
  readonly refuse: (reason: GateReason) => void;
  /**
   * What goes out for a message of the provider: another laptop's change says whose it is. Null for what must not be sent: an
   * echo of what is just coming from there.
   */
  readonly outgoing: (message: Uint8Array) => Uint8Array | null;
  /** True once so much was refused that nothing more is read. */
  readonly isMuted: () => boolean;
  readonly leave: () => void;
}

/** What all seats of a gate share. */
export interface SeatContext {
  readonly limits: GateLimits;
  readonly reasonAgainst: (message: Message) => GateReason | null;
  readonly digest: () => StateDigest;
  readonly changeIsRemote: () => boolean;
  /** Whose change is being taken in, as it happens; null where that cannot be told. */
  readonly author: () => DeviceId | null;
  /** What this laptop says of itself, as messages. */
  readonly ownFacts: () => readonly Uint8Array[];
  readonly learn: (deviceId: DeviceId, facts: Partial<PeerFacts>) => void;
  /** Where the other's cursor stands now; null is nowhere. */
  readonly onCaret: (deviceId: DeviceId, caret: Caret | null) => void;
  /** Takes what concerns a card in progress; it never comes near the document. */
  readonly onDrafts: (deviceId: DeviceId, message: DraftMessage) => void;
  readonly report: (reason: GateReason) => void;
  /** Whether the other's whole state could be taken; called for each that comes, and when nothing more is read of it. */
  readonly onState: (takeable: boolean) => void;
  readonly left: () => void;
}

/** What laptops say to each other about cards in progress. */
export type DraftMessage = Extract<Message, { readonly kind: "draftCopy" | "askDrafts" }>;

/** A seat as the gate itself uses it. */
export interface Seat extends GateSeat {
  readonly deviceId: () => DeviceId | null;
  /** Sends a digest and allows the next question. */
  readonly tell: (digest: Uint8Array) => void;
  /** Counts damage that its messages did to shared text; three times are as much as all refusals together. */
  readonly strike: () => void;
  /** Sends one fact of this laptop. */
  readonly say: (fact: Uint8Array) => void;
}

/** Once may be two laptops that wrote at the same moment; three times is somebody who means it. */
const strikesToMute = 3;

export const newSeat = (port: GatePort, context: SeatContext): Seat => {
  let refusals = 0;
  let delivering = false;
  /** One question at a time: a whole state may be on its way already. */
  let asked = false;
  const isMuted = (): boolean => refusals >= context.limits.refusals;

  const reportMuted = (): void => {
    if (!isMuted()) return;
    context.report("muted");
    context.onState(false);
  };
  const refuse = (reason: GateReason): void => {
    if (isMuted()) return;
    if (countsAgainst(reason)) refusals += 1;
    context.report(reason);
    // Nothing but a state is as large.
    if (reason === "tooLarge") context.onState(false);
    reportMuted();
  };
  const strike = (): void => {
    if (isMuted()) return;
    refusals += Math.ceil(context.limits.refusals / strikesToMute);
    reportMuted();
  };
  const ask = (): void => {
    if (asked) return;
    asked = true;
    port.send(encodeAskState(context.digest().vector));
  };
  const deliver = (message: Uint8Array, author: DeviceId | null): void => {
    delivering = true;
    try {
      port.deliver(message, author);
    } finally {
      delivering = false;
    }
  };
  const learn = (facts: Partial<PeerFacts>): void => {
    const deviceId = port.deviceId();
    if (deviceId !== null) context.learn(deviceId, facts);
  };
  const hearOfDrafts = (message: DraftMessage): void => {
    const deviceId = port.deviceId();
    if (deviceId !== null) context.onDrafts(deviceId, message);
  };
  const hearOfCaret = (caret: Caret | null): void => {
    const deviceId = port.deviceId();
    if (deviceId !== null) context.onCaret(deviceId, caret);
  };
  const sayFacts = (): void => {
    for (const fact of context.ownFacts()) port.send(fact);
  };
  const admit = (bytes: Uint8Array, message: Message, author: DeviceId | null): void => {
    if (message.kind === "digest") {
      if (message.digest.mark !== context.digest().mark) ask();
      return;
    }
    if (message.kind === "doors") learn({ doors: message.doors });
    if (message.kind === "held") learn({ held: message.held });
    if (message.kind === "doorNews") learn({ doorNews: message.news });
    if (message.kind === "doors" || message.kind === "held" || message.kind === "doorNews") return;
    if (message.kind === "caret") {
      hearOfCaret(message.caret);
      return;
    }
    if (message.kind === "draftCopy" || message.kind === "askDrafts") {
      hearOfDrafts(message);
      return;
    }
    if (message.kind === "state") asked = false;
    const reason = context.reasonAgainst(message);
    if (reason === null) deliver(bytes, message.kind === "update" ? author : null);
    else refuse(reason);
    // What waits for something else may be taken once that has come.
    if (message.kind === "state") context.onState(reason === null || reason === "gap");
    // An answer with a gap is not asked for again at once: the next one would have the same gap.
    if (reason === "gap" && message.kind === "update") ask();
  };
  return {
    opened: sayFacts,
    deviceId: port.deviceId,
    say: port.send,
    receive: (bytes) => {
      if (isMuted()) return;
      if (bytes.length > context.limits.messageBytes) return refuse("tooLarge");
      const passedOn = isPassedOn(bytes) ? decodePassedOn(bytes) : null;
      const message = decodeMessage(passedOn?.update ?? bytes);
      if (message === null || (passedOn === null && isPassedOn(bytes))) refuse("malformed");
      else if (passedOn === null) admit(bytes, message, port.deviceId());
      else admit(passedOn.update, message, passedOn.author);
    },
    refuse,
    strike,
    isMuted,
    outgoing: (message) => {
      if (!context.changeIsRemote() || !isUpdateMessage(message)) return message;
      return delivering ? null : encodePassedOn({ author: context.author(), update: message });
    },
    tell: (digest) => {
      asked = false;
      port.send(digest);
      sayFacts();
    },
    leave: () => {
      hearOfCaret(null);
      context.left();
    },
  };
};
