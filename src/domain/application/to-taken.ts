import type { Progress } from "./progress";
import type { ApplicationScript } from "./script";
import type { TakenApplication } from "./taken-application";

/** What is kept of an application that ended; null before. */
export const toTaken = (script: ApplicationScript, progress: Progress): TakenApplication | null => {
  const { end, endedAt, consentAt, startedAt, knockOuts, responses } = progress;
  if (end === null || endedAt === null) return null;
  const { applicationId, candidateId, kitId, role, consent } = script;
  return {
    formatVersion: 1,
    applicationId,
    candidateId,
    kitId,
    role,
    startedAt,
    endedAt,
    end,
    consent: consentAt === null ? null : { ...consent, at: consentAt },
    knockOuts,
    responses,
  };
};
