import type { z } from "zod";
import type { Result } from "../../src/domain/result";

/** Failures are tagged objects, as everywhere. */
interface Failure {
  readonly type: string;
}

/**
 * One question the window may ask main. `input` is parsed in main before a handler sees it; `Answer` exists for the
 * compiler only, since main is trusted by the window.
 */
export interface Channel<Input extends z.ZodType, Answer extends Result<unknown, Failure>> {
  readonly input: Input;
  /** Never present; carries the answer's type. */
  readonly answer?: Answer;
}

/** Starts a channel by its answer's type: `channel<Result<Saved, SaveFailure>>().with(inputSchema)`. */
export const channel = <Answer extends Result<unknown, Failure>>() => ({
  with: <Input extends z.ZodType>(input: Input): Channel<Input, Answer> => ({ input }),
});

export type ChannelMap = Readonly<Record<string, Channel<z.ZodType, Result<unknown, Failure>>>>;

/** What the window passes in. */
export type InputOf<C> = C extends Channel<infer Input, infer _Answer> ? z.input<Input> : never;

/** What a handler is given after parsing. */
export type ParsedOf<C> = C extends Channel<infer Input, infer _Answer> ? z.output<Input> : never;

/** What a handler answers. */
export type AnswerOf<C> = C extends Channel<infer _Input, infer Answer> ? Answer : never;

/** One handler per channel of a capability; main spreads the capabilities' handlers into one complete map. */
export type HandlersOf<Channels extends ChannelMap> = {
  readonly [Name in keyof Channels]: (
    input: ParsedOf<Channels[Name]>,
  ) => AnswerOf<Channels[Name]> | Promise<AnswerOf<Channels[Name]>>;
};
