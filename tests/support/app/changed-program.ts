import { nodeCrypto } from "../../../electron/main/vault/node-crypto";
import { windowText } from "../../../src/app/loop/window-text";
import { type LoopId, timestampSchema } from "../../../src/domain/ids";
import { unwrap } from "../../../src/domain/result";
import { authenticate } from "../../../src/domain/sealing/authenticate";
import type { AuthenticEntry, EntryBody, EntryKind, SignedEntry } from "../../../src/domain/sealing/entries";
import { bytesToEntry, entryToBytes } from "../../../src/domain/sealing/wire";
import { idOf } from "../sealing/loop-world";
import type { Seat } from "./panel";

/** What a program that was changed could do on a member's laptop: it has the document and the laptop's keys. */

export const entriesOf = (seat: Seat) => seat.laptop.doc().getMap<Uint8Array>("entries");

const signedIn = (seat: Seat): readonly SignedEntry[] =>
  [...entriesOf(seat).values()].map((bytes) => unwrap(bytesToEntry(bytes, windowText)));

export const kindsIn = (seat: Seat): readonly string[] => signedIn(seat).map(({ kind }) => kind);

/** Puts an entry into the loop past the program. */
export const plant = (seat: Seat, { hash, entry }: Pick<AuthenticEntry, "hash" | "entry">): void =>
  void entriesOf(seat).set(hash, entryToBytes(entry, windowText));

/** The newest entry of a kind in the document. */
export const found = <Kind extends EntryKind>(seat: Seat, kind: Kind): EntryBody<Kind> => {
  const last = signedIn(seat)
    .filter((entry) => entry.kind === kind)
    .at(-1);
  if (last === undefined) throw new Error(`no ${kind} in the loop`);
  return unwrap(authenticate(last, nodeCrypto)).body as EntryBody<Kind>;
};

/** The log entries of one kind of event in the document. */
export const logsIn = (seat: Seat, type: EntryBody<"log">["event"]["type"]) =>
  signedIn(seat)
    .filter(({ kind }) => kind === "log")
    .map((entry) => unwrap(authenticate(entry, nodeCrypto)) as AuthenticEntry<"log">)
    .filter(({ body }) => body.event.type === type);

/** How every body begins that a laptop signs. */
export const headOf = (seat: Seat, loopId: LoopId) => ({
  v: 1 as const,
  loopId,
  deviceId: idOf(seat.laptop.device),
  at: timestampSchema.parse("2026-11-23T12:00:00.000Z"),
});
