import { Button } from "@mantine/core";
import { hrefTo, paths } from "../../bindings/paths";
import type { LoopView, SealedRevision } from "../../domain/loop/loop-view";
import type { Slot } from "../../domain/loop/plan";
import { Page, PageHeader, Prose } from "../../ui/page";
import { StatusDot } from "../../ui/status-dot";
import { timeText } from "../../ui/time-text";
import { heldWords, stillOpen } from "./sealed-words";

interface SealedCardProps {
  readonly view: LoopView;
  readonly slot: Slot;
  readonly sealed: SealedRevision;
}

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
