import { jsonValue } from "../../../src/domain/loop/json-value";
import { addressText, type LanAddress, signalingUrl } from "../../../src/domain/loop/lan-address";
import {
  beginJoin,
  type JoinerConversation,
  type JoinerInput,
  readAdmission,
  readAnswer,
} from "../../../src/domain/loop/lobby/joiner-steps";
import {
  type Admission,
  type HostBox,
  type HostFrame,
  hostBoxSchema,
  hostFrameSchema,
} from "../../../src/domain/loop/lobby/messages";
import { wrapContext } from "../../../src/domain/loop/lobby/transcript";
import type { JoinFailure, JoinProgress } from "../../contract/lan";
import { type LineLimits, type LobbyLine, openLine } from "./lobby-line";
import type { LobbyVault } from "./lobby-vault";
import { wordsFor } from "./words";

export interface JoinLimits extends LineLimits {
  /** For each answer of the handshake, in milliseconds. */
  readonly answerMs: number;
  /** How long to wait for the facilitator. */
  readonly waitingMs: number;
}

export interface Attempt {
  readonly address: LanAddress;
  /** Every address of the invite. */
  readonly known: readonly LanAddress[];
  readonly input: JoinerInput;
  readonly vault: LobbyVault;
  readonly limits: JoinLimits;
  readonly signal: AbortSignal;
  readonly onWaiting: (words: readonly string[]) => void;
  /** Resolves when the person said that both screens show the same words. */
  readonly wordsConfirmed: Promise<void>;
}

export type JoinEnd = Extract<JoinProgress, { step: "admitted" | "refused" | "failed" }>;

/** `elsewhere`: this address did not lead to the loop, another one might. */
export type AttemptEnd =
  | { readonly kind: "elsewhere"; readonly end: JoinEnd }
  | { readonly kind: "final"; readonly end: JoinEnd };

const failed = (problem: JoinFailure): JoinEnd => ({ step: "failed", problem });
const elsewhere = (end: JoinEnd): AttemptEnd => ({ kind: "elsewhere", end });
const final = (end: JoinEnd): AttemptEnd => ({ kind: "final", end });

const readFrame = (text: string | null): HostFrame | null => {
  const frame = hostFrameSchema.safeParse(text === null ? undefined : jsonValue(text));
  return frame.success ? frame.data : null;
};

const nextBox = async (
  line: LobbyLine,
  conversation: JoinerConversation,
  withinMs: number,
): Promise<HostBox | null> => {
  const frame = readFrame(await line.next(withinMs));
  if (frame?.type !== "box") return null;
  const box = hostBoxSchema.safeParse(conversation.channel.open(frame.box));
  return box.success ? box.data : null;
};

/** Tries to get in at one address and waits there for the facilitator. */
export const attemptJoin = async (attempt: Attempt): Promise<AttemptEnd> => {
  const address = addressText(attempt.address);
  const opened = await openLine(attempt.address, attempt.limits, attempt.signal);
  if (!opened.ok && opened.error.type === "notPanelbook") {
    return elsewhere(failed({ type: "notPanelbook", address }));
  }
  if (!opened.ok) return elsewhere(failed({ type: "unreachable", addresses: [address] }));
  try {
    return await converse(attempt, address, opened.value);
  } finally {
    opened.value.cut();
  }
};

const converse = async (attempt: Attempt, address: string, line: LobbyLine): Promise<AttemptEnd> => {
  const { input, vault, limits } = attempt;
  const start = beginJoin(vault.crypto, vault.identity(), input);
  line.send(start.hello);
  const frame = readFrame(await line.next(limits.answerMs));
  if (frame?.type === "refused") {
    const end: JoinEnd = { step: "refused", problem: { type: frame.reason } };
    return frame.reason === "noSuchLoop" ? elsewhere(end) : final(end);
  }
  if (frame?.type !== "answer") return elsewhere(failed({ type: "badAnswer", address }));
  const read = readAnswer(vault.crypto, vault.identity(), start, input.ticket, frame);
  if (read.ok) return final(await wait(attempt, line, read.value));
  if (read.error.type === "thisLaptop") return final(failed({ type: "thisLaptop" }));
  return elsewhere(failed({ type: read.error.type, address }));
};

const wait = async (
  attempt: Attempt,
  line: LobbyLine,
  conversation: JoinerConversation,
): Promise<JoinEnd> => {
  const { limits } = attempt;
  line.send(JSON.stringify({ type: "box", box: conversation.channel.seal(conversation.reveal) }));
  const first = await nextBox(line, conversation, limits.answerMs);
  if (first?.type === "waiting") attempt.onWaiting(wordsFor(conversation.wordsDigest));
  const verdict = first?.type === "waiting" ? await nextBox(line, conversation, limits.waitingMs) : first;
  if (verdict?.type === "refused") return { step: "refused", problem: { type: verdict.reason } };
  if (verdict?.type !== "admission") return failed({ type: "hostGone" });
  const admission = readAdmission(attempt.vault.crypto, conversation, verdict);
  if (!admission.ok) return failed({ type: "badAnswer", address: addressText(attempt.address) });
  return takeSecret(attempt, line, conversation, admission.value);
};

/** Waits until the person has compared the words; what ends the wait otherwise. */
const wordsCompared = async (
  attempt: Attempt,
  line: LobbyLine,
  conversation: JoinerConversation,
): Promise<JoinEnd | null> => {
  const confirmed = attempt.wordsConfirmed.then(() => "confirmed" as const);
  const first = await Promise.race([confirmed, nextBox(line, conversation, attempt.limits.waitingMs)]);
  if (first === "confirmed") return null;
  return first?.type === "refused"
    ? { step: "refused", problem: { type: first.reason } }
    : failed({ type: "hostGone" });
};

/** Takes the loop secret once the person has compared the words where that is needed, and says so to the host. */
const takeSecret = async (
  attempt: Attempt,
  line: LobbyLine,
  conversation: JoinerConversation,
  admission: Admission,
): Promise<JoinEnd> => {
  const mustCompare = attempt.input.ticket.hostKey === null;
  const ended = mustCompare ? await wordsCompared(attempt, line, conversation) : null;
  if (ended !== null) return ended;
  if (!line.isOpen()) return failed({ type: "hostGone" });
  const { loopId, generation, charterHash, personId, wrap } = admission;
  const context = wrapContext(attempt.vault.crypto, conversation.transcript);
  const kept = await attempt.vault.acceptSecret({ loopId, generation, wrap, context });
  if (!kept.ok) return failed(kept.error);
  line.send(JSON.stringify({ type: "box", box: conversation.channel.seal({ type: "accepted" }) }));
  // The host closes the line once it has heard that; a host that forgets to must not keep this laptop waiting.
  await line.next(attempt.limits.answerMs);
  const signalingUrls = signalingUrlsOf(attempt);
  return {
    step: "admitted",
    loopId,
    generation,
    charterHash,
    personId,
    host: conversation.host,
    signalingUrls,
  };
};

/** The address that worked, then the others. */
const signalingUrlsOf = ({ address, known }: Attempt): readonly string[] => {
  const urls = [address, ...known].map(signalingUrl);
  return [...new Set(urls)];
};
