import type { Card } from "../../../src/domain/card/card";
import { debriefMatrix } from "../../../src/domain/debrief/matrix";
import { hashSchema, levelIdSchema, timestampSchema } from "../../../src/domain/ids";
import type { CommentThread } from "../../../src/domain/loop/comment-thread";
import { type DebriefWords, noDebriefWords } from "../../../src/domain/loop/debrief-words";
import type { LoopView } from "../../../src/domain/loop/loop-view";
import type { SlotNotes } from "../../../src/domain/loop/shared-line";
import { buildRecord } from "../../../src/domain/record/build-record";
import { unwrap } from "../../../src/domain/result";
import { aHash } from "../builders/ids";
import { panel } from "./loop-day";

const { ana, tomas, ines, priya } = panel;
const at = (time: string) => timestampSchema.parse(`2026-11-23T${time}:00.000Z`);
const hash = (name: string) => aHash(hashSchema, name);

/** Where Ana and Tomas are furthest apart, and whose cards say so. */
const talkedAbout = (view: LoopView) => {
  const { rows } = debriefMatrix(unwrap(buildRecord(view, { protocol: 4, discussion: [], entries: [] })));
  const row = rows.toSorted((one, other) => (other.range ?? 0) - (one.range ?? 0))[0];
  const cells = (row?.cells ?? []).filter(({ value }) => value !== null);
  if (row === undefined || cells.length === 0) throw new Error("the day has something to talk about");
  return { row, cells };
};

const threadsIn = (view: LoopView): readonly CommentThread[] => {
  const { cells } = talkedAbout(view);
  return cells.slice(0, 2).flatMap(({ personId, answers }, index) => {
    const [answer] = answers;
    const state = view.cards.find(({ sealed }) =>
      sealed.some(({ envelopeHash }) => envelopeHash === answer?.envelopeHash),
    );
    if (answer === undefined || state === undefined || answer.questionId === null) return [];
    const first = hash(`thread-${index}`);
    return [
      {
        hash: first,
        envelopeHash: answer.envelopeHash,
        slotId: state.slotId,
        author: personId,
        part: { kind: "answer" as const, questionId: answer.questionId },
        comments: [
          {
            hash: first,
            personId: tomas.personId,
            at: at("15:34"),
            text: "Was that figure theirs or the partner’s?",
          },
          {
            hash: hash(`answer-${index}`),
            personId,
            at: at("15:36"),
            text: "The partner’s. I asked, and the autumn one was her own.",
          },
        ],
        resolved: index === 1,
        ...(index === 1
          ? {
              resolutions: [
                {
                  hash: hash("settled"),
                  personId: ana.personId,
                  at: at("15:40"),
                  state: "resolved" as const,
                },
              ],
            }
          : {}),
      },
    ];
  });
};

const wordsIn = (view: LoopView): DebriefWords => {
  const { row, cells } = talkedAbout(view);
  const [lowest] = cells.toSorted((one, other) => (one.value ?? 0) - (other.value ?? 0));
  if (lowest === undefined || row.item.kind !== "competency") throw new Error("somebody rated lowest");
  return {
    ...noDebriefWords,
    secondRatings: [
      {
        hash: hash("second"),
        personId: lowest.personId,
        at: at("15:45"),
        item: row.item,
        value: (lowest.value ?? 1) + 1,
        reason: "I had not heard who owned the follow-up. Tomas did, with a name and a month.",
        replaced: false,
      },
    ],
    levelReadings: [
      {
        hash: hash("level"),
        personId: ana.personId,
        at: at("15:50"),
        competencyId: row.item.competencyId,
        levelId: levelIdSchema.parse(view.kit?.levels[0]?.id),
        reason: "One campaign of their own; the second was planned by a partner.",
        replaced: false,
      },
    ],
  };
};

/** The second card of the day once more, with one answer changed after it was sealed, and what somebody asked about that. */
const withLaterRevision = (view: LoopView): LoopView => {
  const [, state] = view.cards;
  const [first] = state?.sealed ?? [];
  if (state === undefined || first?.opened?.state !== "open") throw new Error("the day's cards are open");
  const { card } = first.opened;
  const [answer] = card.answers;
  if (answer === undefined) throw new Error("the card has answers");
  const changed: Card = {
    ...card,
    amendReason: "I had put the answer of the next question here.",
    answers: card.answers.with(0, {
      ...answer,
      rating: { kind: "rated", value: 2 },
      notes: [{ atMs: null, quote: false, text: "The budget was the partner’s; hers was the mailing." }],
    }),
  };
  const envelopeHash = hash("later-revision");
  const later = {
    ...first,
    envelopeHash,
    revision: 2,
    opened: { ...first.opened, card: changed, dependence: ["laterRevision"] as const },
  };
  const thread: CommentThread = {
    hash: hash("thread-later"),
    envelopeHash,
    slotId: state.slotId,
    author: state.personId,
    part: { kind: "answer", questionId: answer.questionId },
    comments: [
      {
        hash: hash("thread-later"),
        personId: tomas.personId,
        at: at("15:38"),
        text: "Which of the two answers did you hear first?",
      },
    ],
    resolved: false,
  };
  return {
    ...view,
    comments: [...view.comments, thread],
    cards: view.cards.with(1, { ...state, sealed: [first, later] }),
  };
};

/** A revealed loop in which the panel has talked for a quarter of an hour. */
const talkedView = (view: LoopView): LoopView => ({
  ...view,
  comments: threadsIn(view),
  debrief: wordsIn(view),
});

/** What the interviewers of every slot wrote together. */
const notesOfSlots = (view: LoopView): readonly SlotNotes[] =>
  (view.plan?.slots ?? []).map(({ slotId }) => ({
    slotId,
    lines: [
      { text: "Spring event: two partners, 40 sign-ups, stopped on Tuesday.", writers: [ines.personId] },
      { text: "Budget 6k, her own.", writers: [ines.personId, priya.personId] },
    ],
  }));

export const talked = (view: LoopView) => ({
  view: withLaterRevision(talkedView(view)),
  slotNotes: notesOfSlots(view),
});
