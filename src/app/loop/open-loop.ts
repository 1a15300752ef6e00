import * as Y from "yjs";
import type { Bridge } from "../../../electron/contract/bridge";
import type { Failure, IdService } from "../../bindings/services";
import type { Hash, LoopId } from "../../domain/ids";
import { type Live, liveCell } from "../../domain/live";
import type { Refusals } from "../../domain/loop/refusals";
import type { DeviceKeys } from "../../domain/loop/roster";
import { err, ok, type Result } from "../../domain/result";
import { protocolVersion } from "../../domain/sealing/entries";
import { restoredEntries } from "../../domain/sealing/restored-entries";
import type { Store } from "../../store/open-store";
import type { StoredLoop } from "../../store/repositories/loop-repository";
import type { WordsTaken } from "../../sync/gate/watch-words";
import { openRoom as openSyncRoom, type Room as SyncRoom, type VanishedFromRoom } from "../../sync/room";
import { type Acts, createActs } from "./acts";
import { type After, afterTimeout, eachMinute } from "./after";
import { type DraftCopies, type OnFocusLost, openDraftCopies } from "./drafts/draft-copies";
import type { Listening } from "./drafts/draft-parts";
import { bringBackEnvelopes } from "./duties";
import { type EntryBook, openEntryBook } from "./entry-book";
import { keepGenerations } from "./generations";
import { keepSignalingUrls } from "./keep-admission";
import { keepRefusals, readRefusals } from "./keep-refusals";
import { keepSummary } from "./keep-summary";
import { keepWords, type WordKeeper } from "./keep-words";
import { firstOf, partOf } from "./live-part";
import { type LoopState, openLoopState } from "./loop-state";
import { savedOn, watchTrouble } from "./loop-trouble";
import type { LoopVault } from "./loop-vault";
import { watchForOlderCopy } from "./older-copy";
import { followOtherDoors } from "./other-doors";
import { keepOwnMarks } from "./own-marks";
import { type PassedKnocks, passOnKnocks } from "./pass-on-knocks";
import { createRefusalBook, type RefusalBook } from "./refusal-book";
import { keepRestoredLog } from "./restored-log";
import { createRoom, joinIfKnown, type Meet, type Room } from "./room";
import { createRoomDoor, type RoomDoor } from "./room-door";
import { whenCaughtUp } from "./when-caught-up";

export interface LoopParts {
  readonly store: Store;
  readonly vault: LoopVault;
  readonly lan: Bridge["lan"];
  readonly ids: IdService;
  /** For tests, which do not wait as long as people do. */
  readonly after?: After;
  /** When the window loses its focus, which copies what was written to colleagues' laptops. */
  readonly onFocusLost?: OnFocusLost;
  /** When this laptop was given its person's recovery key. */
  readonly onRecovered?: Listening;
  /** The way from a loop's document to the others. */
  readonly meetFor: (loopId: LoopId) => Meet;
  /** Where the others were reached last; empty where this laptop founded the loop. */
  readonly signalingUrls: (loopId: LoopId) => Promise<readonly string[]>;
}

/** Everything a loop is made of while it is open on this laptop. */
export interface OpenLoop {
  readonly sync: SyncRoom;
  readonly book: EntryBook;
  readonly state: LoopState;
  readonly door: RoomDoor;
  readonly passed: PassedKnocks;
  readonly room: Room;
  readonly acts: Acts;
  /** This laptop's public keys. */
  readonly device: DeviceKeys;
  readonly refused: Live<Refusals>;
  readonly copies: DraftCopies;
  /** What went out of shared notes and can be put back here. */
  readonly words: WordKeeper;
  /** Undoes every subscription, leaves the room and saves. */
  readonly close: () => Promise<void>;
}

interface Known {
  readonly loop: StoredLoop;
  readonly charterHash: Hash;
}

/** The loop's row, with its key borrowed. */
const find = async ({ store }: LoopParts, loopId: LoopId): Promise<Result<Known, Failure>> => {
  const stored = await store.loops.one(loopId);
  if (!stored.ok) return err({ ...stored.error });
  const loop = stored.value;
  if (loop === null || loop.charterHash === null) return err({ type: "unknownLoop" });
  const keyed = await store.openSubject(loopId);
  return keyed.ok ? ok({ loop, charterHash: loop.charterHash }) : err({ ...keyed.error });
};

/** Who hears of what: the room is there before those that do something about it. */
interface Listeners {
  readonly vanished: ((entry: VanishedFromRoom) => void)[];
  readonly taken: ((taken: WordsTaken) => void)[];
}

/** Shows what other laptops signed of entries they had to put back; returns the undo. */
const showPutBack = (state: LoopState, book: EntryBook, own: string, refusals: RefusalBook): (() => void) => {
  const look = (): void =>
    refusals.putBack(
      restoredEntries(state.ledger(), book.state.get().entries).filter(({ deviceId }) => deviceId !== own),
    );
  look();
  return state.view.subscribe(look);
};

const never: Listening = () => () => undefined;

/** Joins the parts; whoever is made later is closed earlier. */
const assemble = (
  parts: LoopParts,
  sync: SyncRoom,
  { loop, charterHash }: Known,
  refusals: RefusalBook,
  listeners: Listeners,
): OpenLoop => {
  const { store, vault, ids } = parts;
  const { loopId } = loop;
  const book = openEntryBook(sync.loop, vault, sync);
  const state = openLoopState({ loopId, store, vault, book, ids, sync, charterHash });
  const { ledger, faultOf } = state;
  const caughtUp = whenCaughtUp(sync.behind, parts.after ?? afterTimeout);
  const mayNotSign = async (): Promise<Failure | null> => {
    if (state.view.get().removed !== null) return { type: "removed" };
    return (await caughtUp()) ? null : { type: "behind" };
  };
  const stopCatchingUp = sync.behind.subscribe(state.tryAgain);
  const stopRepeating = eachMinute(parts.after ?? afterTimeout, () => {
    state.tryAgain();
    passed.lookAgain();
    // Another Wi-Fi gives other addresses, and not every system says so.
    void door.renew();
  });
  const saved = savedOn(store, sync.disk);
  const acts = createActs({ vault, book, ids, ledger, faultOf, mayNotSign, saved });
  const trouble = watchTrouble(store, sync.disk, state);
  const devices = partOf(state.view, (view) => view.devices);
  const others = followOtherDoors({ sync, devices: devices.live, ownDevice: vault.device.deviceId });
  const protocol = (): number => ledger().charter?.body.protocol ?? protocolVersion;
  const door = createRoomDoor(parts.lan, { loopId, charterHash, protocol, others: others.live });
  const meet = parts.meetFor(loopId);
  const ownDevice = vault.device.deviceId;
  const passed = passOnKnocks({ door, lan: parts.lan, sync, ownDevice, ledger, changed: state.view });
  const strayed = liveCell<Failure | null>(null);
  const room = createRoom({
    door,
    sync,
    meet,
    ownDevice,
    // A laptop that could not remember where it met the others asks for the invite again: no harm to the loop.
    remember: (urls) => void keepSignalingUrls(store, loopId, urls),
    devices: devices.live,
    elsewhere: passed.lobby,
    trouble: firstOf(trouble.live, strayed),
  });
  const generations = keepGenerations(parts, { loopId, charterHash, book, sync, state, room, strayed });
  const stopSummary = keepSummary(store, loop, state.view);
  const { after = afterTimeout, onFocusLost = never, onRecovered = never } = parts;
  const stopNoting = refusals.follow(state.view);
  const stopShowing = showPutBack(state, book, vault.device.deviceId, refusals);
  const stopKeeping = keepRefusals(store.settings, loopId, refusals, after);
  const restoredLog = keepRestoredLog({ vault, book, state, acts });
  listeners.vanished.push(restoredLog.vanished);
  const words = keepWords({ store, ids, loopId, loop: sync.loop, ownDevice, view: state.view });
  listeners.taken.push(words.taken);
  const copies = openDraftCopies(
    { loopId, store, vault, sync, view: state.view, ids, after, onRecovered },
    onFocusLost,
  );
  const stopMarking = keepOwnMarks({
    loopId,
    store,
    sync,
    ownDevice,
    view: state.view,
    onDamage: refusals.undone,
  });
  const stopRecovering = onRecovered(state.tryAgain);
  const close = async (): Promise<void> => {
    stopRecovering();
    stopNoting();
    stopShowing();
    await restoredLog.close();
    await stopKeeping();
    await stopSummary();
    await copies.close();
    await words.close();
    await stopMarking();
    stopCatchingUp();
    stopRepeating();
    await generations.close();
    await room.close();
    passed.close();
    others.close();
    devices.undo();
    trouble.undo();
    book.close();
    await state.close();
    await sync.close();
  };
  const { device } = vault;
  return {
    sync,
    book,
    state,
    door,
    passed,
    room,
    acts,
    device,
    copies,
    words,
    refused: refusals.list,
    close,
  };
};

/**
 * Opens a loop of this laptop: its document from the disk, everything derived from it, and its room. Resolves when what
 * the disk has is shown; the others are looked for meanwhile.
 */
export const openLoop = async (parts: LoopParts, loopId: LoopId): Promise<Result<OpenLoop, Failure>> => {
  const { store, vault } = parts;
  const known = await find(parts, loopId);
  if (!known.ok) return known;
  const refusals = createRefusalBook(parts.ids, await readRefusals(store.settings, loopId));
  const listeners: Listeners = { vanished: [refusals.vanished], taken: [] };
  const sync = await openSyncRoom({
    loopId,
    deviceId: vault.device.deviceId,
    doc: new Y.Doc(),
    persistence: store.loopUpdates,
    onRefused: refusals.fromGate,
    onVanished: (entry) => {
      for (const hear of listeners.vanished) hear(entry);
    },
    onTaken: (taken) => {
      for (const hear of listeners.taken) hear(taken);
    },
    onDamage: refusals.undone,
  });
  if (!sync.ok) return err({ ...sync.error });
  refusals.damagedOnDisk(sync.value.disk);
  const open = assemble(parts, sync.value, known.value, refusals, listeners);
  const broughtBack = await bringBackEnvelopes({ loopId, store, sync: sync.value });
  if (!broughtBack.ok) {
    await open.close();
    return err({ ...broughtBack.error });
  }
  await open.state.settle();
  const stopWatching = watchForOlderCopy(open.book, vault.device.deviceId, sync.value);
  const signalingUrls = await parts.signalingUrls(loopId);
  // A door that is open still is a way to meet the others, also where no other is known.
  void open.door
    .resume()
    // Whatever keeps the door from opening again, the loop's other laptops are looked for where they were.
    .catch(() => false)
    .then((isOpen) => (isOpen ? open.room.join(signalingUrls) : joinIfKnown(open.room, signalingUrls)));
  return ok({
    ...open,
    close: async () => {
      stopWatching();
      await open.close();
    },
  });
};
