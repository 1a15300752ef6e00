import type { LobbyTicket } from "../../../src/domain/loop/invite";
import { addressText, type LanAddress } from "../../../src/domain/loop/lan-address";
import type { JoinerInput } from "../../../src/domain/loop/lobby/joiner-steps";
import type { JoinProgress } from "../../contract/lan";
import { type AttemptEnd, attemptJoin, type JoinEnd, type JoinLimits } from "./join-attempt";
import type { LobbyVault } from "./lobby-vault";
import { addressesOfName, type LookUp } from "./look-up";

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
  /** For tests; the system is asked otherwise. */
  readonly lookUp?: LookUp;
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
const summary = (
  ends: readonly JoinEnd[],
  addresses: readonly LanAddress[],
  options: JoinOptions,
): JoinEnd => {
  const answered = ends.find((end) => end.step !== "failed" || end.problem.type !== "unreachable");
  if (answered !== undefined) return answered;
  if (!options.hasNetwork()) return { step: "failed", problem: { type: "noNetwork" } };
  return { step: "failed", problem: { type: "unreachable", addresses: addresses.map(addressText) } };
};

/** Without a network no name can be found, and that is the thing to say. */
const unknownName = (name: string, { hasNetwork }: JoinOptions): JoinEnd =>
  hasNetwork()
    ? { step: "failed", problem: { type: "nameNotFound", name } }
    : { step: "failed", problem: { type: "noNetwork" } };

/** One address to knock at, with what is known of the laptop there. */
interface Place {
  readonly address: LanAddress;
  readonly ticket: LobbyTicket;
}

/** The laptop that made the invite first, then the other members'. */
const placesOf = (ticket: LobbyTicket, addresses: readonly LanAddress[]): readonly Place[] => [
  ...addresses.map((address) => ({ address, ticket })),
  ...(ticket.others ?? []).flatMap((door) =>
    door.addresses.map((address) => ({ address, ticket: { ...ticket, hostKey: door.key, joinToken: null } })),
  ),
];

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
  const attemptAt = ({ address, ticket: at }: Place, known: readonly LanAddress[]): Promise<AttemptEnd> =>
    attemptJoin({
      address,
      known,
      input: { ...options.input, ticket: at },
      vault: options.vault,
      limits: { ...defaultJoinLimits, ...options.limits },
      signal: abort.signal,
      onWaiting: (six) => tell({ step: "waiting", words: six, compareWords, wordsConfirmed: false }),
      wordsConfirmed: words.promise,
    });
  const { ticket } = options.input;
  const run = async () => {
    tell({ step: "connecting" });
    const addresses =
      ticket.at === undefined
        ? ticket.addresses
        : await addressesOfName(
            ticket.at,
            options.limits?.connectMs ?? defaultJoinLimits.connectMs,
            options.lookUp,
          );
    if (ticket.at !== undefined && addresses.length === 0) return tell(unknownName(ticket.at.name, options));
    const places = placesOf(ticket, addresses);
    const known = places.map(({ address }) => address);
    const ends: JoinEnd[] = [];
    for (const place of places) {
      if (abort.signal.aborted) return;
      const { kind, end } = await attemptAt(place, known);
      if (kind === "final") return tell(end);
      ends.push(end);
    }
    tell(summary(ends, known, options));
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
