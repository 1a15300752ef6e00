import { useEffect, useState } from "react";
import type { Asked, FoundList, KitFinder } from "../../../bindings/kit-finder";

/**
 * What the newest question that was answered finds; what was there before stays until then, so that nothing flickers under the
 * hand. Null before the first answer.
 */
export const useFound = (finder: KitFinder, asked: Asked, revision: number): FoundList | null => {
  const [found, setFound] = useState<FoundList | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another revision may find something else
  useEffect(() => {
    let isLate = false;
    void finder.find(asked).then((list) => {
      if (list !== null && !isLate) setFound(list);
    });
    return () => {
      isLate = true;
    };
  }, [finder, asked, revision]);
  return found;
};
