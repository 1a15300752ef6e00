import type { Failure } from "../../bindings/services";
import type { Hash, KitId } from "../../domain/ids";
import type { Kit } from "../../domain/kit/kit";
import { kitRoot } from "../../domain/kit/kit-root";
import { partsToKit } from "../../domain/kit/parts-to-kit";
import { kitToParts } from "../../domain/kit/snapshot";
import { err, ok, type Result } from "../../domain/result";
import type { Publication } from "../../store/repositories/kit-format";
import type { KitRepository } from "../../store/repositories/kit-repository";
import { snapshotHasher } from "../services/snapshot-hasher";

/** The published versions of the library's kits; what a kit says beyond its newest one is its draft. */
export interface KitVersions {
  /** Oldest first. */
  readonly list: (id: KitId) => Promise<Result<readonly Publication[], Failure>>;
  /** The kit as it was published under a root; `unreadable` where guides or answers of it are not on this laptop. */
  readonly read: (root: Hash) => Promise<Result<Kit, Failure>>;
  /** The kit a loop begins with: its newest published version. */
  readonly newest: (id: KitId) => Promise<Result<{ readonly kit: Kit; readonly version: number }, Failure>>;
  /** The kits that say something else than their newest version. Only one whose row an earlier program wrote is read for it. */
  readonly drafts: () => Promise<Result<readonly KitId[], Failure>>;
  /** Keeps what the library has of a kit as its version before the first change makes a draft of it. */
  readonly keepFirst: (id: KitId) => Promise<Result<void, Failure>>;
  /** Makes the draft the next version; refused as `nothingToPublish` where it says what the newest one says. */
  readonly publish: (id: KitId, note: string) => Promise<Result<Publication, Failure>>;
}

type Kits = Pick<
  KitRepository,
  "one" | "freeze" | "frozen" | "publications" | "draftMarks" | "lastNumber" | "publish"
>;

const rootOf = (kit: Kit): Hash => kitRoot(kitToParts(kit), snapshotHasher);

export const createKitVersions = ({
  kits,
  now,
}: {
  readonly kits: Kits;
  readonly now: () => string;
}): KitVersions => {
  /** Kits that are known to have a published version. */
  const kept = new Set<KitId>();

  const keep = async (kit: Kit, version: number, note: string): Promise<Result<Publication, Failure>> => {
    const root = rootOf(kit);
    const parts = [...kitToParts(kit)];
    const frozen = await kits.freeze({ kitRoot: root, kitId: kit.id, version, parts });
    if (!frozen.ok) return err({ ...frozen.error });
    const publication = { kitId: kit.id, version, kitRoot: root, note, publishedAt: now() };
    const published = await kits.publish(publication);
    if (!published.ok) return err({ ...published.error });
    kept.add(kit.id);
    return ok(publication);
  };

  const list: KitVersions["list"] = async (id) => {
    const found = await kits.publications(id);
    return found.ok ? found : err({ ...found.error });
  };

  const read: KitVersions["read"] = async (root) => {
    const frozen = await kits.frozen(root);
    if (!frozen.ok) return err({ ...frozen.error });
    if (frozen.value === null) return err({ type: "notFound" });
    const opened = partsToKit(frozen.value.parts);
    const isWhole = opened.ok && opened.value.withheld.length === 0;
    return isWhole ? ok(opened.value.kit) : err({ type: "unreadable" });
  };

  const keepFirst: KitVersions["keepFirst"] = async (id) => {
    if (kept.has(id)) return ok(undefined);
    const last = await kits.lastNumber(id);
    if (!last.ok) return err({ ...last.error });
    if (last.value > 0) {
      kept.add(id);
      return ok(undefined);
    }
    const kit = await kits.one(id);
    if (!kit.ok) return err({ ...kit.error });
    const first = await keep(kit.value, 1, "");
    return first.ok ? ok(undefined) : first;
  };

  const drafts: KitVersions["drafts"] = async () => {
    const marks = await kits.draftMarks();
    if (!marks.ok) return err({ ...marks.error });
    const found = [...marks.value.drafts];
    for (const { kitId, kitRoot: root } of marks.value.unsaid) {
      const kit = await kits.one(kitId);
      // A kit that does not open says so where it is opened; nothing is known of a draft.
      if (kit.ok && rootOf(kit.value) !== root) found.push(kitId);
    }
    return ok(found);
  };

  return {
    list,
    read,
    drafts,
    keepFirst,
    newest: async (id) => {
      const known = await list(id);
      if (!known.ok) return known;
      const last = known.value.at(-1);
      const kit = last === undefined ? await kits.one(id) : await read(last.kitRoot);
      return kit.ok ? ok({ kit: kit.value, version: last?.version ?? 1 }) : err({ ...kit.error });
    },
    publish: async (id, note) => {
      const first = await keepFirst(id);
      if (!first.ok) return first;
      const [known, number, kit] = [await list(id), await kits.lastNumber(id), await kits.one(id)];
      if (!known.ok) return known;
      if (!number.ok) return err({ ...number.error });
      if (!kit.ok) return err({ ...kit.error });
      const last = known.value.at(-1);
      if (last?.kitRoot === rootOf(kit.value)) return err({ type: "nothingToPublish" });
      return keep(kit.value, number.value + 1, note);
    },
  };
};
