import { type BundleDifference, bundleDifference } from "../../../domain/record/bundle-difference";
import { groundOfRecord } from "../../../domain/record/closing";
import type { LoopRecord } from "../../../domain/record/record";
import { unwrap } from "../../../domain/result";
import type { AuthenticEntry, SignedEntry } from "../../../domain/sealing/entries";
import { bytesToEntry } from "../../../domain/sealing/wire";
import type { StateContents } from "../../../sync/bundle/carrier";
import { discussionItemOf } from "../../../sync/loop-doc/names";
import type { OpenLoop } from "../open-loop";
import { windowText } from "../window-text";
import type { CheckedBundle } from "./check-bundle";

/** Two entries are the same where the same was signed. */
const nameOf = ({ kind, body, signKey }: SignedEntry): string => `${kind} ${signKey} ${body}`;

const noState: StateContents = { entries: [], texts: new Map() };

/** What the file's document holds; `check` has looked at the same bytes before. */
const stateOf = ({ sync }: OpenLoop, { contents }: CheckedBundle): StateContents =>
  contents.state === null ? noState : unwrap(sync.carrier.contents(contents.state));

const inState = ({ entries }: StateContents): readonly SignedEntry[] =>
  entries.flatMap(({ bytes }) => {
    const read = bytesToEntry(bytes, windowText);
    return read.ok ? [read.value] : [];
  });

/** What the record rests on that the file would have to hold: one person's contribution holds only what is theirs. */
const expectedIn = (
  { book, state }: OpenLoop,
  { contents, person }: CheckedBundle,
  record: LoopRecord,
): readonly AuthenticEntry[] => {
  const named = new Set(record.entries.map(nameOf));
  const grounds = book.state.get().entries.filter(({ entry }) => named.has(nameOf(entry)));
  if (contents.about.part === "whole") return grounds;
  const devices = state.view.get().devices.filter(({ personId }) => personId === person.personId);
  const own = new Set(devices.map(({ deviceId }) => deviceId));
  return grounds.filter(({ deviceId }) => own.has(deviceId));
};

const lackingIn = (open: OpenLoop, checked: CheckedBundle, held: StateContents, record: LoopRecord) => {
  const inFile = [...checked.beside.map(({ entry }) => entry), ...inState(held)];
  const carried = new Set(inFile.map(nameOf));
  return expectedIn(open, checked, record).filter(({ entry }) => !carried.has(nameOf(entry)));
};

const bringingIn = ({ book, state }: OpenLoop, { entries }: CheckedBundle): readonly AuthenticEntry[] => {
  const ground = new Set(
    groundOfRecord(state.ledgerWith(entries), [...book.state.get().entries, ...entries]),
  );
  return entries.filter(({ hash }) => ground.has(hash));
};

/** Notes that read neither as in the record nor as here, where somebody may have written on since it was closed. */
const otherNotes = ({ sync }: OpenLoop, { texts }: StateContents, { discussion }: LoopRecord): number => {
  const inRecord = new Map(discussion.map(({ item, text }) => [item, text]));
  const inFile = new Map(
    [...texts].flatMap(([name, text]) => {
      const item = discussionItemOf(name);
      return item === null ? [] : [[item, text] as const];
    }),
  );
  return [...new Set([...inRecord.keys(), ...inFile.keys()])].filter((item) => {
    const text = inFile.get(item) ?? "";
    return text !== (inRecord.get(item) ?? "") && text !== sync.loop.discussion(item);
  }).length;
};

/** How a checked bundle stands to the record on this laptop. */
export const compareBundle = (
  open: OpenLoop,
  checked: CheckedBundle,
  record: LoopRecord,
): BundleDifference => {
  const held = stateOf(open, checked);
  return bundleDifference({
    lacking: lackingIn(open, checked, held, record).map(({ kind }) => kind),
    bringing: bringingIn(open, checked).map(({ kind }) => kind),
    notes: checked.contents.state === null ? 0 : otherNotes(open, held, record),
    // Of a laptop that was removed since nothing is taken that is not signed.
    notesAreNewer: checked.standing === "member" && checked.outlook.notes > 0,
  });
};
