import { Button } from "@mantine/core";
import { hrefTo, paths } from "../../bindings/paths";
import { type LoopView, missingCards, type SealedRevision } from "../../domain/loop/loop-view";
import type { Slot } from "../../domain/loop/plan";
import { Page, PageHeader, Prose } from "../../ui/page";
import { StatusDot } from "../../ui/status-dot";
import { timeText } from "../../ui/time-text";

interface SealedCardProps {
  readonly view: LoopView;
  readonly slot: Slot;
  readonly sealed: SealedRevision;
}

/** Whose cards are still to come: "Still open: Ana, Tomas." */
export const stillOpen = (view: LoopView): string => {
  const names = missingCards(view).map(
    (card) => view.persons.find((person) => person.personId === card.personId)?.name ?? "a colleague",
  );
  const unique = [...new Set(names)];
  if (unique.length === 0) return "Every required card is in. The facilitator can reveal.";
  return `Still open: ${unique.join(", ")}.`;
};

/** Where a sealed card is, in words; the author's own laptop always has it. */
export const heldWords = ({ heldBy }: Pick<SealedRevision, "heldBy">): string => {
  if (heldBy.length === 0) {
    return "On this laptop only. It travels as soon as a colleague’s laptop is reached.";
  }
  return heldBy.length === 1
    ? "On this laptop and on one colleague’s."
    : `On this laptop and on ${heldBy.length} colleagues’.`;
};

/** What the author sees after sealing: that it is safe, and what the panel waits for. */
export const SealedCard = ({ view, slot, sealed }: SealedCardProps) => (
  <Page width="reading">
    <PageHeader
      title={`${slot.title}: your card is sealed`}
      note={`Sealed at ${timeText(sealed.sealedAt)} by this laptop’s clock`}
    />
    <Prose>
      <p>
        <StatusDot
          shape={sealed.heldBy.length > 0 ? "full" : "half"}
          tone={sealed.heldBy.length > 0 ? "accent" : "attention"}
          label={heldWords(sealed)}
        />
      </p>
      <p>{view.reveal === null ? stillOpen(view) : "The cards are revealed."}</p>
    </Prose>
    <Button
      mt="md"
      component="a"
      href={hrefTo(view.reveal === null ? paths.loop(view.loopId) : paths.debrief(view.loopId))}
    >
      {view.reveal === null ? "Go to the room" : "Go to the debrief"}
    </Button>
  </Page>
);
