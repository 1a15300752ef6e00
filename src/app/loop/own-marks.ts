import type { Card } from "../../domain/card/card";
import { cardProgress } from "../../domain/card/check-card";
import type { DeviceId, LoopId, PersonId, SlotId } from "../../domain/ids";
import { inTurn } from "../../domain/in-turn";
import type { Live } from "../../domain/live";
import type { LoopView } from "../../domain/loop/loop-view";
import type { Store } from "../../store/open-store";
import type { UndoneDamage } from "../../sync/gate/shared-guard";
import type { Room } from "../../sync/room";

export interface OwnMarksParts {
  readonly store: { readonly drafts: Pick<Store["drafts"], "live" | "stored"> };
  readonly sync: Pick<Room, "loop" | "author">;
  readonly ownDevice: DeviceId;
  readonly loopId: LoopId;
  readonly view: Live<LoopView>;
  readonly onDamage: (undone: UndoneDamage) => void;
}

/** Whoever writes over the same mark that often means it; two laptops do not go on for ever. */
const mostTimes = 5;

/** The person whose marks are this laptop's alone to set; null where another laptop of theirs may set them too. */
const soleWriter = ({ me, devices, removals }: LoopView): PersonId | null => {
  if (me === null || removals.some(({ personId }) => personId === me.personId)) return null;
  return devices.filter(({ personId }) => personId === me.personId).length === 1 ? me.personId : null;
};

/** Somebody may type the card in: then the marks of the slot are also what they heard. */
const isTypedBySomebody = ({ cards }: LoopView, slotId: SlotId, personId: PersonId): boolean =>
  cards.some(
    (card) => card.slotId === slotId && card.personId === personId && (card.typists?.length ?? 0) > 0,
  );

/** Whether a mark's key is of this person's card: its first part is the slot, its last the person. */
const isOf = (key: string, slotId: SlotId, personId: PersonId): boolean =>
  key.startsWith(`${slotId}/`) && key.endsWith(`/${personId}`);

/**
 * A mark of what was asked counts for who wrote it: what somebody else's laptop sets in the name of this laptop's person
 * is set again as the card here has it, and noted with the laptop whose change it was, by the word of whoever passed it on.
 * Returns the undo.
 */
export const keepOwnMarks = ({
  store,
  sync,
  ownDevice,
  loopId,
  view,
  onDamage,
}: OwnMarksParts): (() => Promise<void>) => {
  const { loop } = sync;
  const turns = inTurn();
  const times = new Map<string, number>();

  const cardFor = async (slotId: SlotId, personId: PersonId): Promise<Card | null> => {
    const key = { loopId, slotId, personId };
    const stored = await store.drafts.stored(key);
    // Asked after the disk: what is shown is never older than it.
    const shown = store.drafts.live(key).get();
    if (shown.state === "ready") return shown.value?.card ?? null;
    return stored.ok ? (stored.value?.card ?? null) : null;
  };
  /** Which of these keys say something else than the card, each with what sets it right. */
  const wrong = (card: Card, keys: readonly string[]): readonly (readonly [string, () => void])[] => {
    const { slotId, personId } = card;
    const marks = loop
      .coverage()
      .filter((mark) => mark.slotId === slotId && mark.personId === personId)
      .flatMap(({ questionId, state }) => {
        const said = card.answers.find((answer) => answer.questionId === questionId)?.state ?? "open";
        const setRight = () => loop.markCoverage({ slotId, questionId, personId, state: said });
        return said === state ? [] : [[[slotId, questionId, personId].join("/"), setRight] as const];
      });
    const done = cardProgress(card);
    const progress = loop
      .progress()
      .filter((one) => one.slotId === slotId && one.personId === personId)
      .filter(({ answered, of }) => answered !== done.answered || of !== done.of)
      .map(() => {
        const setRight = () => loop.setProgress({ slotId, personId, ...done });
        return [[slotId, personId].join("/"), setRight] as const;
      });
    return [...marks, ...progress].filter(([key]) => keys.includes(key));
  };
  const look = async (
    slotId: SlotId,
    personId: PersonId,
    keys: readonly string[],
    deviceId: DeviceId | null,
  ) => {
    const card = await cardFor(slotId, personId);
    if (card === null) return;
    const due = wrong(card, keys).filter(([key]) => (times.get(key) ?? 0) < mostTimes);
    if (due.length === 0) return;
    for (const [key] of due) times.set(key, (times.get(key) ?? 0) + 1);
    loop.together(() => {
      for (const [, setRight] of due) setRight();
    });
    onDamage({ damage: "markInAnothersName", deviceId });
  };
  const undo = loop.observe(({ maps, local }) => {
    const personId = local ? null : soleWriter(view.get());
    if (personId === null) return;
    const slots = view.get().plan?.slots ?? [];
    const author = sync.author();
    // Nobody else tells this laptop what it did itself: somebody hides behind its name.
    const deviceId = author === ownDevice ? null : author;
    const keys = [...(maps.get("coverage") ?? []), ...(maps.get("progress") ?? [])];
    for (const { slotId } of slots) {
      const changed = keys.filter((key) => isOf(key, slotId, personId));
      if (changed.length > 0 && !isTypedBySomebody(view.get(), slotId, personId))
        void turns.run(() => look(slotId, personId, changed, deviceId));
    }
  });
  return async () => {
    undo();
    await turns.idle();
  };
};
