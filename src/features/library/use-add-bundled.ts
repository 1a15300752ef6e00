import { useState } from "react";
import { useNavigate } from "react-router";
import { paths } from "../../bindings/paths";
import { useServices } from "../../bindings/services";
import type { Kit } from "../../domain/kit/kit";
import type { Result } from "../../domain/result";

interface Failure {
  readonly type: string;
}

/** Reads the kit that comes with the program. */
export type BundledKit = () => Promise<Result<Kit, Failure>>;

interface AddBundled {
  readonly adding: boolean;
  readonly failure: Failure | null;
  readonly add: () => void;
}

/** Adds the bundled kit and opens it; a kit that is already in the library is only opened. */
export const useAddBundled = (bundledKit: BundledKit | null): AddBundled => {
  const { kits } = useServices();
  const navigate = useNavigate();
  const [adding, setAdding] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);

  const addAndOpen = async (): Promise<Failure | null> => {
    if (bundledKit === null) return null;
    const read = await bundledKit();
    if (!read.ok) return read.error;
    const list = kits.list.get();
    const known = list.state === "ready" && list.value.some((kit) => kit.id === read.value.id);
    const added = known ? null : await kits.add(read.value);
    if (added !== null && !added.ok) return added.error;
    await navigate(paths.kit(read.value.id));
    return null;
  };

  const add = () => {
    setAdding(true);
    void addAndOpen()
      .then(setFailure)
      .finally(() => setAdding(false));
  };
  return { adding, failure, add };
};
