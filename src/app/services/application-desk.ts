import type { Bridge } from "../../../electron/contract/bridge";
import type { ApplicationDesk } from "../../bindings/application-desk";
import { standardConsent } from "../../domain/application/consent";
import { scriptOf } from "../../domain/application/script";
import { takeIn } from "../../domain/application/take-in";
import type { TakenApplication } from "../../domain/application/taken-application";
import type { Candidate } from "../../domain/candidate/candidate";
import { type ApplicationId, hashSchema, timestampSchema } from "../../domain/ids";
import { inTurn } from "../../domain/in-turn";
import type { Kit } from "../../domain/kit/kit";
import { err, ok, type Result, unwrap } from "../../domain/result";
import { expectedOnly } from "../../shell/bridge-shell";
import type { StoreFailure } from "../../store/failure";
import type { ApplicationRepository } from "../../store/repositories/application-repository";

interface DeskParts {
  readonly bridge: Bridge["applications"];
  readonly applications: ApplicationRepository;
  readonly now: () => string;
  /** SHA-256 of a text's UTF-8, in base64url. */
  readonly hashOf: (text: string) => string;
}

/** Keeps what main holds for this window; main forgets its copy only once the store has it. */
const takeOver = async ({ bridge, applications }: DeskParts): Promise<void> => {
  const waiting = unwrap(expectedOnly(await bridge.waiting()));
  for (const taken of waiting)
    if (await isKept(applications, taken)) await bridge.taken({ applicationId: taken.applicationId });
};

/** Where the store does not take it, also because it has no such row, main's copy is the last one and stays. */
const isKept = async (applications: ApplicationRepository, taken: TakenApplication): Promise<boolean> =>
  (await applications.edit(taken.applicationId, (application) => ok(takeIn(application, taken)))).ok;

/** The candidate's application for the role; made where there is none that is not over. */
const applicationFor = (
  { applications, now }: DeskParts,
  candidate: Candidate,
  kit: Kit,
): Promise<Result<ApplicationId, StoreFailure>> => {
  const first = { kind: "applied", source: "laptop", at: timestampSchema.parse(now()), by: null } as const;
  return applications.add({ candidateId: candidate.id, kitId: kit.id, first });
};

/** The staff side of candidate mode; `undo` stops listening. */
export const createApplicationDesk = (
  parts: DeskParts,
): { readonly desk: ApplicationDesk; readonly undo: () => void } => {
  const { bridge, applications, hashOf } = parts;
  const turns = inTurn();
  // Two at once would each find the same application waiting.
  const takeOverInTurn = (): Promise<void> => turns.run(() => takeOver(parts));
  const undo = bridge.onLeft(() => void takeOverInTurn());
  void takeOverInTurn();
  const begin: ApplicationDesk["begin"] = async (candidate, kit) => {
    await takeOverInTurn();
    const applicationId = await applicationFor(parts, candidate, kit);
    if (!applicationId.ok) return err({ ...applicationId.error });
    const script = scriptOf({
      applicationId: applicationId.value,
      candidateId: candidate.id,
      kit,
      consent: standardConsent,
      hashOf: (text) => hashSchema.parse(hashOf(text)),
    });
    const begun = expectedOnly(await bridge.start({ script }));
    return begun.ok ? ok(undefined) : err({ ...begun.error });
  };
  return {
    undo,
    desk: {
      pinIsSet: async () => unwrap(expectedOnly(await bridge.pin())).isSet,
      setPin: async (pin, before) => {
        const set = expectedOnly(await bridge.setPin({ pin, before }));
        return set.ok ? ok(undefined) : err({ ...set.error });
      },
      begin,
      applications: applications.list,
      clipAddress: (candidateId, hash) => `/clips/${candidateId}/${hash}`,
    },
  };
};
