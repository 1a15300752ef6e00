import { timestampSchema } from "../../../src/domain/ids";
import type { CardState, LoopView } from "../../../src/domain/loop/loop-view";
import { noRefusals, type RefusalEvent, type Refusals, withRefusal } from "../../../src/domain/loop/refusals";
import type { Person } from "../../../src/domain/loop/roster";
import { dayDevice, dayRoom, daySlots, dayView, panel } from "./loop-day";

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

/** Everything that can be wrong with a card, as Ana sees it. */
const unsafeView = (): LoopView => {
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

/** A stranger at the Wi-Fi, a colleague with a changed program, and a disk with a scar. */
const refusedByNoon = (): Refusals => {
  const priyas = dayDevice(priya).deviceId;
  const plain = { deviceId: null, kind: "", card: null };
  const slotId = daySlots[0]?.slotId ?? "";
  const events: readonly (readonly [RefusalEvent, number, string])[] = [
    [{ ...plain, source: "connection", reason: "doesNotOpen" }, 19, "09:02"],
    [{ ...plain, source: "disk", reason: "checksum" }, 1, "08:58"],
    [
      {
        source: "entry",
        reason: "otherPersonsCard",
        deviceId: priyas,
        kind: "card",
        card: { slotId, personId: tomas.personId } as RefusalEvent["card"],
      },
      2,
      "09:21",
    ],
    [{ ...plain, source: "sharedText", reason: "handOffChanged", deviceId: priyas }, 1, "09:22"],
  ];
  return events.reduce(
    (known, [event, times, at]) =>
      withRefusal(known, event, timestampSchema.parse(`2026-11-23T${at}:00.000Z`), times),
    noRefusals,
  );
};

/** An afternoon on which everything that can go wrong did. */
export const unsafeAfternoon = () => ({
  view: unsafeView(),
  room: dayRoom([tomas, priya]),
  refused: refusedByNoon(),
});
