import { useEffect, useState } from "react";
import type { Loadable } from "../domain/live";
import type { LoopRecord } from "../domain/record/record";
import { useLoopSession, useLoopView } from "./loop-session-context";

export interface RecordWithHash {
  readonly record: LoopRecord;
  /** SHA-256 of the record's canonical JSON in base64url. */
  readonly hash: string;
}

/** The record of the open loop, made anew whenever the loop changes; fails with a type until the reveal. */
export const useRecord = (): Loadable<RecordWithHash> => {
  const session = useLoopSession();
  const view = useLoopView();
  const [state, setState] = useState<Loadable<RecordWithHash>>({ state: "loading" });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the view is what the record is made from
  useEffect(() => {
    let wanted = true;
    void session.record().then((made) => {
      if (!wanted) return;
      setState(made.ok ? { state: "ready", value: made.value } : { state: "failed", error: made.error });
    });
    return () => {
      wanted = false;
    };
  }, [session, view]);
  return state;
};
