import { newCard } from "../../../src/domain/card/new-card";
import { questionIdSchema } from "../../../src/domain/ids";
import { exerciseSchema, type Kit, kitSchema } from "../../../src/domain/kit/kit";
import type { LoopView } from "../../../src/domain/loop/loop-view";
import type { Slot } from "../../../src/domain/loop/plan";
import { dayCards, dayKit, dayPersons, dayRoom, daySlots, dayView, panel } from "./loop-day";
import { answered, interviewing, laptopWith } from "./loop-laptops";

const { ana, tomas, ines, priya } = panel;
const together = dayRoom([tomas, priya]);

const withSlot = (view: LoopView, kit: Kit, at: number, change: Partial<Slot>): LoopView => ({
  ...view,
  kit,
  plan: view.plan && {
    ...view.plan,
    slots: view.plan.slots.map((slot, index) => (index === at ? { ...slot, ...change } : slot)),
  },
});

const many = 200;

/** The kit's questions over and over, each with an id of its own and a number in its prompt. */
const manyQuestions = Array.from({ length: many }, (_, index) => {
  const question = dayKit.questions[index % dayKit.questions.length];
  if (question === undefined) throw new Error("the day's kit has questions");
  return {
    ...question,
    id: questionIdSchema.parse(`many-${index}`),
    prompt: `Set ${index + 1}: ${question.prompt}`,
  };
});

const manyView = withSlot(
  interviewing,
  kitSchema.parse({ ...dayKit, questions: [...dayKit.questions, ...manyQuestions] }),
  1,
  { questionIds: manyQuestions.map(({ id }) => id) },
);

const manyCard = () => {
  const slot = manyView.plan?.slots[1];
  const [like] = answered;
  if (slot === undefined || like === undefined) throw new Error("the day has a second slot");
  return newCard(slot, like, like.startedAt);
};

const test = exerciseSchema.parse({
  ...dayKit.exercises[0],
  id: "written-test",
  kind: "test",
  title: "Reading a contract",
  prompt: "",
  scenario: "",
  problem: "Twenty minutes with the annex of a real contract, then three questions about it.",
  roles: [],
  items: [
    {
      id: "notice",
      prompt: "By which day can the partner end the contract without giving a reason?",
      expected: "30 June",
    },
    {
      id: "brand",
      prompt: "Who has to agree before the partner’s mark is printed on our material?",
      expected: "The partner’s marketing, in writing",
    },
  ],
});

const testView = withSlot(
  interviewing,
  kitSchema.parse({ ...dayKit, exercises: [...dayKit.exercises, test] }),
  4,
  { exerciseId: test.id, questionIds: [] },
);

const testCard = () => {
  const slot = testView.plan?.slots[4];
  const [like] = answered;
  if (slot === undefined || like === undefined) throw new Error("the day has a fifth slot");
  return newCard(slot, like, like.startedAt);
};

const [firstOfInes] = daySlots.filter(({ interviewers }) => interviewers.includes(ines.personId));
const dueOfInes = firstOfInes === undefined ? [] : [{ slotId: firstOfInes.slotId, personId: ines.personId }];
const borrowedView = dayView({ me: ines, admitted: dayPersons, slotsDone: 1 });

/** States of a loop that come seldom and must be as clear as the usual ones. */
export const oddLaptops = {
  "loop-many": laptopWith({ view: manyView, room: together, drafts: [manyCard()] }),
  "loop-test": laptopWith({ view: testView, room: together, drafts: [testCard()] }),
  "loop-arranged": laptopWith({
    view: {
      ...interviewing,
      plan: interviewing.plan && {
        ...interviewing.plan,
        accommodations:
          "A quarter more time in every slot; questions also on paper; a break after each hour.",
      },
    },
    room: together,
    drafts: answered,
  }),
  "loop-latecomer": laptopWith({
    view: dayView({ me: ana, admitted: [ana, tomas, priya], slotsDone: 2 }),
    room: dayRoom([tomas, priya], {
      lobby: [
        {
          requestId: "request-latecomer",
          label: "Ines’s MacBook",
          name: "Ines Sato",
          words: ["candle", "orbit", "velvet", "harbor", "lemon", "sketch"],
          invited: true,
          doorOf: tomas.personId,
        },
      ],
    }),
  }),
  "loop-accepting": laptopWith({
    view: { ...dayView({ me: ana, admitted: dayPersons, slotsDone: 0 }), acceptances: [] },
    room: together,
  }),
  "loop-borrowed": laptopWith({
    view: borrowedView,
    room: together,
    contents: dayCards,
    borrowed: {
      state: "kept",
      outlook: { drafts: [], unsafe: dueOfInes, unpublished: dueOfInes, copied: false },
    },
  }),
  "loop-wiped": laptopWith({ view: borrowedView, room: dayRoom([]), borrowed: { state: "wiped" } }),
} as const;
