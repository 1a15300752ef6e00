import type { KitId } from "../domain/ids";
import { useServices } from "./services";
import { useLiveShortly } from "./use-live";

/** The kits that have a draft, as far as that is known by now; while it is read nobody waits for it. */
export const useKitDrafts = (): ReadonlySet<KitId> => {
  const drafts = useLiveShortly(useServices().kits.drafts);
  return new Set(drafts.state === "ready" ? drafts.value : []);
};
