import { useState } from "react";
import type { ApplicationAct, ApplicationFailure } from "../../../bindings/applications";
import { useServices } from "../../../bindings/services";
import type { ApplicationId } from "../../../domain/ids";

/** Acts on applications one at a time and keeps why the last one failed. */
export const useAct = () => {
  const { applications } = useServices();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<ApplicationFailure | null>(null);
  /** Whether it came about. */
  const act = async (id: ApplicationId, done: ApplicationAct): Promise<boolean> => {
    setBusy(true);
    const acted = await applications.act(id, done);
    setBusy(false);
    setFailure(acted.ok ? null : acted.error);
    return acted.ok;
  };
  return { busy, failure, act };
};
