import type { AnswerOf, InputOf } from "./channels";
import type { Channels, Notices } from "./contract";
import type { Enveloped } from "./envelope";
import type { ChannelName, NoticeName } from "./names";

type Capability<Name extends string> = Name extends `${infer Head}.${string}` ? Head : never;
type Action<Name extends string, Head extends string> = Name extends `${Head}.${infer Tail}` ? Tail : never;

/** A channel without input is asked with empty parentheses. */
type Arguments<Input> = [Input] extends [undefined] ? [] : [input: Input];

type Asks<Head extends string> = {
  readonly [Tail in Action<ChannelName, Head>]: (
    ...input: Arguments<InputOf<Channels[`${Head}.${Tail}` & ChannelName]>>
  ) => Promise<Enveloped<AnswerOf<Channels[`${Head}.${Tail}` & ChannelName]>>>;
};

type Listens<Head extends string> = {
  readonly [Tail in Action<NoticeName, Head> as `on${Capitalize<Tail>}`]: (
    listener: (payload: Notices[`${Head}.${Tail}` & NoticeName]) => void,
  ) => () => void;
};

/**
 * What `window.panelbook` is: `panelbook.files.save(input)` asks main, `panelbook.app.onResumed(listener)` listens and
 * returns its undo. Derived from the contract; there is no way to ask a channel by a free name.
 */
export type Bridge = {
  readonly [Head in Capability<ChannelName | NoticeName>]: Asks<Head> & Listens<Head>;
};
