import type { Hash, LoopId } from "../../domain/ids";
import type { Kit } from "../../domain/kit/kit";
import { type KitLeaf, kitLeaf } from "../../domain/kit/kit-root";
import { openSnapshot } from "../../domain/kit/open-snapshot";
import { partsToKit } from "../../domain/kit/parts-to-kit";
import { answersPath, kitToParts } from "../../domain/kit/snapshot";
import type { Plan } from "../../domain/loop/plan";
import type { KitPart } from "../../domain/sealing/entries";
import type { Store } from "../../store/open-store";
import type { LoopDoc } from "../../sync/loop-doc/loop-doc";
import type { StoredKitPart } from "../../sync/loop-doc/values";
import { snapshotHasher } from "../services/snapshot-hasher";
import { kitOfLoop } from "./kit-in-use";
import type { LoopVault } from "./loop-vault";

/** The kit a loop was planned with, as far as this laptop may read it. */
export interface FrozenKit {
  /** Null until it was found whole, hashing to the root that the signed plan names. */
  readonly of: (plan: Plan | null) => Kit | null;
  /** The parts this laptop can read, guides and answers that it was given among them; empty until the kit was found. */
  readonly parts: (plan: Plan) => readonly KitPart[];
  /**
   * Looks for the plan's kit: first among this laptop's own snapshots, which where the loop was founded also have the
   * guides, then in the document. What the document had is kept here and put back where somebody takes it away; parts
   * for some that were wrapped to this laptop are opened.
   */
  readonly find: (plan: Plan | null) => Promise<void>;
}

export interface FrozenKitParts {
  readonly loopId: LoopId;
  readonly doc: LoopDoc;
  readonly store: Pick<Store, "kits" | "settings">;
  readonly vault: Pick<LoopVault, "device" | "openParts">;
}

interface Found {
  readonly kit: Kit;
  readonly parts: readonly KitPart[];
  /** Of the parts this laptop cannot read. */
  readonly leaves: readonly KitLeaf[];
  /** True where parts and leaves together hash to the root. */
  readonly whole: boolean;
}

/** Parts that not everybody may read travel as their hash alone, so that the root can still be checked. */
export const toStoredPart = (part: KitPart): StoredKitPart => {
  if (part.audience === "all") return part;
  const { path, audience } = part;
  return { path, audience, hash: kitLeaf(part, snapshotHasher).hash };
};

const isReadable = (part: StoredKitPart): part is KitPart => "text" in part;

const leavesIn = (parts: readonly StoredKitPart[], known: readonly KitPart[]): readonly KitLeaf[] => {
  const readable = new Set(known.map(({ path }) => path));
  return parts.flatMap((part) =>
    isReadable(part) || readable.has(part.path) ? [] : [{ path: part.path, hash: part.hash }],
  );
};

/** The kit of these parts and whatever else the document says of it, where all of it hashes to the root. */
const openWith = (doc: LoopDoc, known: readonly KitPart[], root: Hash): Found | null => {
  const leaves = leavesIn(doc.kitParts(), known);
  const opened = openSnapshot({ parts: known, leaves, root }, snapshotHasher);
  return opened.ok ? { kit: opened.value.kit, parts: known, leaves, whole: true } : null;
};

const fromDoc = (doc: LoopDoc, root: Hash): Found | null =>
  openWith(doc, doc.kitParts().filter(isReadable), root);

const fromStore = async ({ store, doc }: FrozenKitParts, root: Hash): Promise<Found | null> => {
  const frozen = await store.kits.frozen(root);
  if (!frozen.ok || frozen.value === null) return null;
  const { parts } = frozen.value;
  const kit = partsToKit(parts);
  if (!kit.ok) return null;
  return openWith(doc, parts, root) ?? { kit: kit.value.kit, parts, leaves: [], whole: false };
};

/** A kit as everybody in the loop may read it: without the guides and answers that are for some. */
export const openKit = (kit: Kit): Kit => {
  const opened = partsToKit(kitToParts(kit).filter(({ audience }) => audience === "all"));
  if (!opened.ok) throw new Error(`a kit without its guides is no kit: ${opened.error.type}`);
  return opened.value.kit;
};

/** Two laptops cannot disagree on verified parts, so whoever still has to put back is undone by somebody who means it. */
const maxRestores = 20;

const audienceOf = (path: string): "assessors" | "rolePlayer" =>
  path.startsWith(answersPath("")) ? "assessors" : "rolePlayer";

/** The parts as the document has to have them. */
const storedParts = ({ parts, leaves }: Found): readonly StoredKitPart[] => [
  ...parts.map(toStoredPart),
  ...leaves.map(({ path, hash }) => ({ path, audience: audienceOf(path), hash })),
];

/**
 * Puts back what somebody took out of the document or wrote over, and takes out what was added: a stray part would keep a
 * laptop that joins later from opening the kit.
 */
const createPartGuard = (doc: LoopDoc) => {
  const changes = new Map<string, number>();
  const mayChange = (path: string): boolean => {
    const count = (changes.get(path) ?? 0) + 1;
    changes.set(path, count);
    return count <= maxRestores;
  };
  return (found: Found): void => {
    const there = new Map(doc.kitParts().map((part) => [part.path, JSON.stringify(part)]));
    const wanted = storedParts(found);
    const paths = new Set(wanted.map(({ path }) => path));
    const gone = wanted.filter((part) => there.get(part.path) !== JSON.stringify(part));
    const strays = found.whole ? [...there.keys()].filter((path) => !paths.has(path)) : [];
    const restored = gone.filter(({ path }) => mayChange(path));
    const dropped = strays.filter(mayChange);
    if (restored.length + dropped.length > 0) doc.restoreKitParts(restored, dropped);
  };
};

/** Opens what was wrapped to this laptop, each wrap once. */
const createUnwrapping = ({ doc, vault, loopId }: FrozenKitParts) => {
  const tried = new Set<string>();
  return async ({ leaves }: Found, kitRoot: Hash): Promise<readonly KitPart[]> => {
    const lacking = new Map(leaves.map(({ path, hash }) => [path, hash]));
    const wraps = doc
      .kitWraps()
      .filter(({ recipient, path }) => recipient === vault.device.deviceId && lacking.has(path))
      .filter((wrap) => !tried.has(wrap.ciphertext));
    if (wraps.length === 0) return [];
    for (const { ciphertext } of wraps) tried.add(ciphertext);
    const texts = await vault.openParts({ loopId, kitRoot }, wraps);
    return wraps.flatMap(({ path }, index) => {
      const text = texts.ok ? (texts.value[index] ?? null) : null;
      if (text === null) return [];
      const part = { path, audience: audienceOf(path), text };
      return kitLeaf(part, snapshotHasher).hash === lacking.get(path) ? [part] : [];
    });
  };
};

/** One part for each path: two holders may have wrapped the same. */
const distinct = (parts: readonly KitPart[]): readonly KitPart[] => [
  ...new Map(parts.map((part) => [part.path, part])).values(),
];

/** Opens a snapshot once and remembers it: checking it takes a few hundred hashes. */
export const createFrozenKit = (context: FrozenKitParts): FrozenKit => {
  const { doc, store, loopId } = context;
  const found = new Map<Hash, Found>();
  const notHere = new Set<Hash>();
  const guard = createPartGuard(doc);
  const unwrap = createUnwrapping(context);

  const takeFromStore = async (root: Hash): Promise<void> => {
    const kit = await fromStore(context, root);
    if (kit === null) notHere.add(root);
    else found.set(root, kit);
  };
  const takeFromDoc = async ({ kit: { kitRoot, kitId, version } }: Plan): Promise<void> => {
    const kit = fromDoc(doc, kitRoot);
    if (kit === null) return;
    found.set(kitRoot, kit);
    // Not kept is no harm while the document has it; the next start tries again.
    await store.kits.freeze({ kitRoot, kitId, version, parts: [...kit.parts] });
  };
  /** What this laptop's own snapshot did not say, the document may, once it is whole there. */
  const learnLeaves = (root: Hash, known: Found): Found => {
    const learnt = known.whole ? null : openWith(doc, known.parts, root);
    if (learnt !== null) found.set(root, learnt);
    return learnt ?? known;
  };
  const readWraps = async (root: Hash, known: Found): Promise<void> => {
    const opened = distinct(await unwrap(known, root));
    if (opened.length === 0) return;
    const more = openWith(doc, [...known.parts, ...opened], root);
    if (more !== null) found.set(root, more);
  };
  let noted: Hash | null = null;
  const note = async (root: Hash): Promise<void> => {
    if (noted === root) return;
    // Not noted is no harm: the kit is then kept for longer, and the next start notes it.
    const written = await store.settings.put(kitOfLoop(loopId), root);
    if (written.ok) noted = root;
  };
  return {
    of: (plan) => (plan === null ? null : (found.get(plan.kit.kitRoot)?.kit ?? null)),
    parts: (plan) => found.get(plan.kit.kitRoot)?.parts ?? [],
    find: async (plan) => {
      if (plan === null) return;
      const { kitRoot } = plan.kit;
      if (!found.has(kitRoot) && !notHere.has(kitRoot)) await takeFromStore(kitRoot);
      if (!found.has(kitRoot)) await takeFromDoc(plan);
      const known = found.get(kitRoot);
      if (known === undefined) return;
      await note(kitRoot);
      guard(known);
      await readWraps(kitRoot, learnLeaves(kitRoot, known));
    },
  };
};
