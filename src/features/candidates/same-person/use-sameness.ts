import { useState } from "react";
import { useServices } from "../../../bindings/services";
import type { Candidate } from "../../../domain/candidate/candidate";
import type { SamenessDoing, SamenessRefusal } from "../../../domain/candidate/one-person";
import { timestampSchema } from "../../../domain/ids";
import type { Result } from "../../../domain/result";

type Act = (candidate: Candidate, doing: SamenessDoing) => Result<Candidate, SamenessRefusal>;

/** Says who is the same person, and keeps why the last word was not taken. */
export const useSameness = () => {
  const { candidates, ids } = useServices();
  const [failure, setFailure] = useState<{ readonly type: string } | null>(null);
  /** Whether it was taken. */
  const say = async (candidate: Candidate, by: string, act: Act): Promise<boolean> => {
    const doing = { at: timestampSchema.parse(ids.now()), by };
    const said = await candidates.edit(candidate.id, (one) => act(one, doing));
    setFailure(said.ok ? null : said.error);
    return said.ok;
  };
  return { failure, say };
};
