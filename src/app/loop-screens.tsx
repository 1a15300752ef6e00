import type { ReactNode } from "react";
import { useLocation } from "react-router";
import { DebriefPage } from "../features/debrief/debrief-page";
import { FinalistsPage } from "../features/debrief/finalists/finalists-page";
import { CoveragePage } from "../features/interview/coverage/coverage-page";
import { RolePlayerPage } from "../features/interview/role-player/role-player-page";
import { SlotPage } from "../features/interview/slot-page";
import { CalendarPage } from "../features/loop/calendar-page";
import { LoopList } from "../features/loop/loop-list";
import { NextPlanPage } from "../features/loop/next-plan-page";
import { PlanPage } from "../features/loop/plan-page";
import { PrepPage } from "../features/prep/prep-page";
import { RecordList } from "../features/record/record-list";
import { RecordPage } from "../features/record/record-page";
import { RetentionPage } from "../features/record/retention/retention-page";
import { CopiesPage } from "../features/room/copies-page";
import { DayPage } from "../features/room/day/day-page";
import { LogPage } from "../features/room/day/log-page";
import { JoinPage } from "../features/room/join-page";
import { RoomPage } from "../features/room/room-page";
import { OpenFilePage, StickPage } from "../features/room/stick/stick-page";
import { PartBoundary } from "../ui/part-boundary";
import { LoopFrame } from "./loop-frame";

interface PartProps {
  readonly name: string;
  readonly children: ReactNode;
}

/** A screen that broke is tried anew at the next address, although the router keeps its place in the tree. */
const Part = ({ name, children }: PartProps) => (
  <PartBoundary name={name} resetOn={useLocation().pathname}>
    {children}
  </PartBoundary>
);

/** One element for both of a slot's screens, so that the card stays open when they take turns. */
const SlotRoute = () => <SlotPage screen={useLocation().pathname.endsWith("/seal") ? "seal" : "interview"} />;

const part = (name: string, element: ReactNode) => <Part name={name}>{element}</Part>;

/** The screens about loops, by what the routes call them. */
export const loopScreens = {
  list: part("The list of loops", <LoopList />),
  plan: part("The plan", <PlanPage />),
  join: part("Joining", <JoinPage />),
  file: part("Opening a loop file", <OpenFilePage />),
  loop: part("The loop", <LoopFrame />),
  room: part("The room", <RoomPage />),
  stick: part("The loop without a network", <StickPage />),
  coverage: part("The coverage board", <CoveragePage />),
  day: part("The change of the day", <DayPage />),
  log: part("The loop’s log", <LogPage />),
  calendar: part("The calendar files", <CalendarPage />),
  next: part("The next plan", <NextPlanPage />),
  copies: part("The completeness board", <CopiesPage />),
  role: part("The role player’s screen", <RolePlayerPage />),
  slot: part("The interview", <SlotRoute />),
  prep: part("The prep card", <PrepPage />),
  debrief: part("The debrief", <DebriefPage />),
  finalists: part("The comparison of the finalists", <FinalistsPage />),
  record: part("The record", <RecordPage />),
  records: part("The records", <RecordList />),
  retention: part("The rules on keeping", <RetentionPage />),
} as const;
