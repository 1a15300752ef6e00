import type { Failure, IdService, LoopDraft } from "../../bindings/services";
import type { Candidate } from "../../domain/candidate/candidate";
import { type Hash, type LoopId, loopIdSchema, type Timestamp, timestampSchema } from "../../domain/ids";
import type { Kit } from "../../domain/kit/kit";
import { kitRoot } from "../../domain/kit/kit-root";
import { kitToParts } from "../../domain/kit/snapshot";
import type { Plan } from "../../domain/loop/plan";
import { err, ok, type Result } from "../../domain/result";
import type { KitPart } from "../../domain/sealing/entries";
import type { Store } from "../../store/open-store";
import type { StoredLoop } from "../../store/repositories/loop-repository";
import { createKitVersions } from "../library/kit-versions";
import { snapshotHasher } from "../services/snapshot-hasher";
import { firstRecord } from "./first-record";
import { fitForSigning } from "./fit-for-signing";
import { type FoundingEntries, signFounding } from "./founding-entries";
import type { LoopVault } from "./loop-vault";

export interface LoopFounding {
  readonly store: Store;
  readonly vault: LoopVault;
  readonly ids: IdService;
  /** Makes the loop's secret in main; doing it twice changes nothing. */
  readonly makeLoopSecret: (loopId: LoopId) => Promise<Result<unknown, Failure>>;
}

interface Sources {
  readonly kit: Kit;
  readonly version: number;
  readonly candidate: Candidate;
}

/** Everything of a new loop that is settled before anything is written. */
interface NewLoop extends Sources {
  readonly loopId: LoopId;
  readonly at: Timestamp;
  readonly draft: LoopDraft;
  readonly plan: Plan;
  readonly root: Hash;
  readonly parts: readonly KitPart[];
  readonly levelName: string;
}

/** The kit is its newest published version: what is only in its draft is in no loop. */
const sourcesOf = async (
  { store, ids }: LoopFounding,
  draft: LoopDraft,
): Promise<Result<Sources, Failure>> => {
  const newest = await createKitVersions({ kits: store.kits, now: ids.now }).newest(draft.kitId);
  if (!newest.ok) return newest;
  const candidate = await store.candidates.one(draft.candidateId);
  if (!candidate.ok) return err({ ...candidate.error });
  if (candidate.value === null) return err({ type: "candidateMissing" });
  return ok({ ...newest.value, candidate: candidate.value });
};

const layOut = (ids: IdService, draft: LoopDraft, sources: Sources): Result<NewLoop, Failure> => {
  const { kit, version, candidate } = sources;
  const level = kit.levels.find(({ id }) => id === draft.plan.levelId);
  if (level === undefined) return err({ type: "unknownLevel" });
  const parts = kitToParts(kit);
  const root = kitRoot(parts, snapshotHasher);
  const at = timestampSchema.parse(ids.now());
  const plan: Plan = fitForSigning({
    ...draft.plan,
    weightsFrozenAt: null,
    candidate: { candidateId: candidate.id, name: candidate.name },
    kit: { kitId: kit.id, title: kit.title, version, kitRoot: root },
  });
  const loopId = loopIdSchema.parse(ids.newId());
  return ok({ ...sources, loopId, at, draft, plan, root, parts, levelName: level.name });
};

const rowOf = ({ loopId, at, draft, plan, levelName }: NewLoop, charterHash: Hash): StoredLoop => ({
  loopId,
  role: "facilitator",
  me: draft.me,
  charterHash,
  candidateId: plan.candidate.candidateId,
  candidateName: plan.candidate.name,
  kitTitle: plan.kit.title,
  kitId: plan.kit.kitId,
  levelName,
  phase: "planned",
  day: plan.slots.map((slot) => slot.startsAt.slice(0, 10)).sort()[0] ?? "",
  createdAt: at,
});

const write = async (
  store: Store,
  loop: NewLoop,
  { entries, charterHash }: FoundingEntries,
): Promise<Result<LoopId, Failure>> => {
  const { loopId, root, version, parts, plan } = loop;
  const frozen = await store.kits.freeze({
    kitRoot: root,
    kitId: plan.kit.kitId,
    version,
    parts: [...parts],
  });
  if (!frozen.ok) return err({ ...frozen.error });
  const appended = await store.loopUpdates.append(loopId, await firstRecord(entries, parts));
  if (!appended.ok) return err({ ...appended.error });
  const added = await store.loops.add(rowOf(loop, charterHash));
  return added.ok ? ok(loopId) : err({ ...added.error });
};

/**
 * Founds a loop on this laptop: freezes the kit, signs charter, roster and plan, writes the first record, and last the
 * row that makes the loop visible. A crash before that row leaves nothing anybody would see.
 */
export const createLoop = async (
  founding: LoopFounding,
  asked: LoopDraft,
): Promise<Result<LoopId, Failure>> => {
  const { store, vault, ids, makeLoopSecret } = founding;
  const sources = await sourcesOf(founding, asked);
  if (!sources.ok) return sources;
  const loop = layOut(ids, fitForSigning(asked), sources.value);
  if (!loop.ok) return loop;
  const { loopId, at, draft, plan } = loop.value;
  const founded = await signFounding(vault, { loopId, at, device: vault.device, draft, plan });
  if (!founded.ok) return founded;
  const keyed = await store.openSubject(loopId, "create");
  if (!keyed.ok) return err({ ...keyed.error });
  const secret = await makeLoopSecret(loopId);
  return secret.ok ? write(store, loop.value, founded.value) : secret;
};
