import { type Err, err } from "../../../src/domain/result";

/** A failure said in a sentence, for who typed the command. */
export interface Told {
  readonly type: "told";
  readonly words: string;
}

export const told = (words: string): Err<Told> => err({ type: "told", words });
