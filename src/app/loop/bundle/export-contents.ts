import type { LoopId, Timestamp } from "../../../domain/ids";
import type { BundleContents, BundlePart, BundleShares } from "../../../domain/loop/bundle/contents";
import type { Person } from "../../../domain/loop/roster";
import { sameBytes } from "../../../domain/sealing/bytes";
import type { AuthenticEntry, SignedEntry } from "../../../domain/sealing/entries";
import { entryToBytes } from "../../../domain/sealing/wire";
import type { OpenLoop } from "../open-loop";
import { windowText } from "../window-text";

interface Facts {
  readonly loopId: LoopId;
  readonly at: Timestamp;
  /** Whom this laptop belongs to; null for one that the roster does not have yet. */
  readonly me: Person | null;
}

const held = ({ book }: OpenLoop): readonly AuthenticEntry[] => book.state.get().entries;

/** Entries this laptop found good and the document no longer has as they were. */
const vanished = (open: OpenLoop): readonly SignedEntry[] =>
  held(open)
    .filter(({ hash, entry }) => {
      const bytes = open.sync.loop.entry(hash);
      return bytes === null || !sameBytes(bytes, entryToBytes(entry, windowText));
    })
    .map(({ entry }) => entry);

/** By which a reader judges everything else; small, and the same for everybody. */
const framing = new Set<string>(["charter", "roster", "plan"]);

const ownEntries = (open: OpenLoop, me: Person | null): readonly SignedEntry[] => {
  const devices = open.state.view.get().devices.filter(({ personId }) => personId === me?.personId);
  const mine = new Set(devices.map(({ deviceId }) => deviceId));
  return held(open)
    .filter(({ deviceId, kind }) => mine.has(deviceId) || framing.has(kind))
    .map(({ entry }) => entry);
};

const ownShares = ({ sync: { loop } }: OpenLoop, { personId }: Person): BundleShares => ({
  personId,
  handOffs: loop
    .handOffs()
    .filter(({ from }) => from === personId)
    .map(({ id, to, text, at }) => ({ id, to, text, at })),
});

/** What this laptop puts into a bundle of an open loop. */
export const exportContents = (
  open: OpenLoop,
  part: BundlePart,
  { loopId, at, me }: Facts,
): BundleContents => {
  const about = { v: 1 as const, loopId, part, at };
  if (part === "whole")
    return { about, state: open.sync.carrier.whole(), entries: vanished(open), shares: null };
  const shares = me === null ? null : ownShares(open, me);
  return { about, state: null, entries: ownEntries(open, me), shares };
};
