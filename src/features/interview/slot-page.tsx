import { Button } from "@mantine/core";
import { useMemo, useState } from "react";
import { Navigate, useNavigate, useParams } from "react-router";
import { useLoopSession, useLoopView } from "../../bindings/loop-session-context";
import { hrefTo, paths } from "../../bindings/paths";
import { type DraftState, useServices } from "../../bindings/services";
import { useOpened } from "../../bindings/use-live";
import type { Entered } from "../../domain/card/card";
import { newCard } from "../../domain/card/new-card";
import { type Hash, type SlotId, slotIdSchema, timestampSchema } from "../../domain/ids";
import type { LoopView, SealedRevision } from "../../domain/loop/loop-view";
import type { Slot } from "../../domain/loop/plan";
import { ErrorCard } from "../../ui/error-card";
import { Loaded } from "../../ui/loading";
import { Page } from "../../ui/page";
import { Amend } from "./amend";
import { cardOpened, editionOf } from "./card-opened";
import { cardPaths, type OpenView } from "./desk";
import { InterviewScreen } from "./interview-screen";
import { mySealed, type SlotBlock, slotFor, slotToTypeIn } from "./my-card";
import type { SaveSources } from "./save-shown";
import { SealScreen } from "./seal-screen";
import { SealedCard } from "./sealed-card";
import { SlotStart } from "./slot-start";
import { TypeInStart } from "./type-in-start";
import { useDesk } from "./use-desk";
import { blockTroubles, loadTrouble } from "./words";

type Screen = "interview" | "seal";

interface MySlotProps {
  readonly view: OpenView;
  readonly slot: Slot;
  readonly screen: Screen;
  /** The sealed revision that is being changed; null while nothing is sealed. */
  readonly amends: SealedRevision | null;
}

interface CardScreensProps extends MySlotProps {
  readonly draft: DraftState;
  /** Where the card is, from now on. */
  readonly live: SaveSources["draft"];
}

/** The card stays on the desk while the two screens take turns, so that a change can be taken back on either. */
const CardScreens = ({ view, slot, screen, amends, draft, live }: CardScreensProps) => {
  const desk = useDesk(view, slot, draft, amends, () => editionOf(live.get()) === (draft.replaced ?? 0));
  if (screen === "seal") return <SealScreen desk={desk} />;
  const subject = desk.subjects[desk.position];
  if (subject === undefined) return <Blocked view={view} block="nothingToAsk" />;
  return <InterviewScreen desk={desk} subject={subject} draft={live} />;
};

const MySlot = ({ view, slot, screen, amends }: MySlotProps) => {
  const session = useLoopSession();
  const { ids } = useServices();
  // biome-ignore lint/correctness/useExhaustiveDependencies: one slot's card is one live value for as long as it is shown
  const live = useMemo(() => session.draft(slot.slotId, view.me?.personId), [slot.slotId]);
  const draft = useOpened(() => cardOpened(live), slot.slotId);
  const start = (entered: Entered) => {
    if (view.me === null) return;
    const author = { loopId: view.loopId, personId: view.me.personId, kitRoot: view.plan.kit.kitRoot };
    const onBehalf = view.typist === undefined ? null : { by: view.typist.by, reason: view.typist.reason };
    session.saveDraft(newCard(slot, author, timestampSchema.parse(ids.now()), { entered, onBehalf }));
  };
  const show = (state: DraftState | null) => {
    if (state !== null)
      return (
        <CardScreens
          // What came from elsewhere is never written over by a desk that still holds what lay there before.
          key={state.replaced ?? 0}
          view={view}
          slot={slot}
          screen={screen}
          amends={amends}
          draft={state}
          live={live}
        />
      );
    if (screen === "seal") return <Navigate replace to={cardPaths(view, slot).write} />;
    if (view.typist !== undefined)
      return (
        <TypeInStart
          view={view}
          slot={slot}
          typist={view.typist}
          onEnter={(from) => start({ kind: "afterwards", from })}
        />
      );
    return (
      <SlotStart
        view={view}
        slot={slot}
        onStart={() => start({ kind: "live" })}
        onEnter={(from) => start({ kind: "afterwards", from })}
      />
    );
  };
  return (
    <Loaded from={draft} doing="Opening your card" trouble={loadTrouble}>
      {show}
    </Loaded>
  );
};

const Blocked = ({ view, block }: { readonly view: LoopView; readonly block: SlotBlock }) => (
  <Page width="reading">
    <ErrorCard trouble={blockTroubles[block]}>
      <Button component="a" variant="default" href={hrefTo(paths.loop(view.loopId))}>
        Go to the room
      </Button>
    </ErrorCard>
  </Page>
);

/** A sealed card rests until its author changes it; sealing the change ends that. */
const SlotOfMine = ({ view, slot, screen }: Omit<MySlotProps, "amends">) => {
  const navigate = useNavigate();
  const [amending, setAmending] = useState<Hash | null>(null);
  const sealed = mySealed(view, slot.slotId);
  if (sealed === null || sealed.envelopeHash === amending)
    return <MySlot view={view} slot={slot} screen={screen} amends={sealed} />;
  const amend = () => {
    setAmending(sealed.envelopeHash);
    void navigate(cardPaths(view, slot).write);
  };
  return (
    <SealedCard view={view} slot={slot} sealed={sealed}>
      <Amend view={view} slot={slot} sealed={sealed} onStart={amend} />
    </SealedCard>
  );
};

/** One slot of this laptop's person, or of one whose card they type in: how it starts, the interview, sealing, and what remains visible afterwards. */
export const SlotPage = ({ screen }: { readonly screen: Screen }) => {
  const view = useLoopView();
  const { slotId: asked, personId: of } = useParams();
  const parsed = slotIdSchema.safeParse(asked);
  const slotId: SlotId | null = parsed.success ? parsed.data : null;
  const found = of === undefined ? slotFor(view, slotId) : slotToTypeIn(view, slotId, of);
  if (!found.ok) return <Blocked view={view} block={found.error.type} />;
  const { slot, view: open } = found.value;
  // The key keeps one slot's card from ever being written into another's.
  return <SlotOfMine key={`${slot.slotId}/${of ?? ""}`} view={open} slot={slot} screen={screen} />;
};
