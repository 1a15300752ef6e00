import { useCallback, useEffect, useState } from "react";
import { type Failure, type KitVersion, useServices } from "../../../bindings/services";
import type { KitId } from "../../../domain/ids";
import type { Kit } from "../../../domain/kit/kit";
import type { Loadable } from "../../../domain/live";
import { ok, type Result } from "../../../domain/result";

/** A published version with the kit as it has it, or why that does not read. */
export interface ReadVersion extends KitVersion {
  readonly kit: Result<Kit, Failure>;
}

type Versions = Loadable<readonly ReadVersion[]>;

interface UseVersions {
  /** Oldest first. */
  readonly versions: Versions;
  /** Answers the failure, or null. */
  readonly publish: (note: string) => Promise<Failure | null>;
  readonly restore: (kit: Kit) => Promise<Failure | null>;
}

/** The versions of a kit, read again after each act. */
export const useVersions = (kitId: KitId): UseVersions => {
  const { kits } = useServices();
  const [versions, setVersions] = useState<Versions>({ state: "loading" });

  const read = useCallback(async (): Promise<Result<readonly ReadVersion[], Failure>> => {
    const listed = await kits.versions(kitId);
    if (!listed.ok) return listed;
    const found: ReadVersion[] = [];
    for (const version of listed.value) {
      found.push({ ...version, kit: await kits.version(version.kitRoot) });
    }
    return ok(found);
  }, [kits, kitId]);

  const refresh = useCallback(async (): Promise<void> => {
    const found = await read();
    setVersions(found.ok ? { state: "ready", value: found.value } : { state: "failed", error: found.error });
  }, [read]);

  useEffect(() => void refresh(), [refresh]);

  const after = async (done: Promise<Result<unknown, Failure>>): Promise<Failure | null> => {
    const result = await done;
    await refresh();
    return result.ok ? null : result.error;
  };
  return {
    versions,
    publish: (note) => after(kits.publish(kitId, note)),
    restore: (kit) => after(kits.edit(kitId, () => ok(kit))),
  };
};
