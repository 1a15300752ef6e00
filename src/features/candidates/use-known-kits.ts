import { type KitSummary, useServices } from "../../bindings/services";
import { useLive } from "../../bindings/use-live";

/** The kits of the library as far as they are known by now. */
export const useKnownKits = (): readonly KitSummary[] => {
  const kits = useLive(useServices().kits.list);
  return kits.state === "ready" ? kits.value : [];
};
