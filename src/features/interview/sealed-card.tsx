import { Button } from "@mantine/core";
import type { ReactNode } from "react";
import { deliveryLamp, deliverySentence } from "../../bindings/delivery-lamp";
import { nameIn } from "../../bindings/loop-names";
import { hrefTo, paths } from "../../bindings/paths";
import { expectedCard } from "../../domain/loop/completeness";
import type { SealedRevision } from "../../domain/loop/loop-view";
import type { Slot } from "../../domain/loop/plan";
import { Page, PageHeader, Prose } from "../../ui/page";
import { StatusDot } from "../../ui/status-dot";
import { timeText } from "../../ui/time-text";
import type { OpenView } from "./desk";
import { Delivered } from "./exercise/delivered";
import { whoseCard } from "./on-behalf";
import { stillOpen } from "./sealed-words";

interface SealedCardProps {
  readonly view: OpenView;
  readonly slot: Slot;
  readonly sealed: SealedRevision;
  /** What its author may still do. */
  readonly children?: ReactNode;
}

/** Where the card is, live: it changes as receipts come. */
const Delivery = ({ view, slot }: Pick<SealedCardProps, "view" | "slot">) => {
  const state = view.cards.find((card) => card.slotId === slot.slotId && card.personId === view.me?.personId);
  if (state === undefined) return null;
  const card = expectedCard(state);
  const { shape, unsafe } = deliveryLamp(card, true);
  return (
    <p role="status">
      <StatusDot
        shape={shape}
        tone={unsafe ? "attention" : "accent"}
        label={deliverySentence(card, (personId) => nameIn(view, personId))}
      />
    </p>
  );
};

/** What the author sees after sealing: that it is safe, and what the panel waits for. */
export const SealedCard = ({ view, slot, sealed, children }: SealedCardProps) => (
  <Page width="reading">
    <PageHeader
      title={`${slot.title}: ${whoseCard(view)} is sealed`}
      note={`Sealed at ${timeText(sealed.sealedAt)} by this laptop’s clock`}
    />
    <Prose>
      <Delivery view={view} slot={slot} />
      <p>{view.reveal === null ? stillOpen(view) : "The cards are revealed."}</p>
    </Prose>
    <Button
      mt="md"
      component="a"
      href={hrefTo(view.reveal === null ? paths.loop(view.loopId) : paths.debrief(view.loopId))}
    >
      {view.reveal === null ? "Go to the room" : "Go to the debrief"}
    </Button>
    <Delivered view={view} slot={slot} />
    {children}
  </Page>
);
