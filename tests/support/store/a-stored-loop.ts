import type { LoopId } from "../../../src/domain/ids";
import type { StoredLoop } from "../../../src/store/repositories/loop-repository";
import { noon, personId } from "../builders/record";

/** A loop as this laptop lists it. */
export const aCandidateLoop = (loopId: LoopId): StoredLoop => ({
  loopId,
  role: "facilitator",
  me: personId("ana"),
  charterHash: null,
  candidateId: null,
  candidateName: "Noor Haddad",
  kitTitle: "Laboratory technician",
  levelName: "Senior",
  phase: "planned",
  day: "2026-11-23",
  createdAt: noon,
});
