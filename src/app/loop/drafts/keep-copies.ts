import { type DeviceId, type SlotId, timestampSchema } from "../../../domain/ids";
import type { DraftCopy } from "../../../domain/sealing/draft-copy";
import type { StoredDraft } from "../../../store/repositories/draft-cell";
import type { DraftMessage } from "../../../sync/gate/seat";
import { inTurn, oneOf } from "../in-turn";
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
 * its person is missing here. Returns the undo.
 */
export const keepCopies = (parts: DraftParts): (() => Promise<void>) => {
  const { loopId, store, vault, sync, view } = parts;
  const own = vault.device.deviceId;
  const turns = inTurn();
  const isTime = onceInAWhile(parts);
  const asked = new Set<DeviceId>();
  /** What came back in this window, by slot. */
  const taken = new Map<SlotId, { readonly number: number; readonly text: string }>();

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
  /** Nothing is here, or what an older copy gave back and nobody has touched since. */
  const mayReplace = (stored: StoredDraft | null, { slotId, number }: DraftCopy["header"]): boolean => {
    const before = taken.get(slotId);
    if (stored === null) return before === undefined;
    return before !== undefined && before.number < number && before.text === JSON.stringify(stored.card);
  };
  const takeBack = async (copy: DraftCopy): Promise<void> => {
    const { slotId, personId, number } = copy.header;
    const stored = await store.drafts.stored({ loopId, slotId, personId });
    if (!stored.ok || !mayReplace(stored.value, copy.header)) return;
    const card = await vault.drafts.open(copy);
    const saved = card.ok ? await store.drafts.save(card.value) : card;
    if (!card.ok || !saved.ok) return;
    if (!taken.has(slotId)) tell();
    taken.set(slotId, { number, text: JSON.stringify(card.value) });
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

  const lacksCards = async (): Promise<boolean> => {
    const { me, cards } = view.get();
    for (const { slotId, personId, sealed } of cards) {
      if (me === null || personId !== me.personId || sealed.length > 0) continue;
      const stored = await store.drafts.stored({ loopId, slotId, personId });
      if (stored.ok && stored.value === null) return true;
    }
    return false;
  };
  const ask = async (): Promise<void> => {
    const fresh = sync.peers
      .get()
      .flatMap(({ link, deviceId }) =>
        link === "direct" && deviceId !== null && !asked.has(deviceId) ? [deviceId] : [],
      );
    if (fresh.length === 0 || view.get().me === null || !(await lacksCards())) return;
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
