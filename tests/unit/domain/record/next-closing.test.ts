import { expect, it } from "vitest";
import { type Hash, timestampSchema } from "../../../../src/domain/ids";
import { entriesOfNextClosing } from "../../../../src/domain/record/next-closing";
import type { AuthenticEntry } from "../../../../src/domain/sealing/entries";
import { anAcceptance } from "../../../support/sealing/later-entries";
import { beginning, ledgerOf } from "../../../support/sealing/loop-world";

/** Ben's words of one day, a second apart. */
const wordsOf = (day: number, count: number): readonly AuthenticEntry[] =>
  Array.from({ length: count }, (_, second) =>
    anAcceptance("ben", {
      at: timestampSchema.parse(new Date(Date.UTC(2026, 10, day, 9, 0, second)).toISOString()),
    }),
  );
const hashesOf = (entries: readonly AuthenticEntry[]): readonly Hash[] => entries.map(({ hash }) => hash);
const said = wordsOf(23, 2);
const late = anAcceptance("cleo");

/** What is closed where ben's two words and nothing of cleo's were closed before, and these entries came since. */
const closedAgain = (...since: readonly AuthenticEntry[]) => {
  const all = [...beginning, ...said, ...since];
  const before = hashesOf([...beginning, ...said]);
  const { refused } = ledgerOf(...all);
  const apart = new Set(refused.map(({ hash }) => hash));
  const entries = entriesOfNextClosing({
    before,
    ground: hashesOf(all).filter((hash) => !apart.has(hash)),
    late: [late.hash],
    ledgerOf: (hashes) => ledgerOf(...all.filter(({ hash }) => hashes.includes(hash))),
  });
  return { entries, all };
};

it("a record that is closed again takes in everything that came since, where all that counted in it still counts", () => {
  const { entries, all } = closedAgain(late, ...wordsOf(24, 18));
  expect(entries).toEqual(hashesOf(all).toSorted());
});

it("a record that is closed again loses nothing to words that are dated back, and has what came late", () => {
  const { entries, all } = closedAgain(late, ...wordsOf(22, 20));
  expect(ledgerOf(...all).acceptances).not.toContain(said[0]);
  expect(entries).toEqual(hashesOf([...beginning, ...said, late]).toSorted());
  const { acceptances } = ledgerOf(...all.filter(({ hash }) => entries.includes(hash)));
  expect(acceptances).toEqual(expect.arrayContaining([...said, late]));
});
