import * as Y from "yjs";
import type { DeviceId } from "../../domain/ids";
import { type Live, liveCell } from "../../domain/live";
import type { StateDigest } from "../state-digest";
import { stateDigest } from "../state-digest";
import { areAwarenessStates } from "./awareness-check";
import { type Caret, type CaretsByDevice, newCaretBook } from "./carets";
import type { GateLimits } from "./limits";
import { defaultGateLimits } from "./limits";
import type { Message } from "./message";
import {
  encodeAskDrafts,
  encodeCaret,
  encodeDigest,
  encodeDoorNews,
  encodeDoors,
  encodeDraftCopy,
  encodeHeld,
} from "./message";
import { type FactsByDevice, newPeerFactBook, type PeerFacts } from "./peer-facts";
import type { GateReason, GateReport } from "./refusal";
import { openScratch } from "./scratch";
import type { DraftMessage, GatePort, GateSeat, Seat } from "./seat";
import { newSeat } from "./seat";
import { updateReason } from "./update-check";

/** Between every connection and the shared document. */
export interface Gate {
  readonly seat: (port: GatePort) => GateSeat;
  /** Why this laptop would not take a state that did not come over a connection, or null. Changes nothing. */
  readonly reasonAgainst: (state: Uint8Array) => GateReason | null;
  /** Takes such a state into the document, by the same checks as one of a peer; otherwise says why not. */
  readonly admit: (state: Uint8Array) => GateReason | null;
  /** Whose message is being taken in right now: whatever changes meanwhile came over that laptop's connection. */
  readonly speaker: () => DeviceId | null;
  /**
   * Whose change that is: the speaker's, or that of the laptop it was passed on from, by the speaker's word. Null while a laptop
   * gives what this one had missed, which is from anybody.
   */
  readonly author: () => DeviceId | null;
  /** Holds damage against the connection whose message is being taken in: the third time it is muted. */
  readonly strike: () => void;
  /** Tells every connection this document's state; laptops that are in another state ask for what they lack. */
  readonly compareNotes: () => void;
  /** What this laptop says of itself: told to everybody now and to whoever comes. */
  readonly say: (facts: Partial<PeerFacts>) => void;
  /** What the others say of themselves. */
  readonly facts: Live<FactsByDevice>;
  /**
   * Laptops here of whose document nothing can be taken: their state was refused for what is in it, or they are no longer
   * listened to. Asked again they would send the same.
   */
  readonly untakeable: Live<ReadonlySet<DeviceId>>;
  readonly drafts: DraftLine;
  /** Where the others' cursors stand in shared notes; who left has none. */
  readonly carets: Live<CaretsByDevice>;
  /** Tells everybody here, and whoever comes, where this laptop's cursor stands; null is nowhere. */
  readonly sayCaret: (caret: Caret | null) => void;
  readonly close: () => void;
}

/** The way of cards in progress beside the document. */
export interface DraftLine {
  /** Sends to one laptop; false where no connection to it has shown that it is there. */
  readonly send: (to: DeviceId, message: DraftMessage) => boolean;
  /** Calls the listener for whatever others send. Returns the undo. */
  readonly onMessage: (listener: (from: DeviceId, message: DraftMessage) => void) => () => void;
}

/** Marks transactions that brought in what was carried here and came over no connection. */
const fromElsewhere = Symbol("from elsewhere");

export interface GateOptions {
  readonly doc: Y.Doc;
  /** This laptop: a change that is passed on to it as its own is nobody's, and goes on as nobody's. */
  readonly ownDevice?: DeviceId;
  readonly limits?: Partial<GateLimits>;
  readonly onRefused?: (report: GateReport) => void;
}

/** The digest of a document, computed again only after a change. */
const digestOf = (doc: Y.Doc) => {
  let known: StateDigest | null = null;
  const forget = (): void => {
    known = null;
  };
  doc.on("update", forget);
  return {
    get: (): StateDigest => {
      known ??= stateDigest(doc);
      return known;
    },
    close: () => doc.off("update", forget),
  };
};

const factMessages = ({ doors, held, doorNews }: Partial<PeerFacts>): readonly Uint8Array[] => [
  ...(doors === undefined ? [] : [encodeDoors(doors)]),
  ...(held === undefined || held === null ? [] : [encodeHeld(held)]),
  ...(doorNews === undefined ? [] : [encodeDoorNews(doorNews)]),
];

/** Keeps whose state cannot be taken; a laptop is in it until it leaves or sends one that can. */
const newUntakeable = () => {
  const live = liveCell<ReadonlySet<DeviceId>>(new Set());
  const note = (deviceId: DeviceId | null, takeable: boolean): void => {
    if (deviceId === null || live.get().has(deviceId) !== takeable) return;
    const others = [...live.get()].filter((each) => each !== deviceId);
    live.set(new Set(takeable ? others : [...others, deviceId]));
  };
  return { live, note };
};

/** Opens the gate of a document. It must be opened before a provider listens to the document. */
export const openGate = ({ doc, ownDevice, limits: given, onRefused }: GateOptions): Gate => {
  const limits = { ...defaultGateLimits, ...given };
  const scratch = openScratch(doc, limits.noteUnits);
  const digest = digestOf(doc);
  const seats = new Set<Seat>();
  const draftListeners = new Set<(from: DeviceId, message: DraftMessage) => void>();
  const book = newPeerFactBook();
  const carets = newCaretBook();
  const untakeable = newUntakeable();
  let own: Partial<PeerFacts> = {};
  let caret: Caret | null = null;
  /** True while listeners hear of a change that came from a peer; the provider is one of them. */
  let remoteChange = false;
  let speaker: DeviceId | null = null;
  let author: DeviceId | null = null;
  let speaking: Seat | null = null;
  const note = (_update: Uint8Array, _origin: unknown, _doc: Y.Doc, transaction: Y.Transaction): void => {
    remoteChange = !transaction.local;
  };
  doc.on("update", note);

  const reasonAgainst = (message: Message): GateReason | null => {
    switch (message.kind) {
      case "unknown":
        return "unknownMessage";
      case "awareness":
        return areAwarenessStates(message.states) ? null : "malformed";
      case "update":
        return updateReason(message.update, limits.structs) ?? scratch.attempt(message.update, 0);
      case "state":
        return (
          updateReason(message.update, limits.structs) ?? scratch.attempt(message.update, limits.waitingBytes)
        );
      default:
        return null;
    }
  };
  const reasonAgainstState = (state: Uint8Array): GateReason | null =>
    state.length > limits.messageBytes ? "tooLarge" : reasonAgainst({ kind: "state", update: state });
  const admit = (state: Uint8Array): GateReason | null => {
    const reason = reasonAgainstState(state);
    if (reason === null) Y.applyUpdate(doc, state, fromElsewhere);
    return reason;
  };
  const seat = (port: GatePort): GateSeat => {
    const deliver = (message: Uint8Array, by: DeviceId | null): void => {
      speaker = port.deviceId();
      speaking = taken;
      // Passed on as this laptop's, colleagues would take it for what this laptop itself says it wrote.
      author = by === ownDevice ? null : by;
      try {
        port.deliver(message, author);
      } finally {
        author = null;
        speaker = null;
        speaking = null;
      }
    };
    const taken: Seat = newSeat(
      { ...port, deliver },
      {
        limits,
        reasonAgainst,
        digest: digest.get,
        changeIsRemote: () => remoteChange,
        author: () => author,
        ownFacts: () => [...factMessages(own), ...(caret === null ? [] : [encodeCaret(caret)])],
        learn: book.learn,
        onCaret: carets.learn,
        onDrafts: (from, message) => {
          for (const listener of [...draftListeners]) listener(from, message);
        },
        report: (reason) => onRefused?.({ deviceId: port.deviceId(), reason }),
        onState: (takeable) => untakeable.note(port.deviceId(), takeable),
        left: () => {
          seats.delete(taken);
          untakeable.note(port.deviceId(), true);
        },
      },
    );
    seats.add(taken);
    return taken;
  };
  return {
    seat,
    reasonAgainst: (state) => {
      const reason = reasonAgainstState(state);
      // The copy may not keep what the document does not get.
      scratch.forget();
      return reason;
    },
    admit,
    speaker: () => speaker,
    author: () => author,
    strike: () => speaking?.strike(),
    compareNotes: () => {
      const message = encodeDigest(digest.get());
      for (const taken of seats) taken.tell(message);
    },
    say: (facts) => {
      own = { ...own, ...facts };
      for (const message of factMessages(facts)) for (const taken of seats) taken.say(message);
    },
    facts: book.live,
    untakeable: untakeable.live,
    carets: carets.live,
    sayCaret: (where) => {
      caret = where;
      for (const taken of seats) taken.say(encodeCaret(where));
    },
    drafts: {
      send: (to, message) => {
        const there = [...seats].find((seat) => seat.deviceId() === to);
        there?.say(message.kind === "askDrafts" ? encodeAskDrafts() : encodeDraftCopy(message.copy));
        return there !== undefined;
      },
      onMessage: (listener) => {
        draftListeners.add(listener);
        return () => {
          draftListeners.delete(listener);
        };
      },
    },
    close: () => {
      doc.off("update", note);
      digest.close();
      scratch.close();
      seats.clear();
    },
  };
};
