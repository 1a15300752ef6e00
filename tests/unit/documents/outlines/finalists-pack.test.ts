import { describe, expect, it } from "vitest";
import { comparisonOutline } from "../../../../src/documents/outlines/finalists-pack";
import { finalistsOf } from "../../../../src/domain/debrief/finalists/finalists";
import { candidateIdSchema, hashSchema, loopIdSchema } from "../../../../src/domain/ids";
import { type ComparisonAudience, closedDisclosure } from "../../../../src/domain/record/audiences";
import type { LoopRecord } from "../../../../src/domain/record/record";
import { aHash, anId } from "../../../support/builders/ids";
import { noon } from "../../../support/builders/record";
import { aDecidedRecord } from "../../../support/records";

const named = (name: string, quote: string): LoopRecord => {
  const record = aDecidedRecord(quote);
  return {
    ...record,
    loopId: anId(loopIdSchema, `loop-${name}`),
    plan: { ...record.plan, candidate: { candidateId: anId(candidateIdSchema, name), name } },
    reveal: { ...record.reveal, callHash: aHash(hashSchema, `call-${name}`) },
  };
};

const noor = named("Noor Haddad", "Omar Diaz showed me, and Ben Sato asked me, clearer than Zoë Muñoz.");
const omar = named("Omar Diaz", "I am Omar.");
const { compared } = finalistsOf(noor, [omar]);
const hashes = ["AAAABBBBCCCCDDDDEEEE", "FFFFGGGGHHHHIIIIJJJJ"];

const wordsFor = (audience: ComparisonAudience, individualScores = false): string =>
  JSON.stringify(
    comparisonOutline(compared, audience, {
      generatedAt: noon,
      disclosure: { ...closedDisclosure, individualScores },
      apart: 1,
      others: { candidates: ["Zoë Muñoz"], panelists: [] },
      recordHashes: hashes,
    }),
  );

const people = ["Zoë", "Muñoz", "Noor", "Haddad", "Omar", "Diaz", "Ana Brandt", "Ben Sato", "Cleo Tran"];

describe("the finalists of a role in a document", () => {
  it("stand under letters for the hiring manager: no name of anybody, no record, and no rating of one panelist", () => {
    const said = wordsFor("hiringManager");
    for (const name of people) expect(said).not.toContain(name);
    for (const hash of hashes) expect(said).not.toContain(hash.slice(0, 4));
    expect(said).not.toContain("Who is who");
    expect(said).toContain("Candidate A");
    expect(said).toContain("Candidate B");
    expect(said).toContain("[a candidate]");
    // Two independent first ratings of the first question, by hand: 4 and 2; the third panelist saw the reveal first.
    expect(said).toContain("mean 3 (2 ratings)");
    expect(said).not.toContain("not independent");
  });

  it("say every rating where that was opened for the hiring manager, without its panelist", () => {
    const said = wordsFor("hiringManager", true);
    expect(said).toContain("not independent");
    expect(said).not.toContain("mean 3 (2");
    for (const name of people) expect(said).not.toContain(name);
  });

  it("are told apart for HR on the last page only, with the hash of each record", () => {
    const said = wordsFor("hrFile");
    const [compare = "", whoIsWho = ""] = said.split('"text":"Who is who"');
    for (const name of people) expect(compare).not.toContain(name);
    expect(whoIsWho).toContain("Noor Haddad");
    expect(whoIsWho).toContain("Omar Diaz");
    expect(whoIsWho).toContain("AAAA BBBB CCCC DDDD");
    expect(compare).toContain("not independent");
  });

  it("tell no mean of one panelist who asked twice", () => {
    const [first] = noor.cards;
    if (first === undefined) throw new Error("no card");
    const again = { ...first, envelopeHash: aHash(hashSchema, "again") };
    const told = finalistsOf({ ...noor, cards: [first, again] }, []);
    const said = JSON.stringify(
      comparisonOutline(told.compared, "hiringManager", {
        generatedAt: noon,
        disclosure: closedDisclosure,
        apart: 0,
        others: { candidates: [], panelists: [] },
        recordHashes: hashes,
      }),
    );
    expect(said).toContain("ratings of 1 panelist, not shown alone");
    expect(said).not.toMatch(/mean \d/);
  });

  it("say how many loops are left out, and whose they are nowhere", () => {
    expect(wordsFor("hiringManager")).toContain("1 other loop of the role");
  });
});
