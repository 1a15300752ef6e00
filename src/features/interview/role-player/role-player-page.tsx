import { Button } from "@mantine/core";
import { useParams } from "react-router";
import { useLoopSession, useLoopView } from "../../../bindings/loop-session-context";
import { hrefTo, paths } from "../../../bindings/paths";
import { useServices } from "../../../bindings/services";
import { useOpened } from "../../../bindings/use-live";
import { asRolePlay } from "../../../domain/card/change-exercise";
import { newCard } from "../../../domain/card/new-card";
import { timestampSchema } from "../../../domain/ids";
import type { ExerciseRole } from "../../../domain/kit/kit";
import type { LoopView } from "../../../domain/loop/loop-view";
import type { Slot } from "../../../domain/loop/plan";
import { openRoleIn } from "../../../domain/loop/role-players";
import { ErrorCard, type Trouble } from "../../../ui/error-card";
import { KeyHint } from "../../../ui/keys/key-hint";
import { useKeys } from "../../../ui/keys/keys";
import { Loaded } from "../../../ui/loading";
import { Notice } from "../../../ui/notice";
import { Page, PageHeader } from "../../../ui/page";
import { Arranged } from "../arranged";
import { editionOf } from "../card-opened";
import type { OpenView } from "../desk";
import { mySealed } from "../my-card";
import { blockTroubles, loadTrouble } from "../words";
import { Guidance, PinnedGuide } from "./guide";
import classes from "./role-player.module.css";
import { Sheet } from "./sheet";
import { Tensions } from "./tensions";
import { guideTroubles, words } from "./words";

interface RoleProps {
  readonly view: OpenView;
  readonly slot: Slot;
  readonly role: ExerciseRole;
}

const Blocked = ({ view, trouble }: { readonly view: LoopView; readonly trouble: Trouble }) => (
  <Page width="reading">
    <ErrorCard trouble={trouble}>
      <Button component="a" variant="default" href={hrefTo(paths.loop(view.loopId))}>
        Go to the room
      </Button>
    </ErrorCard>
  </Page>
);

const Start = ({ role, onStart }: { readonly role: ExerciseRole; readonly onStart: () => void }) => {
  useKeys({
    title: "Role player",
    scope: "screen",
    bindings: [{ keys: "enter", does: words.start, run: onStart }],
  });
  return (
    <div className={classes.sheet}>
      <div>
        <Button onClick={onStart} rightSection={<KeyHint keys="enter" />}>
          {words.start}
        </Button>
      </div>
      <Tensions role={role} rolePlay={null} onTick={null} />
      <Guidance role={role} />
    </div>
  );
};

const Playing = ({ view, slot, role }: RoleProps) => {
  const session = useLoopSession();
  const { ids } = useServices();
  const draft = useOpened(() => session.draft(slot.slotId), slot.slotId);
  const start = () => {
    if (view.me === null) return;
    const { loopId, me, plan } = view;
    const author = { loopId, personId: me.personId, kitRoot: plan.kit.kitRoot };
    session.saveDraft(asRolePlay(newCard(slot, author, timestampSchema.parse(ids.now())), role));
  };
  if (mySealed(view, slot.slotId) !== null)
    return (
      <div className={classes.sheet}>
        <Notice tone="quiet">{words.sealed}</Notice>
      </div>
    );
  return (
    <Loaded from={draft} doing="Opening your sheet" trouble={loadTrouble}>
      {(state) =>
        state === null || state.card.rolePlay === null ? (
          <Start role={role} onStart={start} />
        ) : (
          <Sheet
            key={`${slot.slotId} ${state.replaced ?? 0}`}
            slot={slot}
            role={role}
            initial={state.card}
            isCurrent={() => editionOf(session.draft(slot.slotId).get()) === (state.replaced ?? 0)}
          />
        )
      }
    </Loaded>
  );
};

const Reading = ({ role }: { readonly role: ExerciseRole }) => (
  <div className={classes.sheet}>
    <Notice tone="attention">{words.reading}</Notice>
    <Tensions role={role} rolePlay={null} onTick={null} />
    <Guidance role={role} />
  </div>
);

/** The role player's own screen: motivation and do-nots pinned, tensions to tick with the time, breaches, sealing. */
export const RolePlayerPage = () => {
  const view = useLoopView();
  const { slotId } = useParams();
  const { plan, kit } = view;
  if (plan === null || kit === null) return <Blocked view={view} trouble={blockTroubles.kitMissing} />;
  const slot = plan.slots.find((known) => known.slotId === slotId);
  if (slot === undefined) return <Blocked view={view} trouble={blockTroubles.noSuchSlot} />;
  const open: OpenView = { ...view, plan, kit };
  const found = openRoleIn(open, slot);
  if (!found.ok) return <Blocked view={view} trouble={guideTroubles[found.error.type]} />;
  const { role, plays } = found.value;
  return (
    <Page width="full">
      <div className={classes.screen}>
        <PinnedGuide role={role} />
        <div className={classes.main}>
          <PageHeader title={role.name} note={`${role.archetype} · ${slot.title}`} />
          <Arranged accommodations={plan.accommodations} />
          {plays ? <Playing view={open} slot={slot} role={role} /> : <Reading role={role} />}
        </div>
      </div>
    </Page>
  );
};
