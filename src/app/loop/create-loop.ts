import * as Y from "yjs";
import type { Failure, IdService, LoopDraft } from "../../bindings/services";
import type { Candidate } from "../../domain/candidate/candidate";
import { type Hash, type LoopId, loopIdSchema, type Timestamp, timestampSchema } from "../../domain/ids";
import type { Kit } from "../../domain/kit/kit";
import { kitLeaf, kitRoot } from "../../domain/kit/kit-root";
import { levelById } from "../../domain/kit/lookup";
import { kitToParts } from "../../domain/kit/snapshot";
import type { Plan } from "../../domain/loop/plan";
import { type DeviceKeys, wearsHat } from "../../domain/loop/roster";
import { err, ok, type Result } from "../../domain/result";
import { type KitPart, protocolVersion, type SignedEntry } from "../../domain/sealing/entries";
import { entryToBytes } from "../../domain/sealing/wire";
import type { Store } from "../../store/open-store";
import { openLoopDoc } from "../../sync/loop-doc/loop-doc";
import type { StoredKitPart } from "../../sync/loop-doc/values";
import { wholeRecord } from "../../sync/persistence/stored-document";
import { snapshotHasher } from "../services/snapshot-hasher";
import { whenReady } from "../when-ready";
import type { LoopVault } from "./loop-vault";
import { windowText } from "./window-text";

export interface LoopFounding {
  readonly store: Store;
  readonly vault: LoopVault;
  readonly ids: IdService;
  /** Makes the loop's secret in main; doing it twice changes nothing. */
  readonly makeLoopSecret: (loopId: LoopId) => Promise<Result<unknown, Failure>>;
}

interface Founding {
  readonly loopId: LoopId;
  readonly at: Timestamp;
  readonly device: DeviceKeys;
  readonly draft: LoopDraft;
  readonly plan: Plan;
}

/** Parts that not everybody may read travel as their hash alone, so that the root can still be checked. */
const toStoredPart = (part: KitPart): StoredKitPart => {
  if (part.audience === "all") return part;
  const { path, audience } = part;
  return { path, audience, hash: kitLeaf(part, snapshotHasher).hash };
};

const charterOf = ({ loopId, at, device, draft }: Founding) => ({
  v: 1 as const,
  loopId,
  deviceId: device.deviceId,
  at,
  protocol: protocolVersion,
  facilitator: { ...device, personId: draft.me },
  deputies: draft.persons
    .filter((person) => wearsHat(person, "hiringManager") && person.personId !== draft.me)
    .map((person) => person.personId),
  escrow: null,
  revealScope: "loop" as const,
});

const rosterOf = ({ loopId, at, device, draft }: Founding) => ({
  v: 1 as const,
  loopId,
  deviceId: device.deviceId,
  at,
  version: 1,
  prev: null,
  reason: "",
  generation: 1,
  persons: [...draft.persons],
  devices: [{ ...device, personId: draft.me, label: "", admittedAt: at }],
  heads: [] as Hash[],
});

const planOf = ({ loopId, at, device, plan }: Founding) => ({
  v: 1 as const,
  loopId,
  deviceId: device.deviceId,
  at,
  version: 1,
  prev: null,
  reason: "",
  plan,
});

const signAll = async (
  vault: LoopVault,
  founding: Founding,
): Promise<Result<readonly SignedEntry[], Failure>> => {
  const charter = await vault.sign("charter", charterOf(founding));
  if (!charter.ok) return charter;
  const roster = await vault.sign("roster", rosterOf(founding));
  if (!roster.ok) return roster;
  const plan = await vault.sign("plan", planOf(founding));
  return plan.ok ? ok([charter.value, roster.value, plan.value]) : plan;
};

/** The first document of the loop as one record for the disk, and the charter's hash. */
const firstRecord = async (
  vault: LoopVault,
  entries: readonly SignedEntry[],
  parts: readonly KitPart[],
): Promise<Result<{ readonly record: Uint8Array; readonly charterHash: Hash }, Failure>> => {
  const named = await vault.authenticate(entries);
  const hashes = named.flatMap((answer) => (answer.ok ? [answer.value.hash] : []));
  const [charterHash] = hashes;
  if (charterHash === undefined || hashes.length < entries.length) return err({ type: "notAuthenticated" });
  const document = new Y.Doc();
  const doc = openLoopDoc(document);
  doc.putEntries(
    entries.flatMap((entry, index) => {
      const hash = hashes[index];
      return hash === undefined ? [] : [{ hash, bytes: entryToBytes(entry, windowText) }];
    }),
  );
  doc.putKitParts(parts.map(toStoredPart));
  const record = wholeRecord(document);
  document.destroy();
  if (record === null) throw new Error("a document just made has nothing pending");
  return ok({ record, charterHash });
};

const sourcesOf = async (
  store: Store,
  draft: LoopDraft,
): Promise<
  Result<{ readonly kit: Kit; readonly version: number; readonly candidate: Candidate }, Failure>
> => {
  const heads = await whenReady(store.kits.list);
  if (!heads.ok) return err({ ...heads.error });
  const kit = await store.kits.one(draft.kitId);
  if (!kit.ok) return err({ ...kit.error });
  const candidate = await store.candidates.one(draft.candidateId);
  if (!candidate.ok) return err({ ...candidate.error });
  if (candidate.value === null) return err({ type: "candidateMissing" });
  const version = heads.value.find((head) => head.id === draft.kitId)?.version ?? 1;
  return ok({ kit: kit.value, version, candidate: candidate.value });
};

/**
 * Founds a loop on this laptop: freezes the kit, signs charter, roster and plan, writes the first record, and last the
 * row that makes the loop visible. A crash before that row leaves nothing anybody would see.
 */
export const createLoop = async (
  { store, vault, ids, makeLoopSecret }: LoopFounding,
  draft: LoopDraft,
): Promise<Result<LoopId, Failure>> => {
  const sources = await sourcesOf(store, draft);
  if (!sources.ok) return sources;
  const { kit, version, candidate } = sources.value;
  const loopId = loopIdSchema.parse(ids.newId());
  const at = timestampSchema.parse(ids.now());
  const parts = kitToParts(kit);
  const root = kitRoot(parts, snapshotHasher);
  const plan: Plan = {
    ...draft.plan,
    candidate: { candidateId: candidate.id, name: candidate.name },
    kit: { kitId: kit.id, title: kit.title, version, kitRoot: root },
  };
  const keyed = await store.openSubject(loopId, "create");
  if (!keyed.ok) return err({ ...keyed.error });
  const secret = await makeLoopSecret(loopId);
  if (!secret.ok) return secret;
  const entries = await signAll(vault, { loopId, at, device: vault.device, draft, plan });
  if (!entries.ok) return entries;
  const first = await firstRecord(vault, entries.value, parts);
  if (!first.ok) return first;
  const frozen = await store.kits.freeze({ kitRoot: root, kitId: kit.id, version, parts: [...parts] });
  if (!frozen.ok) return err({ ...frozen.error });
  const appended = await store.loopUpdates.append(loopId, first.value.record);
  if (!appended.ok) return err({ ...appended.error });
  const added = await store.loops.add({
    loopId,
    role: "facilitator",
    me: draft.me,
    charterHash: first.value.charterHash,
    candidateId: candidate.id,
    candidateName: candidate.name,
    kitTitle: kit.title,
    levelName: levelById(kit, plan.levelId).name,
    phase: "planned",
    day: plan.slots.map((slot) => slot.startsAt.slice(0, 10)).sort()[0] ?? "",
    createdAt: at,
  });
  return added.ok ? ok(loopId) : err({ ...added.error });
};
