import type { WebSocket } from "ws";
import type { Hash, LoopId, PersonId } from "../../../src/domain/ids";
import { jsonValue } from "../../../src/domain/loop/json-value";
import {
  admissionMessage,
  answerHello,
  type HostConversation,
  type JoinRequest,
  type OpenLoop,
  readHello,
  readReveal,
} from "../../../src/domain/loop/lobby/host-steps";
import {
  boxedSchema,
  type HostBox,
  joinerBoxSchema,
  type LobbyRefusal,
  lobbyVersion,
  type Reveal,
} from "../../../src/domain/loop/lobby/messages";
import type { KnockProof } from "../../../src/domain/loop/lobby/passed-on";
import { wrapContext } from "../../../src/domain/loop/lobby/transcript";
import { err, ok, type Result } from "../../../src/domain/result";
import type { AdmitFailure } from "../../contract/lan";
import type { LobbyLimits } from "./lobby-limits";
import type { LobbyVault } from "./lobby-vault";
import { textLine } from "./text-line";

/** A loop this laptop lets others ask for. */
export interface HostedLoop extends OpenLoop {
  readonly loopId: LoopId;
  readonly charterHash: Hash;
}

/** A connection whose request the facilitator sees. */
export interface WaitingGuest {
  readonly requestId: string;
  readonly address: string;
  readonly loop: HostedLoop;
  readonly request: JoinRequest;
  /** What was said and signed here, for whoever the request is passed on to. */
  readonly proof: KnockProof;
  readonly isAdmitting: () => boolean;
  readonly admit: (personId: PersonId) => Promise<Result<void, AdmitFailure>>;
  readonly refuse: (reason: LobbyRefusal) => void;
}

export interface GuestDesk {
  readonly vault: LobbyVault;
  readonly limits: LobbyLimits;
  readonly loops: () => readonly HostedLoop[];
  /** False where this address asks too often. */
  readonly mayAsk: (address: string) => boolean;
  /** False where nobody more can wait, whoever it is. */
  readonly mayKnock: (address: string) => boolean;
  /** The same once it is known whether the laptop holds the invite; a stranger may have to go for one that does. */
  readonly makeRoom: (address: string, invited: boolean) => boolean;
  readonly onWaiting: (guest: WaitingGuest) => void;
  readonly onChange: () => void;
  readonly onGone: (guest: WaitingGuest) => void;
  readonly report: (error: unknown) => void;
}

type Phase =
  | { readonly at: "hello" }
  | { readonly at: "reveal"; readonly loop: HostedLoop; readonly conversation: HostConversation }
  | { readonly at: "waiting"; readonly guest: WaitingGuest; readonly conversation: HostConversation }
  | {
      readonly at: "admitting";
      readonly guest: WaitingGuest;
      readonly conversation: HostConversation;
      readonly settle: (outcome: Result<void, AdmitFailure>) => void;
    }
  | { readonly at: "closed" };

/** Serves one connection to the lobby: hello, reveal, wait, admission. */
export const serveGuest = (socket: WebSocket, address: string, desk: GuestDesk): void => {
  const { vault, limits } = desk;
  const { crypto } = vault;
  let phase: Phase = { at: "hello" };
  let deadline: ReturnType<typeof setTimeout> | undefined;

  const moveTo = (next: Phase, limitMs: number) => {
    phase = next;
    clearTimeout(deadline);
    deadline = setTimeout(() => end("timedOut"), limitMs);
  };
  const sendBox = (conversation: HostConversation, message: HostBox) =>
    line.send(JSON.stringify({ type: "box", box: conversation.channel.seal(message) }));

  /** Ends the conversation once, with a reason the joiner is told, or silently where it left by itself. */
  const end = (reason: LobbyRefusal | null, outcome?: Result<void, AdmitFailure>) => {
    const was = phase;
    if (was.at === "closed") return;
    phase = { at: "closed" };
    clearTimeout(deadline);
    if (reason !== null && was.at === "hello") line.send(JSON.stringify({ type: "refused", reason }));
    if (reason !== null && was.at !== "hello") sendBox(was.conversation, { type: "refused", reason });
    line.close();
    if (was.at === "admitting")
      was.settle(outcome ?? err({ type: reason === "timedOut" ? "notConfirmed" : "left" }));
    if (was.at === "waiting" || was.at === "admitting") desk.onGone(was.guest);
  };

  const onHello = (text: string) => {
    if (!desk.mayAsk(address) || !desk.mayKnock(address)) return end("tooMany");
    const read = readHello(text, desk.loops());
    if (!read.ok) return end(read.error.type);
    const conversation = answerHello(crypto, vault.identity(), text, read.value.hello);
    if (conversation === null) return end("badMessage");
    line.send(conversation.answer);
    moveTo({ at: "reveal", loop: read.value.loop, conversation }, limits.handshakeMs);
  };

  const onReveal = (loop: HostedLoop, conversation: HostConversation, reveal: Reveal) => {
    const open = desk.loops().find(({ loopId }) => loopId === loop.loopId);
    if (open === undefined) return end("hostStopped");
    const read = readReveal(crypto, conversation, reveal, open.joinToken);
    if (!read.ok) return end(read.error.type);
    if (!desk.makeRoom(address, read.value.invited)) return end("tooMany");
    const { opening, signature } = reveal;
    const guest = waitingGuest(open, read.value, { ...conversation.said, opening, signature });
    sendBox(conversation, { type: "waiting" });
    moveTo({ at: "waiting", guest, conversation }, limits.waitingMs);
    desk.onWaiting(guest);
  };

  const waitingGuest = (loop: HostedLoop, request: JoinRequest, proof: KnockProof): WaitingGuest => ({
    requestId: crypto.toBase64Url(crypto.randomBytes(16)),
    address,
    loop,
    request,
    proof,
    isAdmitting: () => phase.at === "admitting",
    refuse: (reason) => end(reason),
    admit,
  });

  const admit = (personId: PersonId): Promise<Result<void, AdmitFailure>> => {
    const was = phase;
    if (was.at === "admitting") return Promise.resolve(err({ type: "alreadyAdmitting" }));
    if (was.at !== "waiting") return Promise.resolve(err({ type: "noSuchRequest" }));
    const { guest, conversation } = was;
    return new Promise((settle) => {
      moveTo({ at: "admitting", guest, conversation, settle }, limits.acceptMs);
      desk.onChange();
      sendAdmission(guest, conversation, personId).catch((error) => {
        desk.report(error);
        end("hostFailed");
      });
    });
  };

  const sendAdmission = async (guest: WaitingGuest, conversation: HostConversation, personId: PersonId) => {
    const { loop, request } = guest;
    const context = wrapContext(crypto, request.transcript);
    const agreeKey = crypto.fromBase64Url(request.device.agreeKey);
    const wrapped = await vault.wrapSecret(loop.loopId, agreeKey, context);
    if (!wrapped.ok) return end("hostFailed", wrapped);
    if (phase.at !== "admitting") return;
    const { loopId, charterHash } = loop;
    const { transcript } = request;
    const admission = { v: lobbyVersion, loopId, charterHash, personId, transcript, ...wrapped.value };
    sendBox(conversation, admissionMessage(crypto, vault.identity(), admission));
  };

  const onBox = (text: string, conversation: HostConversation) => {
    const boxed = boxedSchema.safeParse(jsonValue(text));
    if (!boxed.success) return end("badMessage");
    const message = joinerBoxSchema.safeParse(conversation.channel.open(boxed.data.box));
    if (!message.success) return end("badMessage");
    if (phase.at === "reveal" && message.data.type === "reveal") {
      return onReveal(phase.loop, conversation, message.data);
    }
    if (phase.at === "admitting" && message.data.type === "accepted") return end(null, ok(undefined));
    end("badMessage");
  };

  const line = textLine(socket, {
    onText: (text) => {
      if (phase.at === "hello") onHello(text);
      else if (phase.at !== "closed") onBox(text, phase.conversation);
    },
    onClose: () => end(null),
    onBug: desk.report,
  });
  moveTo({ at: "hello" }, limits.handshakeMs);
};
