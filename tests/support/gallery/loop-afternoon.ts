import type { CardState, LoopView } from "../../../src/domain/loop/loop-view";
import type { Person } from "../../../src/domain/loop/roster";
import { dayView, panel } from "./loop-day";

const { ana, tomas, ines, priya, rafael } = panel;

/** The card as it is while only these hold it and one of the keepers is still wanted. */
const held = (state: CardState, heldBy: readonly Person[], keepers: readonly Person[]): CardState => ({
  ...state,
  sealed: state.sealed.map((revision) => ({
    ...revision,
    heldBy: heldBy.map(({ personId }) => personId),
    copies: revision.copies.filter(({ personId }) =>
      [state.personId, ...heldBy.map((one) => one.personId)].includes(personId),
    ),
    confirmation: {
      needed: 2,
      lacking: Math.max(0, 2 - heldBy.length),
      keepers: keepers.map(({ personId }) => personId),
    },
  })),
});

/** An afternoon on which everything that can be wrong with a card is, as Ana sees it. */
export const unsafeAfternoon = (): LoopView => {
  const view = dayView({ me: ana, admitted: [ana, tomas, ines, priya], slotsDone: 4 });
  const changes: Readonly<Record<number, (state: CardState) => CardState>> = {
    1: (state) => held(state, [], [ana, rafael]),
    3: (state) => held(state, [], [ana, rafael]),
    5: (state) => held(state, [priya], [ana, rafael]),
    6: (state) => ({ ...state, forked: true, sealed: [...state.sealed, ...state.sealed] }),
    8: (state) => ({
      ...state,
      sealed: [],
      required: false,
      dropped: "The lab was closed after lunch.",
    }),
    11: (state) => ({
      ...state,
      refused: [{ hash: "y", kind: "card", deviceId: null, reason: "otherKit", card: null }],
    }),
  };
  return { ...view, cards: view.cards.map((state, index) => changes[index]?.(state) ?? state) };
};
