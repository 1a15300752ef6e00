import { Anchor, Button, Select, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { useLoopSession } from "../../bindings/loop-session-context";
import { hrefTo, paths } from "../../bindings/paths";
import type { LoopView } from "../../domain/loop/loop-view";
import { ErrorCard } from "../../ui/error-card";
import { NoticeLines } from "../../ui/notice";
import { Section } from "../../ui/section";
import classes from "./room.module.css";
import { roomTrouble } from "./room-troubles";
import { cardsToTypeIn, myTyped, myTyping, type OpenCard, typingSentences } from "./typing-in";
import { useAct } from "./use-act";

/** Who types in whose card, for everybody, and the way there for the one who does. */
export const TypedIn = ({ view }: { readonly view: LoopView }) => (
  <>
    <NoticeLines lines={typingSentences(view)} />
    {myTyping(view).map(({ key, card, label }) => (
      <Anchor
        key={key}
        href={hrefTo(paths.typeIn(view.loopId, card.slotId, card.personId))}
        className={classes.copies}
      >
        Type in {label}
      </Anchor>
    ))}
    {myTyped(view).map(({ key, card, label }) => (
      <Anchor
        key={key}
        href={hrefTo(paths.typeIn(view.loopId, card.slotId, card.personId))}
        className={classes.copies}
      >
        Correct {label}, which you typed in
      </Anchor>
    ))}
  </>
);

interface FormProps {
  readonly view: LoopView;
  readonly cards: readonly OpenCard[];
  readonly onDone: () => void;
}

const TypistForm = ({ view, cards, onDone }: FormProps) => {
  const session = useLoopSession();
  const { run, failure } = useAct();
  const [chosen, setChosen] = useState(cards[0]?.key ?? null);
  const [by, setBy] = useState<string | null>(view.me?.personId ?? null);
  const [reason, setReason] = useState("");
  const card = cards.find(({ key }) => key === chosen)?.card;
  const typist = view.persons.find(({ personId }) => personId === by);
  const isReady = card !== undefined && typist !== undefined && reason.trim() !== "";
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!isReady) return;
    const { slotId, personId } = card;
    const done = await session.nameTypist({ slotId, personId }, typist.personId, reason.trim());
    await run(Promise.resolve(done));
    if (done.ok) onDone();
  };
  return (
    <form className={classes.early} onSubmit={(event) => void submit(event)}>
      <Select
        label="Card"
        data={cards.map(({ key, label }) => ({ value: key, label }))}
        value={chosen}
        onChange={setChosen}
      />
      <Select
        label="Typed in by"
        data={view.persons.map(({ personId, name }) => ({ value: personId, label: name }))}
        value={by}
        onChange={setBy}
      />
      <TextInput
        label="On another laptop, because"
        description="Everybody reads this, also in the record. Whoever types has to have sealed their own cards first."
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Button type="submit" disabled={!isReady}>
        Let them type it in
      </Button>
      <Button variant="default" onClick={onDone}>
        Wait for its author
      </Button>
      {failure === null ? null : <ErrorCard trouble={roomTrouble(failure)} />}
    </form>
  );
};

/** For whoever is in charge: a card on paper, or whose laptop is gone, is typed in on another one. Folded until it is asked for. */
export const LetTypeIn = ({ view }: { readonly view: LoopView }) => {
  const [asked, setAsked] = useState(false);
  const cards = cardsToTypeIn(view);
  if (view.authority.mine !== "acts" || view.day.ended !== null || cards.length === 0) return null;
  if (!asked)
    return (
      <Button variant="subtle" color="gray" px={12} onClick={() => setAsked(true)}>
        A card is on paper, or its laptop is gone: type it in on another
      </Button>
    );
  return (
    <Section id="type-in" title="Type in a colleague’s card">
      <TypistForm view={view} cards={cards} onDone={() => setAsked(false)} />
    </Section>
  );
};
