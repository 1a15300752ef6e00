import type { Card } from "../../../domain/card/card";
import { type DeviceId, type SlotId, timestampSchema } from "../../../domain/ids";
import { inTurn, oneOf } from "../../../domain/in-turn";
import type { DraftCopy } from "../../../domain/sealing/draft-copy";
import type { DraftMessage } from "../../../sync/gate/seat";
import { bytesToCopy, copyToBytes, type DraftParts, nowMs } from "./draft-parts";

/** A laptop's copies are taken, and its questions answered, at most this often. Honest laptops are slower. */
const patienceMs = 5_000;

/** For the way to a colleague and back, where what counts is when they heard. */
const spareMs = 1_000;

/** True at most once in a while per key. */
const onceInAWhile = (parts: DraftParts) => {
  const last = new Map<string, number>();
  return (key: string): boolean => {
    const now = nowMs(parts);
    const before = last.get(key);
    if (before !== undefined && now - before < patienceMs && now >= before) return false;
    last.set(key, now);
    return true;
  };
};

/**
 * The colleagues' side: keeps the newest copy of whoever's laptop sends its own, gives it back to whoever made it or to
 * another laptop of the same person, which opens it with the recovery key, and asks for copies where a card in progress of
 * its person is missing here, or came from a copy and was not touched since. Returns the undo.
 */
export const keepCopies = (parts: DraftParts): (() => Promise<void>) => {
  const { loopId, store, vault, sync, view } = parts;
  const own = vault.device.deviceId;
  const turns = inTurn();
  const isTime = onceInAWhile(parts);
  const asked = new Set<DeviceId>();
  /** What came back in this window, by slot. */
  const taken = new Map<SlotId, { readonly number: number; readonly card: Card }>();

  /** Whether the roster gives the copy's laptop to its person, and the plan has such a slot. */
  const belongs = ({ header }: DraftCopy): boolean => {
    const { devices, plan } = view.get();
    const isTheirs = devices.some(
      ({ deviceId, personId }) => deviceId === header.deviceId && personId === header.personId,
    );
    return (
      header.loopId === loopId &&
      isTheirs &&
      (plan?.slots.some(({ slotId }) => slotId === header.slotId) ?? false)
    );
  };
  /** A copy of this person's lost laptop: the roster may have dropped that one; who can open it is its author. */
  const isMyLost = (from: DeviceId, { header }: DraftCopy): boolean =>
    header.loopId === loopId &&
    header.deviceId !== own &&
    header.deviceId !== from &&
    header.personId === view.get().me?.personId &&
    (view.get().plan?.slots.some(({ slotId }) => slotId === header.slotId) ?? false);
  const keep = async (from: DeviceId, copy: DraftCopy): Promise<void> => {
    const { deviceId, slotId } = copy.header;
    if (deviceId !== from || !isTime(`${from}/${slotId}`)) return;
    // A copy that could not be kept comes again with the next change.
    if (await vault.drafts.isSigned(copy)) await store.heldDrafts.keep(copy);
  };
  /** Where nothing is here, or what an older copy gave back and nobody has touched since. */
  const takeBack = async (copy: DraftCopy): Promise<void> => {
    const { slotId, number } = copy.header;
    const before = taken.get(slotId);
    if (before !== undefined && before.number >= number) return;
    const card = await vault.drafts.open(copy);
    const isBack = card.ok ? await store.drafts.bringBack(card.value, before?.card ?? null) : card;
    if (!card.ok || !isBack.ok || !isBack.value) return;
    if (before === undefined) tell();
    taken.set(slotId, { number, card: card.value });
  };
  const tell = (): void =>
    store.restored.add({
      at: timestampSchema.parse(parts.ids.now()),
      wasLost: false,
      restored: {},
      keyless: 0,
      damaged: 0,
      journalFailed: false,
      fromColleagues: 1,
    });
  const giveBack = async (to: DeviceId): Promise<void> => {
    const held = isTime(`asked by ${to}`) ? await store.heldDrafts.ofLoop(loopId) : null;
    if (held === null || !held.ok) return;
    const personId = view.get().devices.find(({ deviceId }) => deviceId === to)?.personId;
    for (const { value } of held.value.rows)
      if (value.copy.header.deviceId === to || value.copy.header.personId === personId)
        sync.drafts.send(to, { kind: "draftCopy", copy: copyToBytes(value.copy) });
  };
  const hear = async (from: DeviceId, message: DraftMessage): Promise<void> => {
    if (message.kind === "askDrafts") return giveBack(from);
    const copy = bytesToCopy(message.copy);
    if (copy === null) return;
    if (isMyLost(from, copy)) return takeBack(copy);
    if (!belongs(copy)) return;
    if (copy.header.deviceId === own) await takeBack(copy);
    else await keep(from, copy);
  };

  /** A card is not here, or only what a copy gave back: somebody not heard yet may hold a newer one. */
  const wantsCopies = async (): Promise<boolean> => {
    const { me, cards } = view.get();
    for (const { slotId, personId, sealed } of cards) {
      if (me === null || personId !== me.personId || sealed.length > 0) continue;
      const stored = await store.drafts.stored({ loopId, slotId, personId });
      if (!stored.ok) continue;
      const untouched = taken.get(slotId)?.card ?? null;
      if (JSON.stringify(stored.value?.card ?? null) === JSON.stringify(untouched)) return true;
    }
    return false;
  };
  const ask = async (): Promise<void> => {
    const fresh = sync.peers
      .get()
      .flatMap(({ link, deviceId }) =>
        link === "direct" && deviceId !== null && !asked.has(deviceId) ? [deviceId] : [],
      );
    if (fresh.length === 0 || view.get().me === null || !(await wantsCopies())) return;
    for (const deviceId of fresh) if (sync.drafts.send(deviceId, { kind: "askDrafts" })) asked.add(deviceId);
  };
  const askOnce = oneOf(turns, ask);
  const askInTurn = (): void => void askOnce();
  let forget: (() => void) | null = null;
  const askAnew = (): void => {
    // What did not open before may open now.
    asked.clear();
    askInTurn();
  };
  const undos = [
    sync.drafts.onMessage((from, message) => void turns.run(() => hear(from, message))),
    sync.peers.subscribe(askInTurn),
    view.subscribe(askInTurn),
    parts.onRecovered(() => {
      askAnew();
      // Whoever was asked a moment ago, before the words were given, does not answer again yet.
      forget?.();
      forget = parts.after(patienceMs + spareMs, askAnew);
    }),
  ];
  return async () => {
    for (const undo of undos) undo();
    forget?.();
    await turns.idle();
  };
};
