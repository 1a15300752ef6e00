import { type CandidateBridge, chunkLimit } from "../../../electron/contract/candidate-contract";
import type { Applicant } from "../../bindings/applicant";
import type { Failure } from "../../bindings/services";
import { type ShownApplication, shownApplicationSchema } from "../../domain/application/shown";
import { err, ok, type Result } from "../../domain/result";

declare global {
  interface Window {
    /** Put there by the preload file of the candidate's window. */
    readonly applicant: CandidateBridge;
  }
}

/** Both ends parse: what main says is checked too, before anything of it is shown. */
const shown = (answer: Result<unknown, { readonly type: string }>): Result<ShownApplication, Failure> =>
  answer.ok ? ok(shownApplicationSchema.parse(answer.value)) : err({ ...answer.error });

/** The candidate's page over the bridge. */
export const bridgeApplicant = (bridge: CandidateBridge): Applicant => {
  /** The number of the next piece, by take. */
  const next = new Map<number, number>();
  return {
    prompts: async () => shown(await bridge.prompts()),
    answer: async (answer) => shown(await bridge.answer(answer)),
    start: async (promptId, mimeType) => {
      const begun = await bridge.start({ promptId, mimeType });
      if (!begun.ok) return err({ ...begun.error });
      next.set(begun.value.take, 0);
      return ok(begun.value.take);
    },
    keep: async (take, bytes) => {
      for (let at = 0; at < bytes.length; at += chunkLimit) {
        const index = next.get(take) ?? 0;
        const kept = await bridge.chunk({ take, index, bytes: bytes.slice(at, at + chunkLimit) });
        if (!kept.ok) return err({ ...kept.error });
        next.set(take, index + 1);
      }
      return ok(undefined);
    },
    stop: async (take, seconds, end) => shown(await bridge.stop({ take, seconds, end })),
    finish: async () => shown(await bridge.finish()),
    leave: async (pin) => {
      const left = await bridge.leave({ pin });
      return left.ok ? ok(undefined) : err({ ...left.error });
    },
    clipAddress: (hash) => `/clips/${hash}`,
  };
};
