import type * as Y from "yjs";
import type { DeviceId, Hash, LoopId } from "../domain/ids";
import type { Live } from "../domain/live";
import { liveCell } from "../domain/live";
import type { LanAddress } from "../domain/loop/lan-address";
import type { DoorNews } from "../domain/loop/lobby/passed-on";
import type { Result } from "../domain/result";
import { ok } from "../domain/result";
import { acknowledge } from "./acknowledge";
import { openCarrier, type StateCarrier } from "./bundle/carrier";
import { followCatchingUp } from "./catching-up";
import type { Caret, CaretsByDevice } from "./gate/carets";
import type { VanishedEntry } from "./gate/entry-guard";
import { guardEntries } from "./gate/entry-guard";
import type { FrameCipher } from "./gate/frame-cipher";
import { type DraftLine, openGate } from "./gate/gate";
import { defaultGateLimits, type GateLimits } from "./gate/limits";
import { linkOpener } from "./gate/link";
import type { FactsByDevice } from "./gate/peer-facts";
import type { GateReport } from "./gate/refusal";
import { guardShared, type UndoneDamage } from "./gate/shared-guard";
import { type WordsTaken, watchWords } from "./gate/watch-words";
import { followHoldings, type Holdings } from "./holdings";
import type { LoopDoc } from "./loop-doc/loop-doc";
import { openLoopDoc } from "./loop-doc/loop-doc";
import type { AttachedPersistence } from "./persistence/attach-persistence";
import { attachPersistence } from "./persistence/attach-persistence";
import type { LoopPersistence, PersistenceFailure } from "./persistence/loop-persistence";
import type { Transport, TransportPeer } from "./transport/transport";

/** A vanished entry, and whose connection took it out; null where this laptop itself lacked it. */
export interface VanishedFromRoom extends VanishedEntry {
  readonly deviceId: DeviceId | null;
}

/** Does something again and again until its undo. */
export type Every = (milliseconds: number, act: () => void) => () => void;

const everyInterval: Every = (milliseconds, act) => {
  const timer = setInterval(act, milliseconds);
  return () => clearInterval(timer);
};

/** How often laptops tell each other which state they are in, so that a lost message heals. */
const compareEveryMs = 3_000;

export interface RoomOptions {
  readonly loopId: LoopId;
  readonly deviceId: DeviceId;
  /** Fresh and empty; the room fills it from the disk and destroys it on close. */
  readonly doc: Y.Doc;
  readonly persistence: LoopPersistence;
  readonly onRefused?: (report: GateReport) => void;
  readonly onVanished?: (entry: VanishedFromRoom) => void;
  /** Damage to what everybody may write was undone. */
  readonly onDamage?: (undone: UndoneDamage) => void;
  /** Somebody took words out of a shared text. */
  readonly onTaken?: (taken: WordsTaken) => void;
  readonly limits?: Partial<GateLimits>;
  readonly every?: Every;
}

/** One loop's document on this laptop: kept on the disk, guarded, and in step with whoever is there. */
export interface Room {
  readonly loop: LoopDoc;
  /** Where the changes are, and what was damaged on the disk. */
  readonly disk: Pick<AttachedPersistence, "state" | "saved" | "damaged" | "unreadable">;
  readonly peers: Live<readonly TransportPeer[]>;
  readonly serverReached: Live<boolean>;
  /** What the others say of themselves, also those that have left. */
  readonly facts: Live<FactsByDevice>;
  /** How much of this document is durable on the others, by their own word. */
  readonly holdings: Live<Holdings>;
  /** Whose change is being taken in right now, as it happens; null otherwise. */
  readonly author: () => DeviceId | null;
  /** Where the others' cursors stand in shared notes. */
  readonly carets: Live<CaretsByDevice>;
  readonly sayCaret: (caret: Caret | null) => void;
  /** Cards in progress, to and from those that are here. */
  readonly drafts: DraftLine;
  /** True while somebody here holds something of the loop that this laptop has lacked since they met. */
  readonly behind: Live<boolean>;
  /** This laptop's disk is shown to be an older copy: `behind` lasts until it has what the others hold. */
  readonly insistOnCatchingUp: () => void;
  /** Tells everybody here, and whoever comes, where laptops can meet through this one. */
  readonly sayDoors: (doors: readonly LanAddress[]) => void;
  /** Tells them who waits at this laptop's door, and whom it turned away at theirs. */
  readonly sayDoorNews: (news: DoorNews) => void;
  /** Verified bytes of an entry this laptop keeps in its own store: put back whenever they vanish. */
  readonly keepEntry: (hash: Hash, bytes: Uint8Array) => void;
  /** The bytes under this hash are not what it says: the right ones may take their place. */
  readonly disownEntry: (hash: string) => void;
  /**
   * Meets the others over `transport`, whose frames are sealed with `cipher`, after leaving those met before.
   * A new generation of the loop's secret means a new call.
   */
  readonly join: (transport: Transport, cipher: FrameCipher) => Promise<void>;
  readonly leave: () => Promise<void>;
  /** The document on its way into a bundle, and out of one through the gate. */
  readonly carrier: StateCarrier;
  /** Tells every peer now which state this laptop is in; otherwise done every three seconds. */
  readonly compareNotes: () => void;
  /** The network changed or the machine woke up: whoever may be reached again is tried at once. */
  readonly hurry: () => void;
  /** Leaves, saves and undoes every subscription. */
  readonly close: () => Promise<void>;
}

/** A live value that shows another one, which may be changed. */
const mirror = <Value>(initial: Value) => {
  const cell = liveCell(initial);
  let undo = (): void => undefined;
  const follow = (source: Live<Value>): void => {
    undo();
    undo = source.subscribe(() => cell.set(source.get()));
    cell.set(source.get());
  };
  const rest = (): void => {
    undo();
    undo = () => undefined;
    cell.set(initial);
  };
  return { live: cell, follow, rest };
};

/** Opens a loop from the disk; fails where its log cannot be loaded. */
export const openRoom = async (options: RoomOptions): Promise<Result<Room, PersistenceFailure>> => {
  const { doc, deviceId } = options;
  const loop = openLoopDoc(doc);
  const disk = await attachPersistence(doc, options.persistence, options.loopId);
  if (!disk.ok) return disk;

  const shared = {
    ...(options.limits === undefined ? {} : { limits: options.limits }),
    ...(options.onRefused === undefined ? {} : { onRefused: options.onRefused }),
  };
  const gate = openGate({ doc, ownDevice: deviceId, ...shared });
  const guard = guardEntries(doc, (entry) => options.onVanished?.({ ...entry, deviceId: gate.speaker() }));
  const stopGuardingShared = guardShared(doc, {
    speaker: gate.speaker,
    onDamage: (undone) => {
      options.onDamage?.(undone);
      gate.strike();
    },
  });
  const stopWatchingWords = watchWords(doc, {
    speaker: gate.speaker,
    author: gate.author,
    onTaken: (taken) => options.onTaken?.(taken),
  });
  const meeting = newMeeting();
  const stopAcknowledging = acknowledge({ doc, disk: disk.value, say: (held) => gate.say({ held }) });
  const holdings = followHoldings(doc, gate.facts);
  const catchingUp = followCatchingUp({
    doc,
    peers: meeting.peers,
    facts: gate.facts,
    untakeable: gate.untakeable,
  });
  const stopComparing = (options.every ?? everyInterval)(compareEveryMs, gate.compareNotes);
  let closing: Promise<void> | null = null;
  const undoEverything = async (): Promise<void> => {
    stopComparing();
    stopAcknowledging();
    holdings.close();
    catchingUp.close();
    await meeting.leave();
    gate.close();
    guard.close();
    stopGuardingShared();
    stopWatchingWords();
    await disk.value.close();
    doc.destroy();
  };
  const close = (): Promise<void> => {
    closing ??= undoEverything();
    return closing;
  };
  return ok({
    loop,
    disk: disk.value,
    peers: meeting.peers,
    serverReached: meeting.serverReached,
    facts: gate.facts,
    holdings: holdings.live,
    author: gate.author,
    carets: gate.carets,
    sayCaret: gate.sayCaret,
    drafts: gate.drafts,
    behind: catchingUp.behind,
    insistOnCatchingUp: catchingUp.insist,
    sayDoors: (doors) => gate.say({ doors }),
    sayDoorNews: (doorNews) => gate.say({ doorNews }),
    keepEntry: guard.keep,
    disownEntry: guard.disown,
    join: (transport, cipher) =>
      meeting.join(transport, (given) =>
        given.connect({
          doc,
          deviceId,
          openLink: linkOpener({ gate, cipher, deviceId, ...shared }),
          ...(options.onRefused === undefined ? {} : { onRefused: options.onRefused }),
        }),
      ),
    leave: meeting.leave,
    carrier: openCarrier(doc, gate, { ...defaultGateLimits, ...options.limits }),
    compareNotes: gate.compareNotes,
    hurry: () => {
      gate.compareNotes();
      meeting.hurry();
    },
    close,
  });
};

/** The one transport a room is joined to, if any. */
const newMeeting = () => {
  const peers = mirror<readonly TransportPeer[]>([]);
  const serverReached = mirror(false);
  let joined: Transport | null = null;

  const leave = async (): Promise<void> => {
    const left = joined;
    joined = null;
    peers.rest();
    serverReached.rest();
    await left?.disconnect();
  };
  const join = async (transport: Transport, connect: (transport: Transport) => void): Promise<void> => {
    await leave();
    joined = transport;
    connect(transport);
    peers.follow(transport.peers);
    serverReached.follow(transport.serverReached);
  };
  return { peers: peers.live, serverReached: serverReached.live, join, leave, hurry: () => joined?.hurry() };
};
