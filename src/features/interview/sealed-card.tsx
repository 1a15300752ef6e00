import { Button, Group } from "@mantine/core";
import { hrefTo, paths } from "../../bindings/paths";
import type { LoopView, SealedRevision } from "../../domain/loop/loop-view";
import { missingCards } from "../../domain/loop/loop-view";
import type { Slot } from "../../domain/loop/plan";
import { Page, PageHeader, Prose } from "../../ui/page";
import { StatusDot } from "../../ui/status-dot";

interface SealedCardProps {
  readonly view: LoopView;
  readonly slot: Slot;
  readonly sealed: SealedRevision;
}

const waitingFor = (view: LoopView): string => {
  const names = missingCards(view).map(
    (card) => view.persons.find((person) => person.personId === card.personId)?.name ?? "a colleague",
  );
  const unique = [...new Set(names)];
  if (unique.length === 0) return "Every required card is in. The facilitator can reveal.";
  return `Still open: ${unique.join(", ")}.`;
};

/** What the author sees after sealing: that it is safe, and what the panel waits for. */
export const SealedCard = ({ view, slot, sealed }: SealedCardProps) => (
  <Page width="reading">
    <PageHeader
      title={`${slot.title}: your card is sealed`}
      note={`Sealed ${sealed.sealedAt.slice(11, 16)} UTC by this laptop's clock`}
    />
    <Prose>
      <p>
        <StatusDot
          shape={sealed.heldBy.length > 0 ? "full" : "half"}
          label={
            sealed.heldBy.length === 0
              ? "On this laptop only. It travels as soon as a colleague's laptop is reached."
              : `Also held by ${sealed.heldBy.length} ${sealed.heldBy.length === 1 ? "colleague's laptop" : "colleagues' laptops"}.`
          }
        />
      </p>
      <p>{view.reveal === null ? waitingFor(view) : "The cards are revealed."}</p>
    </Prose>
    <Group>
      <Button
        component="a"
        href={hrefTo(view.reveal === null ? paths.loop(view.loopId) : paths.debrief(view.loopId))}
      >
        {view.reveal === null ? "Go to the room" : "Go to the debrief"}
      </Button>
    </Group>
  </Page>
);
