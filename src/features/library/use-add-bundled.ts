import { useState } from "react";
import { useNavigate } from "react-router";
import { paths } from "../../bindings/paths";
import { useServices } from "../../bindings/services";
import type { Kit } from "../../domain/kit/kit";
import type { Result } from "../../domain/result";

interface Failure {
  readonly type: string;
}

/** A kit that comes with the program: what it is called, and how it is read. */
export interface BundledKit {
  readonly title: string;
  readonly read: () => Promise<Result<Kit, Failure>>;
}

interface AddBundled {
  /** The title of the kit that is being added, or null. */
  readonly adding: string | null;
  readonly failure: Failure | null;
  readonly add: (bundled: BundledKit) => void;
}

/** Adds a bundled kit and opens it; a kit that is already in the library is only opened. */
export const useAddBundled = (): AddBundled => {
  const { kits } = useServices();
  const navigate = useNavigate();
  const [adding, setAdding] = useState<string | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);

  const addAndOpen = async (bundled: BundledKit): Promise<Failure | null> => {
    const read = await bundled.read();
    if (!read.ok) return read.error;
    const list = kits.list.get();
    const known = list.state === "ready" && list.value.some((kit) => kit.id === read.value.id);
    const added = known ? null : await kits.add(read.value);
    if (added !== null && !added.ok) return added.error;
    await navigate(paths.kit(read.value.id));
    return null;
  };

  const add = (bundled: BundledKit) => {
    setAdding(bundled.title);
    void addAndOpen(bundled)
      .then(setFailure)
      .finally(() => setAdding(null));
  };
  return { adding, failure, add };
};
