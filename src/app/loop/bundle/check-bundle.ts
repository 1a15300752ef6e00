import type { Failure } from "../../../bindings/services";
import type { DeviceId, Hash, LoopId } from "../../../domain/ids";
import type { BundleContents } from "../../../domain/loop/bundle/contents";
import { type ExporterStanding, exporterStanding } from "../../../domain/loop/bundle/standing";
import type { Device, Person } from "../../../domain/loop/roster";
import { err, ok, type Result } from "../../../domain/result";
import { authenticatedElsewhere } from "../../../domain/sealing/authenticate";
import type { AuthenticEntry, SignedEntry } from "../../../domain/sealing/entries";
import type { LoopLedger } from "../../../domain/sealing/ledger/ledger";
import { bytesToEntry } from "../../../domain/sealing/wire";
import type { Outlook } from "../../../sync/bundle/outlook";
import type { LoopVault } from "../loop-vault";
import type { OpenLoop } from "../open-loop";
import { windowText } from "../window-text";

/** A bundle whose every part this laptop would take, and what it would bring. */
export interface CheckedBundle {
  readonly contents: BundleContents;
  readonly standing: Extract<ExporterStanding, "member" | "beforeRemoval">;
  readonly device: Device;
  readonly person: Person;
  /** Entries that the file holds beside its document. */
  readonly beside: readonly AuthenticEntry[];
  /** Authentic entries of the bundle that this laptop does not hold. */
  readonly entries: readonly AuthenticEntry[];
  readonly outlook: Outlook;
}

export interface BundleSource {
  readonly loopId: LoopId;
  readonly deviceId: DeviceId;
  readonly contents: BundleContents;
}

/** The window passes entries to main in portions it takes. */
const portion = 500;

const nothing: Outlook = { entries: [], notes: 0, marks: 0 };

/** Main's word about each entry, in their order; null for one that is to be kept apart. */
const authenticAmong = async (
  vault: LoopVault,
  entries: readonly SignedEntry[],
): Promise<readonly (AuthenticEntry | Failure)[]> => {
  const checked: (AuthenticEntry | Failure)[] = [];
  for (let at = 0; at < entries.length; at += portion) {
    const some = entries.slice(at, at + portion);
    const answers = await vault.authenticate(some);
    for (const [index, entry] of some.entries()) {
      const answer = answers[index];
      if (answer === undefined) throw new Error("main answered fewer entries than it was asked about");
      checked.push(answer.ok ? authenticatedElsewhere(entry, answer.value) : answer.error);
    }
  }
  return checked;
};

const isEntry = (checked: AuthenticEntry | Failure): checked is AuthenticEntry => "hash" in checked;

const loopIdIn = (entry: AuthenticEntry): LoopId =>
  entry.kind === "card" ? entry.body.header.loopId : entry.body.loopId;

/** Entries that stand for themselves in the file: one that is not good means that the file is not. */
const strictEntries = async (
  vault: LoopVault,
  { loopId, contents }: BundleSource,
): Promise<Result<readonly AuthenticEntry[], Failure>> => {
  const entries: AuthenticEntry[] = [];
  for (const checked of await authenticAmong(vault, contents.entries)) {
    if (!isEntry(checked)) return err({ type: "entryRefused", reason: checked.type });
    if (loopIdIn(checked) !== loopId) return err({ type: "entryRefused", reason: "otherLoop" });
    entries.push(checked);
  }
  return ok(entries);
};

/** Entries of the document are checked again when they are in it, as a peer's are: here the good ones suffice. */
const goodEntries = async (vault: LoopVault, outlook: Outlook): Promise<readonly AuthenticEntry[]> => {
  const read = outlook.entries.flatMap(({ bytes }) => {
    const entry = bytesToEntry(bytes, windowText);
    return entry.ok ? [entry.value] : [];
  });
  return (await authenticAmong(vault, read)).filter(isEntry);
};

const writerIn = (
  { rosters }: LoopLedger,
  deviceId: DeviceId,
): { readonly device: Device; readonly person: Person } | null => {
  for (const { body } of rosters.toReversed()) {
    const device = body.devices.find((known) => known.deviceId === deviceId);
    const person = body.persons.find(({ personId }) => personId === device?.personId);
    if (device !== undefined && person !== undefined) return { device, person };
  }
  return null;
};

/** Who wrote the file and whether it may be believed, by the entries of both. */
const judgeWriter = (
  { state, book }: OpenLoop,
  { deviceId }: BundleSource,
  brought: readonly AuthenticEntry[],
) => {
  const entries = [...book.state.get().entries, ...brought];
  const ledger = state.ledgerWith(brought);
  return {
    /** False where neither this laptop nor the file knows who is in the loop. */
    isKnown: ledger.roster !== null,
    standing: exporterStanding(deviceId, brought, ledger, entries),
    writer: writerIn(ledger, deviceId),
  };
};

const notHeld = ({ book }: OpenLoop, entries: readonly AuthenticEntry[]): readonly AuthenticEntry[] => {
  const held = new Set<Hash>(book.state.get().entries.map(({ hash }) => hash));
  return [...new Map(entries.map((entry) => [entry.hash, entry])).values()].filter(
    ({ hash }) => !held.has(hash),
  );
};

/**
 * Checks everything of a bundle that main could not: that its entries are good, that its document passes the gate, and
 * that its writer belongs to the loop. Changes nothing.
 */
export const checkBundle = async (
  open: OpenLoop,
  vault: LoopVault,
  source: BundleSource,
): Promise<Result<CheckedBundle, Failure>> => {
  const { contents, loopId } = source;
  if (contents.about.loopId !== loopId) return err({ type: "contentsInvalid" });
  const strict = await strictEntries(vault, source);
  if (!strict.ok) return strict;
  const outlook = contents.state === null ? ok(nothing) : open.sync.carrier.look(contents.state);
  if (!outlook.ok) return err({ type: "stateRefused", reason: outlook.error.type });
  const brought = [...strict.value, ...(await goodEntries(vault, outlook.value))];
  const { standing, writer, isKnown } = judgeWriter(open, source, brought);
  if (!isKnown) return err({ type: "panelUnknown" });
  if (standing === "stranger" || standing === "removed" || writer === null)
    return err({ type: standing === "removed" ? "removedLaptop" : "strangersLaptop" });
  if (contents.shares !== null && contents.shares.personId !== writer.person.personId)
    return err({ type: "contentsInvalid" });
  const entries = notHeld(open, brought);
  return ok({ contents, standing, ...writer, beside: strict.value, entries, outlook: outlook.value });
};
