import * as Y from "yjs";
import type { Bridge } from "../../../electron/contract/bridge";
import { windowText } from "../../../src/app/loop/window-text";
import { importAesKey } from "../../../src/app/services/subject-keys";
import { base64UrlSchema, type LoopId, loopIdSchema, timestampSchema } from "../../../src/domain/ids";
import { liveCell } from "../../../src/domain/live";
import { unwrap } from "../../../src/domain/result";
import type { EntryKind, SignedEntry } from "../../../src/domain/sealing/entries";
import { bytesToEntry, entryToBytes } from "../../../src/domain/sealing/wire";
import { aesGcmFrameCipher } from "../../../src/sync/gate/frame-cipher";
import { memoryPersistence } from "../../../src/sync/persistence/memory-persistence";
import { openRoom } from "../../../src/sync/room";
import { webrtcTransport } from "../../../src/sync/transport/webrtc/webrtc-transport";

/**
 * A member with a changed program: runs in a member's window, put there from outside, has the loop's secret and the member's own
 * key, and writes into the loop past everything the program would refuse.
 */

declare global {
  interface Window {
    readonly panelbook: Bridge;
  }
}

type Found = { readonly hash: string; readonly entry: SignedEntry; readonly body: Record<string, unknown> };

const readAll = (entries: Y.Map<Uint8Array>, kind: EntryKind): readonly Found[] =>
  [...entries].flatMap(([hash, bytes]) => {
    const entry = bytesToEntry(bytes, windowText);
    if (!entry.ok || entry.value.kind !== kind) return [];
    return [{ hash, entry: entry.value, body: JSON.parse(entry.value.body) }];
  });

/** Of 200 ms each. */
const mostTurns = 150;
const sleep = (milliseconds: number): Promise<void> => new Promise((done) => setTimeout(done, milliseconds));

/** The loop's document as the others have it, over a connection of its own. */
const enter = async (loopId: LoopId, servers: readonly string[]) => {
  const { vault } = window.panelbook;
  const { deviceId } = unwrap(await vault.identity());
  const doc = new Y.Doc();
  const room = unwrap(await openRoom({ loopId, deviceId, doc, persistence: memoryPersistence() }));
  const { topic, signalingPassword, transportKey } = unwrap(await vault.loopChannel({ loopId }));
  const cipher = aesGcmFrameCipher(await importAesKey(transportKey), crypto);
  const transport = webrtcTransport({ servers: liveCell(servers), room: topic, password: signalingPassword });
  await room.join(transport, cipher);
  const entries = doc.getMap<Uint8Array>("entries");
  // What there is to forge, and the roster in which this laptop stands.
  const isHere = (): boolean =>
    readAll(entries, "card").length > 0 &&
    readAll(entries, "plan").length > 0 &&
    readAll(entries, "roster").some(({ entry }) => entry.body.includes(deviceId));
  for (let turns = 0; !isHere(); turns += 1) {
    if (turns > mostTurns) throw new Error("the others do not answer");
    await sleep(200);
  }
  return { entries, deviceId, room };
};

const one = (found: readonly Found[]): Found => {
  const [first] = found;
  if (first === undefined) throw new Error("the loop has no such entry");
  return first;
};

/** The document gives entries in the order they happened to arrive in. */
const newest = (found: readonly Found[]): Found =>
  one(found.toSorted((left, right) => Number(right.body.version) - Number(left.body.version)));

/** Entries signed by this member's own key that only others may sign. */
const forgeries = (
  entries: Y.Map<Uint8Array>,
  head: Record<string, unknown>,
): readonly (readonly [EntryKind, unknown])[] => {
  const roster = newest(readAll(entries, "roster"));
  const plan = newest(readAll(entries, "plan"));
  const devices = roster.body.devices as readonly { readonly personId: string; readonly deviceId: string }[];
  const own = devices.filter(({ deviceId }) => deviceId === head.deviceId);
  const next = ({ body, hash }: Found) => ({
    ...body,
    ...head,
    version: Number(body.version) + 1,
    prev: hash,
  });
  const call = {
    ...head,
    scope: { kind: "loop" },
    rule: "early",
    reason: "I want to know.",
    planHash: plan.hash,
    cards: [],
    missing: [],
    heads: [],
    caller: own[0]?.personId,
  };
  return [
    ["roster", { ...next(roster), devices: own }],
    ["plan", next(plan)],
    ["call", call],
  ];
};

/** Signs what may not be signed and puts it into the loop under its right name. */
const plant = async (entries: Y.Map<Uint8Array>, kind: EntryKind, body: unknown): Promise<void> => {
  const { vault } = window.panelbook;
  const entry = unwrap(await vault.signEntry({ kind, body }));
  const [named] = unwrap(await vault.authenticate({ entries: [entry] }));
  if (named === undefined || !named.ok) throw new Error(`${kind}: ${JSON.stringify(named)}`);
  entries.set(named.value.hash, entryToBytes(entry, windowText));
};

/** A colleague's sealed card, changed by one letter. */
const damagedCard = (
  entries: Y.Map<Uint8Array>,
  ownDevice: string,
): Found & { readonly bytes: Uint8Array } => {
  const card = one(readAll(entries, "card").filter(({ body }) => body.deviceId !== ownDevice));
  const signature = `${card.entry.signature.startsWith("A") ? "B" : "A"}${card.entry.signature.slice(1)}`;
  const damaged = { ...card.entry, signature: base64UrlSchema.parse(signature) };
  return { ...card, bytes: entryToBytes(damaged, windowText) };
};

let left = async (): Promise<void> => undefined;

/** Does everything at once; gives how many entries were planted, changed or taken out. */
const forge = async (loop: string, servers: readonly string[]): Promise<number> => {
  const loopId = loopIdSchema.parse(loop);
  const { entries, deviceId, room } = await enter(loopId, servers);
  left = () => room.close();
  const at = timestampSchema.parse(new Date().toISOString());
  const made = forgeries(entries, { v: 1, loopId, deviceId, at });
  for (const [kind, body] of made) await plant(entries, kind, body);
  const card = damagedCard(entries, deviceId);
  // Under a name of its own, in the place of the true one, and the true one taken out.
  entries.set("A".repeat(43), card.bytes);
  entries.set(card.hash, card.bytes);
  entries.delete(card.hash);
  return made.length + 3;
};

/** Ends the connection of its own: from here on the member's window is again only its program. */
const leave = (): Promise<void> => left();

export const forger = { forge, leave };
