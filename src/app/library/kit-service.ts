import type { KitService } from "../../bindings/services";
import type { KitId } from "../../domain/ids";
import type { Kit } from "../../domain/kit/kit";
import type { Live, Loadable } from "../../domain/live";
import { err, ok } from "../../domain/result";
import { liveLoad } from "../../store/live/live-load";
import type { KitRepository } from "../../store/repositories/kit-repository";
import { createKitVersions } from "./kit-versions";

/**
 * The library as the screens use it. Whatever changes a kit keeps its version first, so that nothing that was ever
 * published, or used as if it were, is written over.
 */
export const createKitService = (kits: KitRepository, now: () => string): KitService => {
  const versions = createKitVersions({ kits, now });
  const opened = new Map<KitId, Live<Loadable<Kit>>>();

  const openPublished: KitService["openPublished"] = (id) => {
    const known = opened.get(id);
    if (known !== undefined) return known;
    const live = liveLoad(kits.list.subscribe, async () => {
      const newest = await versions.newest(id);
      return newest.ok ? ok(newest.value.kit) : newest;
    });
    opened.set(id, live);
    return live;
  };

  const edit: KitService["edit"] = async (id, act) => {
    const kept = await versions.keepFirst(id);
    if (!kept.ok) return kept;
    const edited = await kits.edit(id, act);
    return edited.ok ? edited : err({ ...edited.error });
  };

  return {
    list: kits.list,
    drafts: liveLoad(kits.list.subscribe, versions.drafts),
    open: kits.open,
    read: async (id) => {
      const read = await kits.one(id);
      return read.ok ? read : err({ ...read.error });
    },
    openPublished,
    add: kits.add,
    edit,
    grow: (id, act) => edit(id, (kit) => ok(act(kit))),
    replace: async (kit) => {
      const kept = await versions.keepFirst(kit.id);
      if (!kept.ok) return kept;
      const replaced = await kits.replace(kit);
      if (!replaced.ok) return err({ ...replaced.error });
      const published = await versions.publish(kit.id, "");
      // The same kit once more is no version of its own.
      return published.ok || published.error.type === "nothingToPublish" ? replaced : published;
    },
    publish: versions.publish,
    versions: versions.list,
    version: versions.read,
  };
};
