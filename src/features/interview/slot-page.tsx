import { Button } from "@mantine/core";
import { Navigate, useParams } from "react-router";
import { useLoopSession, useLoopView } from "../../bindings/loop-session-context";
import { hrefTo, paths } from "../../bindings/paths";
import type { DraftState } from "../../bindings/services";
import { useServices } from "../../bindings/services";
import { useOpened } from "../../bindings/use-live";
import { newCard } from "../../domain/card/new-card";
import { type SlotId, slotIdSchema, timestampSchema } from "../../domain/ids";
import type { Kit } from "../../domain/kit/kit";
import type { LoopView } from "../../domain/loop/loop-view";
import type { Plan, Slot } from "../../domain/loop/plan";
import { ErrorCard } from "../../ui/error-card";
import { Loaded } from "../../ui/loading";
import { Page } from "../../ui/page";
import { InterviewScreen } from "./interview-screen";
import { mySealed, slotFor } from "./my-card";
import { SealScreen } from "./seal-screen";
import { SealedCard } from "./sealed-card";
import { SlotStart } from "./slot-start";
import { blockTroubles, loadTrouble } from "./words";

type Screen = "interview" | "seal";

interface MySlotProps {
  readonly view: LoopView & { readonly plan: Plan; readonly kit: Kit };
  readonly slot: Slot;
  readonly screen: Screen;
}

const MySlot = ({ view, slot, screen }: MySlotProps) => {
  const session = useLoopSession();
  const { ids } = useServices();
  const draft = useOpened(() => session.draft(slot.slotId), slot.slotId);
  const start = () => {
    if (view.me === null) return;
    const author = { loopId: view.loopId, personId: view.me.personId, kitRoot: view.plan.kit.kitRoot };
    session.saveDraft(newCard(slot, author, timestampSchema.parse(ids.now())));
  };
  const show = (state: DraftState | null) => {
    if (state === null) {
      return screen === "seal" ? (
        <Navigate replace to={paths.slot(view.loopId, slot.slotId)} />
      ) : (
        <SlotStart kit={view.kit} plan={view.plan} slot={slot} onStart={start} />
      );
    }
    const shared = { kit: view.kit, plan: view.plan, slot, draft: state };
    return screen === "seal" ? <SealScreen {...shared} /> : <InterviewScreen {...shared} />;
  };
  return (
    <Loaded from={draft} doing="Opening your card" trouble={loadTrouble}>
      {show}
    </Loaded>
  );
};

const Blocked = ({ view, block }: { readonly view: LoopView; readonly block: string }) => (
  <Page width="reading">
    <ErrorCard trouble={blockTroubles[block] ?? loadTrouble({ type: block })}>
      <Button component="a" variant="default" href={hrefTo(paths.loop(view.loopId))}>
        Go to the room
      </Button>
    </ErrorCard>
  </Page>
);

/** One slot of this laptop's person: how it starts, the interview, sealing, and what remains visible afterwards. */
export const SlotPage = ({ screen }: { readonly screen: Screen }) => {
  const view = useLoopView();
  const parsed = slotIdSchema.safeParse(useParams().slotId);
  const slotId: SlotId | null = parsed.success ? parsed.data : null;
  const slot = slotId === null ? "noSuchSlot" : slotFor(view, slotId);
  if (typeof slot === "string" || view.plan === null || view.kit === null) {
    return <Blocked view={view} block={typeof slot === "string" ? slot : "planMissing"} />;
  }
  const sealed = mySealed(view, slot.slotId);
  if (sealed !== null) return <SealedCard view={view} slot={slot} sealed={sealed} />;
  return <MySlot view={{ ...view, plan: view.plan, kit: view.kit }} slot={slot} screen={screen} />;
};
