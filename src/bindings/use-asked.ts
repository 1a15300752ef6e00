import { useEffect, useState } from "react";
import type { Loadable } from "../domain/live";
import type { Result } from "../domain/result";

/**
 * What a question that is asked once answers, until `key` changes: `ask` may be another function on every render. An answer that
 * comes after the component is gone, or after another key, is dropped.
 */
export const useAsked = <Value>(
  ask: () => Promise<Result<Value, { readonly type: string }>>,
  key: string,
): Loadable<Value> => {
  const [answer, setAnswer] = useState<{ readonly key: string; readonly is: Loadable<Value> } | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key names what is asked
  useEffect(() => {
    let wanted = true;
    void ask().then((asked) => {
      if (!wanted) return;
      const is: Loadable<Value> = asked.ok
        ? { state: "ready", value: asked.value }
        : { state: "failed", error: asked.error };
      setAnswer({ key, is });
    });
    return () => {
      wanted = false;
    };
  }, [key]);
  return answer?.key === key ? answer.is : { state: "loading" };
};
