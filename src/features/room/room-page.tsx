import { Anchor } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { useNavigate } from "react-router";
import { useLoopSession, useLoopView } from "../../bindings/loop-session-context";
import { hrefTo, paths } from "../../bindings/paths";
import type { Failure, RoomState } from "../../bindings/services";
import { useClock } from "../../bindings/use-clock";
import { useLive } from "../../bindings/use-live";
import { levelById } from "../../domain/kit/lookup";
import { type Completeness, completenessOf } from "../../domain/loop/completeness";
import { type LoopView, missingCards } from "../../domain/loop/loop-view";
import { ErrorCard } from "../../ui/error-card";
import { Page, PageHeader } from "../../ui/page";
import { StatusDot } from "../../ui/status-dot";
import { Acceptances } from "./acceptances";
import { adviceFor, refusedAdvice, urgentFirst } from "./advice";
import { AdviceList } from "./advice-list";
import { boardOf } from "./board";
import { BoardTable } from "./board-table";
import { BorrowedHere, BorrowedLaptops } from "./day/borrowed";
import { DayLinks, ResumeLoop } from "./day/day-notices";
import { EarlyReveal } from "./early-reveal";
import { BrokenGlass, Escrow } from "./escrow";
import { DoorButtons, InviteCard, MemberDoor } from "./invite-card";
import { LaptopsList } from "./laptops-list";
import { Lobby, PassedOn } from "./lobby";
import { MyPapers } from "./my-papers";
import { nextStep } from "./next-step";
import { NextStepBanner } from "./next-step-banner";
import { OwnLaptops } from "./own-laptops";
import { OwnVersions } from "./own-versions";
import { RefusedList } from "./refused-list";
import classes from "./room.module.css";
import { roomTrouble } from "./room-troubles";
import { safetyLamp, sealedLine, wholeLine } from "./safety";
import { TakeOver, Takeovers } from "./take-over";
import { LetTypeIn, TypedIn } from "./type-in";
import { useDoor } from "./use-door";

const useReveal = (view: LoopView) => {
  const session = useLoopSession();
  const navigate = useNavigate();
  const [failure, setFailure] = useState<Failure | null>(null);
  const reveal = async (early: { readonly reason: string } | null) => {
    const revealed = await session.reveal(early);
    setFailure(revealed.ok ? null : revealed.error);
    if (revealed.ok) await navigate(paths.debrief(view.loopId));
  };
  return { reveal, failure };
};

interface TitleProps {
  readonly view: LoopView;
  readonly actions: ReactNode;
}

const RoomTitle = ({ view: { plan, kit }, actions }: TitleProps) => {
  if (plan === null) return <PageHeader title="Loop" actions={actions} />;
  const level = kit === null ? "" : `, ${levelById(kit, plan.levelId).name}`;
  return (
    <PageHeader
      title={plan.candidate.name}
      note={`${plan.kit.title}${level}, kit version ${plan.kit.version}`}
      actions={actions}
    />
  );
};

const Safety = ({ view, board }: { readonly view: LoopView; readonly board: Completeness }) => {
  const lamp = safetyLamp(view, board);
  return (
    <span className={classes.safety}>
      {lamp === null ? null : (
        <StatusDot shape={lamp.shape} tone={lamp.unsafe ? "attention" : "accent"} label={lamp.words} />
      )}
      {sealedLine(view)} {wholeLine(view, board)}
    </span>
  );
};

interface MainProps {
  readonly view: LoopView;
  readonly room: RoomState;
  readonly isInCharge: boolean;
  /** Failures of what this screen did, newest last. */
  readonly failures: readonly (Failure | null)[];
  readonly onReveal: (early: { readonly reason: string } | null) => void;
}

/** Ages are told in minutes. */
const renewAgesMs = 15_000;

const Main = ({ view, room, isInCharge, failures, onReveal }: MainProps) => {
  const nowMs = useClock(true, renewAgesMs);
  const board = completenessOf(view);
  const refused = useLive(useLoopSession().refused);
  const missing = missingCards(view).length;
  const mayReveal = isInCharge && view.reveal === null && view.day.ended === null;
  const mayRevealEarly = mayReveal && view.plan !== null && missing > 0;
  return (
    <div className={classes.main}>
      <NextStepBanner
        loopId={view.loopId}
        step={nextStep(view, room)}
        safety={view.plan === null ? null : <Safety view={view} board={board} />}
        onReveal={onReveal}
      />
      <MyPapers view={view} />
      {[room.problem, ...failures].map((failure) =>
        failure === null ? null : <ErrorCard key={failure.type} trouble={roomTrouble(failure)} />,
      )}
      <Takeovers view={view} />
      <BrokenGlass view={view} />
      <OwnVersions view={view} />
      <TypedIn view={view} />
      {isInCharge ? (
        <Lobby view={view} requests={room.lobby} />
      ) : (
        <PassedOn view={view} requests={room.lobby} />
      )}
      {view.persons.length === 0 ? null : (
        <BoardTable loopId={view.loopId} board={boardOf(view, room, nowMs)} />
      )}
      {/* Under the board: its lines come and go with every card, and would move the ways to one's cards. */}
      <AdviceList advice={urgentFirst([...refusedAdvice(refused), ...adviceFor(view, room, board)])} />
      {view.plan === null ? null : (
        <Anchor href={hrefTo(paths.copies(view.loopId))} className={classes.copies}>
          Every card and where its copies are, to print
        </Anchor>
      )}
      <Anchor href={hrefTo(paths.coverage(view.loopId))} className={classes.copies}>
        Who asked about what so far: the coverage board
      </Anchor>
      <Acceptances view={view} />
      <BorrowedLaptops view={view} />
      <BorrowedHere view={view} />
      <DayLinks view={view} />
      <Anchor href={hrefTo(paths.calendar(view.loopId))} className={classes.copies}>
        The plan as calendar files
      </Anchor>
      {view.plan === null || view.me === null ? null : (
        <Anchor href={hrefTo(paths.nextPlan(view.loopId))} className={classes.copies}>
          Plan the same for the next candidate of this role
        </Anchor>
      )}
      {view.reveal === null ? null : (
        <Anchor href={hrefTo(paths.finalists(view.loopId))} className={classes.copies}>
          The finalists of this role, question by question
        </Anchor>
      )}
      <ResumeLoop view={view} />
      <Anchor href={hrefTo(paths.stick(view.loopId))} className={classes.copies}>
        No network: take this loop on a stick, or bring one in
      </Anchor>
      <LetTypeIn view={view} />
      <LaptopsList view={view} mayRemove={isInCharge} />
      {mayRevealEarly ? <EarlyReveal missing={missing} onReveal={(reason) => onReveal({ reason })} /> : null}
      <TakeOver view={view} room={room} />
      <OwnLaptops view={view} />
      <Escrow view={view} />
      <RefusedList view={view} refused={refused} />
    </div>
  );
};

const everybodyIsIn = (view: LoopView): boolean =>
  view.persons.every((person) => view.devices.some((device) => device.personId === person.personId));

/** Who is here, which card is where, how to get in, and what the panel waits for. */
export const RoomPage = () => {
  const view = useLoopView();
  const room = useLive(useLoopSession().room);
  const door = useDoor();
  const { reveal, failure } = useReveal(view);
  const [asked, setAsked] = useState(false);
  const closing: typeof door = {
    ...door,
    close: () => {
      setAsked(false);
      door.close();
    },
  };
  const isInCharge = view.authority.mine === "acts";
  // Whoever leads is shown the way in until everybody is in; any other member may open their door for a latecomer.
  const isMember = view.me !== null && view.removed === null;
  const isInviting = isMember && (asked || (isInCharge && !everybodyIsIn(view)));
  const Doors = isInCharge ? DoorButtons : MemberDoor;
  return (
    <Page>
      <RoomTitle
        view={view}
        actions={
          isMember && !isInviting ? (
            <Doors room={room} door={door} onShow={() => setAsked(true)} />
          ) : undefined
        }
      />
      <div className={classes.room} data-inviting={isInviting || undefined}>
        <Main
          view={view}
          room={room}
          isInCharge={isInCharge}
          failures={[door.failure, failure]}
          onReveal={(early) => void reveal(early)}
        />
        {isInviting ? <InviteCard room={room} door={closing} /> : null}
      </div>
    </Page>
  );
};
