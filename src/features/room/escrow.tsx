import { Button, Select, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { useLoopSession } from "../../bindings/loop-session-context";
import type { Card } from "../../domain/card/card";
import { hashSchema } from "../../domain/ids";
import type { LoopView } from "../../domain/loop/loop-view";
import { ErrorCard } from "../../ui/error-card";
import { NoticeLines } from "../../ui/notice";
import { Section } from "../../ui/section";
import { cardLines, type EscrowCard, escrowCards, glassSentences, holdsEscrow } from "./escrow-cards";
import classes from "./room.module.css";
import { roomTrouble } from "./room-troubles";
import { useAct } from "./use-act";

type Act = ReturnType<typeof useAct>["run"];

interface PartProps {
  readonly cards: readonly EscrowCard[];
  readonly run: Act;
}

const Withheld = ({ cards, run }: PartProps) => {
  const session = useLoopSession();
  const withheld = cards.filter((card) => card.withheld);
  if (withheld.length === 0) return <p>Every card’s key is published.</p>;
  return (
    <ul>
      {withheld.map(({ envelopeHash, label }) => (
        <li key={envelopeHash}>
          {label}: its laptop has not published the key.{" "}
          <Button size="compact-sm" onClick={() => void run(session.releaseByEscrow(envelopeHash))}>
            Publish the key from escrow
          </Button>
        </li>
      ))}
    </ul>
  );
};

const BreakGlassForm = ({ cards, run }: PartProps) => {
  const session = useLoopSession();
  const [chosen, setChosen] = useState<string | null>(null);
  const [reason, setReason] = useState("");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (chosen !== null && reason.trim() !== "")
      void run(session.breakGlass(hashSchema.parse(chosen), reason.trim()));
  };
  return (
    <form className={classes.early} onSubmit={submit}>
      <Select
        label="Card"
        data={cards.map(({ envelopeHash, label }) => ({ value: envelopeHash, label }))}
        value={chosen}
        onChange={setChosen}
      />
      <TextInput
        label="It has to be read before the reveal, because"
        description="Everybody sees this, also in the record. The card opens here once another person’s laptop holds the reason."
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Button type="submit" disabled={chosen === null || reason.trim() === ""}>
        Sign the reason
      </Button>
    </form>
  );
};

const Reading = ({ cards, run, view }: PartProps & { readonly view: LoopView }) => {
  const session = useLoopSession();
  const [card, setCard] = useState<Card | null>(null);
  const broken = cards.filter(({ glass }) => glass.some(({ witnesses }) => witnesses.length > 0));
  return (
    <>
      {broken.map(({ envelopeHash, label }) => (
        <Button
          key={envelopeHash}
          variant="default"
          onClick={async () => setCard(await run(session.openByEscrow(envelopeHash)))}
        >
          Read {label}
        </Button>
      ))}
      {card === null ? null : (
        <ul aria-label="What the card says">
          {cardLines(card, view.kit).map((line, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the lines of one card never change places.
            <li key={index}>{line}</li>
          ))}
        </ul>
      )}
    </>
  );
};

/** For the person who holds escrow: publishing a lost laptop's key after the reveal, and breaking glass before it. */
export const Escrow = ({ view }: { readonly view: LoopView }) => {
  const { run, failure } = useAct();
  const [asked, setAsked] = useState(false);
  const cards = escrowCards(view);
  if (!holdsEscrow(view) || cards.length === 0) return null;
  if (view.reveal === null && !asked)
    return (
      <Button variant="subtle" color="gray" px={12} onClick={() => setAsked(true)}>
        Open a card before the reveal, from escrow
      </Button>
    );
  return (
    <Section id="escrow" title="Escrow">
      {failure === null ? null : <ErrorCard trouble={roomTrouble(failure)} />}
      {view.reveal === null ? (
        <>
          <BreakGlassForm cards={cards} run={run} />
          <Reading cards={cards} run={run} view={view} />
        </>
      ) : (
        <Withheld cards={cards} run={run} />
      )}
    </Section>
  );
};

/** Every reason given for opening a card early, for everybody. */
export const BrokenGlass = ({ view }: { readonly view: LoopView }) => (
  <NoticeLines tone="attention" lines={glassSentences(view)} />
);
