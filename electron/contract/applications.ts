import { z } from "zod";
import { type ApplicationScript, applicationScriptSchema } from "../../src/domain/application/script";
import type { TakenApplication } from "../../src/domain/application/taken-application";
import { applicationIdSchema } from "../../src/domain/ids";
import type { Result } from "../../src/domain/result";
import { type KeepFailure, type LeaveRefusal, pinSchema } from "./candidate-contract";
import { channel } from "./channels";

export type { ApplicationScript };

/**
 * `noPin`: one has to be set first. `alreadyOpen`: a candidate sits at this laptop. `waiting`: what was taken for this very
 * application lies here still, because the store has not taken it over.
 */
export type StartFailure =
  | KeepFailure
  | { readonly type: "noPin" }
  | { readonly type: "alreadyOpen" }
  | { readonly type: "waiting" };

/** The staff side of candidate mode. */
export const applicationsChannels = {
  "applications.pin": channel<Result<{ readonly isSet: boolean }, never>>().with(z.undefined()),
  /** Changing a PIN takes the one before, with the same waits as leaving. */
  "applications.setPin": channel<Result<null, LeaveRefusal>>().with(
    z.strictObject({ pin: pinSchema, before: pinSchema.nullable() }),
  ),
  /** Hides this window and gives the laptop to the candidate; the staff PIN brings it back. */
  "applications.start": channel<Result<null, StartFailure>>().with(
    z.strictObject({ script: applicationScriptSchema }),
  ),
  /** Applications that ended and have not been taken over into the store. */
  "applications.waiting": channel<Result<readonly TakenApplication[], KeepFailure>>().with(z.undefined()),
  /** The store has it: main forgets its copy. The clips stay. */
  "applications.taken": channel<Result<null, KeepFailure>>().with(
    z.strictObject({ applicationId: applicationIdSchema }),
  ),
};

/** `applications.left`: the candidate's window is closed and this one is back. */
export interface ApplicationsNotices {
  readonly "applications.left": undefined;
}
