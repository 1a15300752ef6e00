import type { CompanyTemplate } from "../../domain/company/company-template";
import type { Audience, Disclosure } from "../../domain/record/audiences";
import type { LoopRecord } from "../../domain/record/record";
import { err, ok, type Result } from "../../domain/result";
import { keepingByRules, recordDays } from "../../domain/retention/record-keeping";
import type { RetentionTable } from "../../domain/retention/regimes";
import type { Outline } from "../outline";
import type { PackFacts } from "../outlines/pack";
import { freeName, takenNames } from "./free-name";
import { indexOutline } from "./index-outline";
import { indexName, type ManifestEntry, manifestName, manifestText, readManifest } from "./manifest";

/** Failures are tagged objects, as everywhere; which there are depends on the folder and the records. */
interface Tagged {
  readonly type: string;
}

/** The folder that packs are written into. */
export interface BatchFolder<Failure extends Tagged> {
  readonly names: () => Promise<Result<readonly string[], Failure>>;
  /** The text of a file, or null where there is none to read. */
  readonly readText: (name: string) => Promise<string | null>;
  /** SHA-256 of a file in hexadecimal, or null where there is none to read. */
  readonly hashOf: (name: string) => Promise<string | null>;
  /** Writes the whole file or nothing. */
  readonly write: (name: string, bytes: Uint8Array) => Promise<Result<string, Failure>>;
}

/** A document that is still to be made. */
export interface BatchDocument<Failure extends Tagged> {
  /** Its name without an ending. */
  readonly name: string;
  readonly bytes: () => Promise<Result<Uint8Array, Failure>>;
}

/** Which records are wanted: a role's title, and the days between which was decided; null is any. */
export interface BatchChoice {
  readonly role: string | null;
  readonly from: string | null;
  readonly to: string | null;
}

/** Everything a batch is made of. */
export interface BatchParts<Failure extends Tagged> extends BatchChoice {
  readonly folder: BatchFolder<Failure>;
  /** Read one after the other, and again while packs are made: never all at once in memory. */
  readonly records: readonly (() => Promise<Result<LoopRecord, Failure>>)[];
  readonly audience: Audience;
  readonly disclosure: Disclosure;
  readonly template: CompanyTemplate;
  readonly madeAt: string;
  /** Names to take out besides those of the records' own candidates. */
  readonly otherCandidates: readonly string[];
  /** By which rules the covers say how long their packs are kept; absent where there are none here. */
  readonly retention?: Pick<RetentionTable, "regimes" | "holds">;
  /** The day of a moment, "2026-11-23", where the days that are asked for are counted. */
  readonly dayOf: (at: string) => string;
  /** What documents print of a record. */
  readonly recordHash: (record: LoopRecord) => Promise<string>;
  readonly sha256: (bytes: Uint8Array) => Promise<string>;
  readonly documents: (record: LoopRecord, facts: PackFacts) => Promise<readonly BatchDocument<Failure>[]>;
  readonly word: (outline: Outline) => Promise<Result<Uint8Array, Failure>>;
  /** A file that is whole now. */
  readonly tellFile: (path: string) => void;
  readonly tellProgress: (done: number, of: number) => void;
  /** Asked before each record is read, for its names too; a failure stops there, with everything that is whole listed. */
  readonly stopped: () => Result<void, Failure>;
}

interface Batch<Failure extends Tagged> extends BatchParts<Failure> {
  /** What decides what a pack says besides its record. */
  readonly settings: string;
  readonly before: readonly ManifestEntry[];
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** What an earlier run made, as it is in the folder now: "changed" is somebody's own by now. */
type State = "whole" | "changed" | "gone";

const stateOf = async <Failure extends Tagged>(
  folder: BatchFolder<Failure>,
  { file, sha256 }: ManifestEntry,
): Promise<State> => {
  const now = await folder.hashOf(file);
  if (now === null) return "gone";
  return now === sha256 ? "whole" : "changed";
};

/** True where a record of this role that was decided on this day is asked for; one without a decision never is. */
export const isChosen = ({ role, from, to }: BatchChoice, title: string, day: string | null): boolean => {
  if (day === null) return false;
  return (role === null || role === title) && (from === null || day >= from) && (to === null || day <= to);
};

/** What an earlier run made of one record, and what became of it. */
interface Earlier {
  readonly all: readonly ManifestEntry[];
  readonly whole: readonly ManifestEntry[];
  readonly changed: readonly ManifestEntry[];
}

const earlierOf = async <Failure extends Tagged>(
  { before, audience, folder }: Batch<Failure>,
  recordHash: string,
): Promise<Earlier> => {
  const all = before.filter((entry) => entry.recordHash === recordHash && entry.audience === audience);
  const states = await Promise.all(all.map((entry) => stateOf(folder, entry)));
  const those = (state: State) => all.filter((_, index) => states[index] === state);
  return { all, whole: those("whole"), changed: those("changed") };
};

/**
 * Names in the folder that a pack must not take. What an earlier run made of the same record may be replaced as long as nobody
 * changed it: files are written whole or not at all, so that another hash is somebody's work.
 */
const takenFor = async <Failure extends Tagged>(
  { folder, before }: Batch<Failure>,
  { all, whole }: Earlier,
  done: readonly ManifestEntry[],
): Promise<Result<ReadonlySet<string>, Failure>> => {
  const there = await folder.names();
  if (!there.ok) return there;
  const others = before.filter((entry) => !all.includes(entry));
  const mine = takenNames(whole.map(({ file }) => file));
  const names = [...there.value, ...[...others, ...done].map(({ file }) => file)];
  return ok(new Set([...takenNames(names)].filter((name) => !mine.has(name))));
};

/** The packs of one record, each under a name that nothing else has. */
const written = async <Failure extends Tagged>(
  batch: Batch<Failure>,
  record: LoopRecord,
  recordHash: string,
  taken: ReadonlySet<string>,
): Promise<Result<readonly ManifestEntry[], Failure>> => {
  const { audience, disclosure, folder, settings, madeAt, otherCandidates } = batch;
  const keeping =
    batch.retention === undefined ? null : keepingByRules(record.loopId, recordDays(record), batch.retention);
  const facts = { recordHash, generatedAt: madeAt, disclosure, otherCandidates, keeping };
  const { candidate, kit } = record.plan;
  const about = { recordHash, audience, settings, candidate: candidate.name, role: kit.title };
  const made: ManifestEntry[] = [];
  for (const document of await batch.documents(record, facts)) {
    const own = takenNames(made.map(({ file }) => file));
    const file = freeName(document.name, recordHash.slice(0, 8), new Set([...taken, ...own]));
    const bytes = await document.bytes();
    if (!bytes.ok) return bytes;
    const saved = await folder.write(file, bytes.value);
    if (!saved.ok) return saved;
    const { decidedAt } = record;
    made.push({ file, sha256: await batch.sha256(bytes.value), ...about, decidedAt });
    batch.tellFile(saved.value);
  }
  return ok(made);
};

/** What stands for the records that were looked at, and what of theirs somebody changed since an earlier run. */
interface Done {
  readonly files: readonly ManifestEntry[];
  readonly changed: readonly ManifestEntry[];
}

const packsOf = async <Failure extends Tagged>(
  batch: Batch<Failure>,
  record: LoopRecord,
  { files, changed }: Done,
): Promise<Result<Done, Failure>> => {
  const day = record.decidedAt === null ? null : batch.dayOf(record.decidedAt);
  if (!isChosen(batch, record.plan.kit.title, day)) return ok({ files, changed });
  const recordHash = await batch.recordHash(record);
  const earlier = await earlierOf(batch, recordHash);
  const { all, whole } = earlier;
  const isKept = all.length > 0 && all.every(({ settings }) => settings === batch.settings);
  if (isKept && whole.length === all.length) return ok({ files: [...files, ...all], changed });
  const taken = await takenFor(batch, earlier, files);
  if (!taken.ok) return taken;
  const made = await written(batch, record, recordHash, taken.value);
  if (!made.ok) return made;
  return ok({ files: [...files, ...made.value], changed: [...changed, ...earlier.changed] });
};

/** Everybody the records are about: no pack of one of them is to name another. */
const candidatesIn = async <Failure extends Tagged>({
  records,
  stopped,
}: BatchParts<Failure>): Promise<Result<readonly string[], Failure>> => {
  const names = new Set<string>();
  for (const read of records) {
    const goOn = stopped();
    if (!goOn.ok) return goOn;
    const record = await read();
    if (!record.ok) return record;
    names.add(record.value.plan.candidate.name);
  }
  return ok([...names]);
};

/** Somebody else's file stands where a batch would write its own; nothing was written. */
export interface FolderTaken {
  readonly type: "folderTaken";
  /** The file's name. */
  readonly path: string;
}

/** What an earlier batch left in the folder; a folder whose manifest or index is no batch's is refused. */
const leftIn = async <Failure extends Tagged>(
  folder: BatchFolder<Failure>,
): Promise<Result<readonly ManifestEntry[], FolderTaken>> => {
  const text = await folder.readText(manifestName);
  const before = text === null ? null : readManifest(text);
  if (before !== null) return ok(before);
  for (const path of [manifestName, indexName])
    if ((await folder.hashOf(path)) !== null) return err({ type: "folderTaken", path });
  return ok([]);
};

const prepared = async <Failure extends Tagged>(
  parts: BatchParts<Failure>,
): Promise<Result<Batch<Failure>, Failure | FolderTaken>> => {
  const before = await leftIn(parts.folder);
  if (!before.ok) return before;
  const names = await candidatesIn(parts);
  if (!names.ok) return names;
  const otherCandidates = [...new Set([...parts.otherCandidates, ...names.value])];
  const settings = [
    parts.disclosure,
    [...otherCandidates].sort(),
    parts.template,
    ...(parts.retention === undefined ? [] : [parts.retention]),
  ];
  return ok({
    ...parts,
    otherCandidates,
    settings: await parts.sha256(utf8(JSON.stringify(settings))),
    before: before.value,
  });
};

const saveManifest = <Failure extends Tagged>(
  { folder }: Batch<Failure>,
  files: readonly ManifestEntry[],
): Promise<Result<string, Failure>> => folder.write(manifestName, utf8(manifestText(files)));

/** What a folder has of earlier runs that asked for other records, as far as it is still there as it was made. */
const keptOf = async <Failure extends Tagged>(
  { before, folder }: Batch<Failure>,
  done: readonly ManifestEntry[],
): Promise<readonly ManifestEntry[]> => {
  const left = before.filter((entry) => !done.some(({ file }) => file === entry.file));
  const states = await Promise.all(left.map((entry) => stateOf(folder, entry)));
  return left.filter((_, index) => states[index] === "whole");
};

const allPacks = async <Failure extends Tagged>(batch: Batch<Failure>): Promise<Result<Done, Failure>> => {
  let done: Done = { files: [], changed: [] };
  for (const [index, read] of batch.records.entries()) {
    const stopped = batch.stopped();
    if (!stopped.ok) return stopped;
    const record = await read();
    if (!record.ok) return record;
    const made = await packsOf(batch, record.value, done);
    if (!made.ok) return made;
    done = made.value;
    const { files, changed } = done;
    const later = batch.before.filter(
      (entry) => !changed.includes(entry) && !files.some(({ file }) => file === entry.file),
    );
    const noted = await saveManifest(batch, [...files, ...later]);
    if (!noted.ok) return noted;
    batch.tellProgress(index + 1, batch.records.length);
  }
  return ok(done);
};

/** What a batch came to. */
export interface BatchMade {
  /** How many packs stand for the chosen records. */
  readonly packs: number;
  /** Packs of these records that somebody changed since; they are left alone, and new ones stand beside them. */
  readonly leftAlone: number;
}

/**
 * One pack of every chosen record, with an index and a manifest. The names of all candidates are taken out of each other's packs, so that a record that cannot be read stops it before anything is made.
 * The manifest is written after each record, and no file ever stands half-written: stopped at any time, the same batch goes
 * on where it was; a file that the manifest did not know yet stays beside the new one. A pack made with other settings is
 * made again; one that somebody changed is left alone, with the new one beside it.
 */
export const makePackBatch = async <Failure extends Tagged>(
  parts: BatchParts<Failure>,
): Promise<Result<BatchMade, Failure | FolderTaken>> => {
  const batch = await prepared(parts);
  if (!batch.ok) return batch;
  const done = await allPacks(batch.value);
  if (!done.ok) return done;
  const { files, changed } = done.value;
  const all = [...files, ...(await keptOf(batch.value, files))];
  const noted = await saveManifest(batch.value, all);
  if (!noted.ok) return noted;
  const index = await parts.word(indexOutline(all, parts.madeAt));
  if (!index.ok) return index;
  const saved = await parts.folder.write(indexName, index.value);
  return saved.ok ? ok({ packs: files.length, leftAlone: changed.length }) : saved;
};
