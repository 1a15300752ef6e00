import { stillWanted } from "../../bindings/delivery-lamp";
import { nameIn, slotTitle } from "../../bindings/loop-names";
import { counted, listed, possessive } from "../../bindings/name-lists";
import type { RoomState } from "../../bindings/services";
import type { Completeness, ExpectedCard, Owing } from "../../domain/loop/completeness";
import type { LoopView } from "../../domain/loop/loop-view";
import type { Refusals } from "../../domain/loop/refusals";
import { acceptanceLines } from "./acceptance-lines";
import { type Lamp, laptopLamp } from "./board";
import { relayedLines } from "./ways";

/** One thing that is missing or unsafe, with what to do about it. */
export type Advice = Lamp;

const attention = (words: string): Advice => ({ shape: "bang", words, unsafe: true });
const quiet = (words: string): Advice => ({ shape: "empty", words, unsafe: false });

interface Ground {
  readonly view: LoopView;
  readonly room: RoomState;
}

const laptopOf = ({ view, room }: Ground, personId: string): string => {
  const person = view.persons.find((known) => known.personId === personId);
  return person === undefined ? "away" : laptopLamp(view, room, person).words;
};

const isAbsent = (laptop: string): boolean => laptop === "away" || laptop === "no laptop yet";

/** The sealed cards of which a person's laptop has the only copy. */
const aloneAdvice = (ground: Ground, { personId, unsafe }: Owing): readonly Advice[] => {
  const alone = unsafe.filter(({ delivery }) => delivery === "author").length;
  if (alone === 0) return [];
  const cards = counted(alone, "sealed card");
  const [whose, laptop] = [possessive(nameIn(ground.view, personId)), laptopOf(ground, personId)];
  if (laptop === "this laptop")
    return [
      attention(`Keep this laptop on and in the room: ${cards} ${alone === 1 ? "is" : "are"} only here.`),
    ];
  return [
    attention(
      isAbsent(laptop)
        ? `${whose} laptop is away with the only safe copy of ${cards}: bring it back into the room.`
        : `Keep ${whose} laptop on and in the room: ${cards} ${alone === 1 ? "is" : "are"} only there.`,
    ),
  ];
};

/** Sealed cards that have left their author's laptop and want more, by what they want. */
const sentAdvice = ({ view }: Ground, { cards }: Completeness): readonly Advice[] => {
  const wanted = new Map<string, ExpectedCard[]>();
  for (const card of cards.filter(({ delivery }) => delivery === "sent")) {
    const what = stillWanted(card, (personId) => nameIn(view, personId));
    wanted.set(what, [...(wanted.get(what) ?? []), card]);
  }
  return [...wanted].map(([what, some]) =>
    quiet(
      `${counted(some.length, "card")} of ${listed([...new Set(some.map(({ personId }) => nameIn(view, personId)))])} still ${some.length === 1 ? "needs" : "need"} ${what}.`,
    ),
  );
};

/** Who owes cards and is not here to seal them. */
const absentAdvice = (ground: Ground, { personId, unsealed }: Owing): readonly Advice[] => {
  const laptop = laptopOf(ground, personId);
  if (unsealed.length === 0 || !isAbsent(laptop) || ground.view.reveal !== null) return [];
  const name = nameIn(ground.view, personId);
  const owed = counted(unsealed.length, "card");
  return [
    quiet(
      laptop === "away"
        ? `${possessive(name)} laptop is away and owes ${owed}: get it back into the room.`
        : `${name} owes ${owed} and has no laptop in the loop yet: let it in.`,
    ),
  ];
};

const cardAdvice = (view: LoopView, card: ExpectedCard): readonly Advice[] => {
  const name = nameIn(view, card.personId);
  const which = `${possessive(name)} card for ${slotTitle(view, card.slotId)}`;
  const late = "it is read, and does not count as independent.";
  const all: readonly (readonly [boolean, Advice])[] = [
    [card.forked, attention(`${which} exists in two versions: ${name} has to say which one counts.`)],
    [
      card.refused.length > 0,
      attention(`${which} was sealed in a way that no laptop accepts: ${name} has to seal it again.`),
    ],
    [card.late, quiet(`${which} came after the cards were called: ${late}`)],
    [card.dropped !== null, quiet(`${which} was dropped: ${card.dropped ?? ""}`)],
  ];
  return all.filter(([holds]) => holds).map(([, advice]) => advice);
};

/** Who has a card and has not accepted what everybody accepts before the first one. The card is as good as any other. */
const acceptanceAdvice = (view: LoopView): readonly Advice[] =>
  acceptanceLines(view)
    .filter(({ at, personId }) => at === null && hasCard(view, personId))
    .map(({ name }) =>
      attention(
        `${name} has a card and has not accepted confidentiality, nor said whether there is a conflict of interest: ask before the reveal.`,
      ),
    );

const hasCard = ({ cards }: LoopView, personId: string): boolean =>
  cards.some((card) => card.personId === personId && (card.sealed.length > 0 || card.progress !== null));

/** A pointer to the list below, where anything was refused. */
export const refusedAdvice = ({ rows, more }: Refusals): readonly Advice[] => {
  const times = rows.reduce((sum, { count }) => sum + count, more);
  if (times === 0) return [];
  return [quiet(`Refused and counted for nothing: ${counted(times, "time")}. See below the board.`)];
};

/** What somebody must act on before what is only good to know. */
export const urgentFirst = (all: readonly Advice[]): readonly Advice[] => [
  ...all.filter(({ unsafe }) => unsafe),
  ...all.filter(({ unsafe }) => !unsafe),
];

/** What is missing or unsafe, the urgent first. Empty where nothing is. */
export const adviceFor = (view: LoopView, room: RoomState, board: Completeness): readonly Advice[] => {
  const ground = { view, room };
  const all = [
    ...board.owing.flatMap((owing) => aloneAdvice(ground, owing)),
    ...board.cards.flatMap((card) => cardAdvice(view, card)),
    ...acceptanceAdvice(view),
    ...relayedLines(view, room).map(quiet),
    ...sentAdvice(ground, board),
    ...board.owing.flatMap((owing) => absentAdvice(ground, owing)),
  ];
  return urgentFirst(all);
};
