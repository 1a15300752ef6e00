import { describe, expect, it } from "vitest";
import type { Block, Inline, Outline } from "../../../../src/documents/outline";
import { packOutline } from "../../../../src/documents/outlines/pack";
import { hashSchema } from "../../../../src/domain/ids";
import type { CommentThread } from "../../../../src/domain/loop/comment-thread";
import { closedDisclosure } from "../../../../src/domain/record/audiences";
import type { LoopRecord, RecordCard } from "../../../../src/domain/record/record";
import { aHash } from "../../../support/builders/ids";
import { noon, personId } from "../../../support/builders/record";
import { aDecidedRecord } from "../../../support/records";

const recordHash = "q1W2e3R4t5Z6u7I8o9P0a1S2d3F4g5H6j7K8l9Y0x1C";
const facts = { recordHash, generatedAt: noon, disclosure: closedDisclosure, otherCandidates: [] };
const hrFile = (record: LoopRecord): Outline => packOutline(record, "hrFile", facts);
const outline = (): Outline => hrFile(aDecidedRecord());

const headings = (level: number): readonly string[] =>
  outline().body.flatMap((block) => (block.kind === "heading" && block.level === level ? [block.text] : []));

const runsOf = (block: Block): readonly Inline[] => {
  if (block.kind === "paragraph") return block.runs;
  if (block.kind === "list") return block.items.flat();
  return block.kind === "table" ? block.rows.flat().flatMap((cell) => cell.runs) : [];
};

const wordsOf = (blocks: readonly Block[]): string =>
  blocks
    .flatMap((block) => (block.kind === "facts" ? block.rows.flat() : runsOf(block).map((run) => run.text)))
    .join("\n");

describe("the HR file", () => {
  it("has its sections in the order people read them", () => {
    expect(headings(1)).toEqual([
      "Decision",
      "Ratings",
      "Evidence",
      "How this was done",
      "What the numbers can say",
      "Individual cards",
      "What was asked, and how it is judged",
      "Signatures",
    ]);
  });

  it("puts the evidence of what the panel disagrees about first", () => {
    expect(headings(2).slice(2, 5)).toEqual([
      "How far apart the ratings lie",
      "Sample handling",
      "A spill at five",
    ]);
  });

  it("has a card section for every card", () => {
    expect(headings(2).filter((text) => text.includes(","))).toHaveLength(5);
  });

  it("is the same without a trainee's card, which enters no pack", () => {
    const record = aDecidedRecord();
    const [first, ...others] = record.cards;
    if (first === undefined) throw new Error("the record has cards");
    const trained = { ...record, cards: [{ ...first, shadow: true }, ...others] };
    expect(hrFile(trained)).toEqual(hrFile({ ...record, cards: others }));
    expect(hrFile(trained)).not.toEqual(hrFile(record));
  });

  it("says of a card how it was typed in, by whom and why, and nothing of one that was written in the interview", () => {
    const record = aDecidedRecord();
    const [first, ...others] = record.cards;
    const typist = record.persons.find(({ personId }) => personId !== first?.personId);
    if (first === undefined || typist === undefined) throw new Error("the record has cards and people");
    const card = {
      ...first.card,
      entered: { kind: "afterwards", from: "paper" } as const,
      onBehalf: { by: typist.personId, reason: "a broken wrist" },
    };
    const rowsOf = (cards: typeof record.cards) =>
      hrFile({ ...record, cards })
        .body.flatMap((block) => (block.kind === "facts" ? block.rows : []))
        .filter(([label]) => label.startsWith("Typed in"));
    expect(rowsOf([{ ...first, card }, ...others])).toEqual([
      ["Typed in", "Afterwards, from paper"],
      ["Typed in by", `${typist.name}: a broken wrist`],
    ]);
    expect(rowsOf(record.cards)).toEqual([]);
  });

  it("links every row of the matrix that has evidence to that evidence, and to nothing else", () => {
    const anchors = outline().body.flatMap((block) => (block.kind === "heading" ? [block.anchor] : []));
    const links = outline().body.flatMap((block) =>
      runsOf(block).flatMap((run) => (run.kind === "link" ? [run.anchor] : [])),
    );
    expect(links).toHaveLength(4);
    for (const target of links) expect(anchors).toContain(target);
  });

  it("gives every anchor a name Word accepts, once", () => {
    const anchors = outline().body.flatMap((block) =>
      block.kind === "heading" && block.anchor !== undefined ? [block.anchor] : [],
    );
    expect(new Set(anchors).size).toBe(anchors.length);
    for (const anchor of anchors) expect(anchor).toMatch(/^[A-Za-z][A-Za-z0-9_]{0,39}$/);
  });

  it("never leaves out a level of heading", () => {
    const levels = outline().body.flatMap((block) => (block.kind === "heading" ? [block.level] : []));
    levels.reduce<number>((before, level) => {
      expect(level).toBeLessThanOrEqual(before + 1);
      return level;
    }, 0);
  });

  it("prints the dissent word for word, and the absences as absences", () => {
    const words = wordsOf(outline().body);
    expect(words).toContain("“I did not hear one figure.”");
    expect(words).toContain("? not observed");
  });

  it("prints every dissent with whose words they are, in the lines they were said in", () => {
    const record = aDecidedRecord();
    if (record.decision === null) throw new Error("the record is decided");
    const dissent = [
      { personId: personId("Ben Sato"), text: "I did not hear one figure." },
      { personId: personId("Cleo Tran"), text: "Too early.\nI would wait." },
    ];
    const { body } = hrFile({ ...record, decision: { ...record.decision, dissent } });
    const heading = body.findIndex((block) => block.kind === "heading" && block.text === "Dissent");
    expect(body.slice(heading + 1, heading + 6).map((block) => wordsOf([block]))).toEqual([
      expect.stringContaining("“I did not hear one figure.”"),
      expect.stringContaining("Ben Sato"),
      expect.stringContaining("“Too early."),
      expect.stringContaining("I would wait.”"),
      expect.stringContaining("Cleo Tran"),
    ]);
  });

  it("names the revision that a comment speaks about, where it is not the first", () => {
    const record = aDecidedRecord();
    const [card] = record.cards;
    if (card === undefined) throw new Error("the record has cards");
    const hash = aHash(hashSchema, "thread");
    const later = { ...card, envelopeHash: aHash(hashSchema, "later"), revision: 2 };
    const threadOn = (
      { envelopeHash, slotId, personId: author }: RecordCard,
      name: string,
    ): CommentThread => ({
      hash,
      envelopeHash,
      slotId,
      author,
      part: { kind: "overall" },
      comments: [{ hash, personId: author, at: noon, text: name }],
      resolved: false,
    });
    const comments = [threadOn(card, "first"), threadOn(later, "second")];
    const words = wordsOf(hrFile({ ...record, cards: [...record.cards, later], comments }).body);
    expect(words).toContain("On the overall call, revision 2");
    expect(words.match(/On the overall call/g)).toHaveLength(2);
    expect(words.match(/On the overall call, revision/g)).toHaveLength(1);
  });

  it("says on the cover which record it was made from", () => {
    expect(wordsOf(outline().cover)).toContain("q1W2 e3R4 t5Z6 u7I8");
  });

  it("says so where there is no decision yet", () => {
    const record = { ...aDecidedRecord(), decision: null, decidedAt: null };
    const { body } = hrFile(record);
    expect(wordsOf(body)).toContain("No decision was recorded");
  });
});
