import { describe, expect, it } from "vitest";
import type { Timestamp } from "../../../../src/domain/ids";
import { hashSchema, timestampSchema } from "../../../../src/domain/ids";
import type { AuthenticEntry } from "../../../../src/domain/sealing/entries";
import {
  bounded,
  boundedByDecision,
  mostUnderOneDecision,
  mostWords,
} from "../../../../src/domain/sealing/ledger/bounds";
import type { Sorted } from "../../../../src/domain/sealing/ledger/verdict";
import { aHash } from "../../../support/builders/ids";
import { personId } from "../../../support/builders/record";
import { aCountersignature } from "../../../support/sealing/debrief-entries";
import { aDecision, aRawCall } from "../../../support/sealing/loop-world";

type Word = AuthenticEntry<"countersignature">;
const model = aCountersignature("ben", aDecision(aRawCall()));

const at = (second: number): Timestamp =>
  timestampSchema.parse(new Date(Date.UTC(2026, 10, 23, 12, 0, second)).toISOString());

/** So many words of one person, a second apart; what is not looked at is copied, since signing thousands takes long. */
const wordsOf = (name: string, count: number, from = 0): readonly Word[] =>
  Array.from({ length: count }, (_, index) => ({
    ...model,
    hash: aHash(hashSchema, `${name}-${index}`),
    body: { ...model.body, personId: personId(name), at: at(from + index) },
  }));

const judged = (accepted: readonly Word[]): Sorted<Word> => ({ accepted, refused: [], waiting: [] });

describe("how much of what people say counts", () => {
  it("is 300 entries of one person; the next by their clock is refused with its reason", () => {
    const said = wordsOf("ben", mostWords.ofOnePerson + 1);
    const { accepted, refused } = bounded(judged(said.toReversed()));
    expect(accepted).toHaveLength(300);
    expect(refused.map(({ hash, reason }) => [hash, reason])).toEqual([[said.at(-1)?.hash, "tooManyWords"]]);
    expect(bounded(judged(said.slice(1))).refused).toEqual([]);
  });

  it("is 2,000 in the loop, of which somebody who says more takes nothing from who says little", () => {
    const names = ["ana", "ben", "cleo", "dora", "emil", "finn", "gala"];
    const flood = names.flatMap((name) => wordsOf(name, mostWords.ofOnePerson));
    const quiet = wordsOf("hana", 5, 4_000);
    const { accepted, refused } = bounded(judged([...flood, ...quiet]));
    expect(accepted).toHaveLength(mostWords.inTheLoop);
    expect(refused.map(({ hash }) => hash)).not.toContain(quiet[0]?.hash);
    expect(accepted.filter((entry) => quiet.includes(entry))).toHaveLength(5);
  });
});

/** The same words under another decision. */
const under = (decision: string, words: readonly Word[]): readonly Word[] =>
  words.map((word) => ({ ...word, body: { ...word.body, decisionHash: aHash(hashSchema, decision) } }));

describe("how much of what is said under a decision counts", () => {
  const [signature] = under("first", wordsOf("ben", 1, 1_000));
  const signed = signature === undefined ? [] : [signature];

  it("does not depend on what the same person says under others, however it is dated and however much it is", () => {
    const backdated = under("second", wordsOf("ben-later", 3_000)).map((word) => ({
      ...word,
      body: { ...word.body, personId: personId("ben") },
    }));
    const { accepted, refused } = boundedByDecision(judged([...signed, ...backdated]));
    expect(accepted).toContain(signature);
    expect(accepted).toHaveLength(21);
    expect(refused.every(({ reason }) => reason === "tooManyWords")).toBe(true);
  });

  it("is 20 entries of one person, and of others' beside them none is lost", () => {
    const flood = under("first", wordsOf("cleo", 300));
    const { accepted } = boundedByDecision(judged([...flood, ...signed]));
    expect(accepted).toHaveLength(mostUnderOneDecision + 1);
    expect(accepted).toContain(signature);
  });

  it("leaves a person's word under a decision standing whatever comes later: only by which entry may change", () => {
    const backdated = under("first", wordsOf("ben", 300));
    const before = boundedByDecision(judged(signed));
    const after = boundedByDecision(judged([...backdated, ...signed]));
    const whose = (sorted: Sorted<Word>) =>
      new Set(sorted.accepted.map(({ body }) => `${body.personId} ${body.decisionHash}`));
    expect(whose(after)).toEqual(whose(before));
    const otherWay = boundedByDecision(judged([...backdated, ...signed].toReversed()));
    const hashes = (sorted: Sorted<Word>) => sorted.accepted.map(({ hash }) => hash).toSorted();
    expect(hashes(otherWay)).toEqual(hashes(after));
  });
});
