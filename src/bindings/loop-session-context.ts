import { createContext, useContext, useEffect, useState } from "react";
import type { LoopId } from "../domain/ids";
import type { Loadable } from "../domain/live";
import type { LoopView } from "../domain/loop/loop-view";
import { type LoopSession, useServices } from "./services";
import { useLiveShortly } from "./use-live";

const SessionContext = createContext<LoopSession | null>(null);
export const LoopSessionProvider = SessionContext.Provider;

/** The loop that is open around this component. */
export const useLoopSession = (): LoopSession => {
  const session = useContext(SessionContext);
  if (session === null) throw new Error("no open loop around this component");
  return session;
};

/** What this laptop knows of the open loop; the component renders again when that changes. */
export const useLoopView = (): LoopView => useLiveShortly(useLoopSession().view);

/** Opens a loop while the component is mounted and closes it afterwards, also where opening was still under way. */
export const useOpenLoop = (loopId: LoopId): Loadable<LoopSession> => {
  const { loops } = useServices();
  const [state, setState] = useState<Loadable<LoopSession>>({ state: "loading" });
  useEffect(() => {
    let wanted = true;
    setState({ state: "loading" });
    const opening = loops.open(loopId);
    void opening.then((opened) => {
      if (!wanted) return;
      setState(
        opened.ok ? { state: "ready", value: opened.value } : { state: "failed", error: opened.error },
      );
    });
    return () => {
      wanted = false;
      void opening.then((opened) => (opened.ok ? opened.value.close() : undefined));
    };
  }, [loops, loopId]);
  return state;
};
