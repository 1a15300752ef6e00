import { addressText } from "../../../src/domain/loop/lan-address";
import type { JoinerInput } from "../../../src/domain/loop/lobby/joiner-steps";
import type { JoinProgress } from "../../contract/lan";
import { type AttemptEnd, attemptJoin, type JoinEnd, type JoinLimits } from "./join-attempt";
import type { LobbyVault } from "./lobby-vault";

export const defaultJoinLimits: JoinLimits = {
  connectMs: 4_000,
  silenceMs: 20_000,
  answerMs: 8_000,
  waitingMs: 60 * 60_000,
};

export interface JoinOptions {
  readonly input: JoinerInput;
  readonly vault: LobbyVault;
  readonly limits?: Partial<JoinLimits>;
  /** False where this laptop has no address but its own. */
  readonly hasNetwork: () => boolean;
  readonly onProgress: (progress: JoinProgress) => void;
  /** Hears of errors that are bugs. */
  readonly report: (error: unknown) => void;
}

export interface Joining {
  /** The person says that both screens show the same six words. */
  readonly confirmWords: () => void;
  /** Leaves the lobby; nothing is reported any more. */
  readonly cancel: () => void;
  /** Resolves when it is over in any way. */
  readonly done: Promise<void>;
}

/** What to tell where no address led in: the first that answered, else that none did. */
const summary = (ends: readonly JoinEnd[], options: JoinOptions): JoinEnd => {
  const answered = ends.find((end) => end.step !== "failed" || end.problem.type !== "unreachable");
  if (answered !== undefined) return answered;
  if (!options.hasNetwork()) return { step: "failed", problem: { type: "noNetwork" } };
  const addresses = options.input.ticket.addresses.map(addressText);
  return { step: "failed", problem: { type: "unreachable", addresses } };
};

const deferred = () => {
  let resolve: () => void = () => undefined;
  const promise = new Promise<void>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
};

/** Asks to be let into a loop: tries the addresses one after the other, then waits for the facilitator. */
export const joinLobby = (options: JoinOptions): Joining => {
  const abort = new AbortController();
  const words = deferred();
  const compareWords = options.input.ticket.hostKey === null;
  let waiting: Extract<JoinProgress, { step: "waiting" }> | null = null;

  const tell = (progress: JoinProgress) => {
    waiting = progress.step === "waiting" ? progress : null;
    if (!abort.signal.aborted) options.onProgress(progress);
  };
  const attemptAt = (address: (typeof options.input.ticket.addresses)[number]): Promise<AttemptEnd> =>
    attemptJoin({
      address,
      input: options.input,
      vault: options.vault,
      limits: { ...defaultJoinLimits, ...options.limits },
      signal: abort.signal,
      onWaiting: (six) => tell({ step: "waiting", words: six, compareWords, wordsConfirmed: false }),
      wordsConfirmed: words.promise,
    });
  const run = async () => {
    tell({ step: "connecting" });
    const ends: JoinEnd[] = [];
    for (const address of options.input.ticket.addresses) {
      if (abort.signal.aborted) return;
      const { kind, end } = await attemptAt(address);
      if (kind === "final") return tell(end);
      ends.push(end);
    }
    tell(summary(ends, options));
  };
  const done = run().catch((error: unknown) => {
    options.report(error);
    tell({ step: "failed", problem: { type: "bug" } });
  });
  return {
    confirmWords: () => {
      // Words that are not on the screen yet cannot have been compared.
      if (waiting === null) return;
      words.resolve();
      tell({ ...waiting, wordsConfirmed: true });
    },
    cancel: () => abort.abort(),
    done,
  };
};
