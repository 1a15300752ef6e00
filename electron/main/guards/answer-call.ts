import type { z } from "zod";
import { type Err, err, type Result } from "../../../src/domain/result";
import type { WallFailure } from "../../contract/envelope";

/** One call over the wall, before anything about it is believed. */
export interface Call {
  readonly channel: string;
  /** True where it came from the main frame of a window of ours, on our origin. */
  readonly trusted: boolean;
  readonly input: unknown;
}

type Answer = Result<unknown, { readonly type: string }>;

export interface CallRules {
  readonly schema: z.ZodType;
  readonly handler: (input: unknown) => Answer | Promise<Answer>;
  /** Keeps what a handler threw and returns the reference under which it is found. */
  readonly logBug: (channel: string, thrown: unknown) => string;
}

const refused = (failure: WallFailure): Err<WallFailure> => err(failure);

/** Where the input does not fit and by which rule; its values stay out, they may be about a person. */
const issuesOf = (error: z.ZodError): readonly string[] =>
  error.issues.map((issue) => `${issue.path.map(String).join(".") || "(input)"}: ${issue.code}`);

/** Checks the sender, then the payload, then asks the handler; whatever it throws stays on this side of the wall. */
export const answerCall = async (call: Call, rules: CallRules): Promise<Answer> => {
  if (!call.trusted) return refused({ type: "refusedSender" });
  const parsed = rules.schema.safeParse(call.input);
  if (!parsed.success)
    return refused({ type: "refusedPayload", channel: call.channel, issues: issuesOf(parsed.error) });
  try {
    return await rules.handler(parsed.data);
  } catch (thrown) {
    return refused({ type: "bug", reference: rules.logBug(call.channel, thrown) });
  }
};
