import type { ReactNode } from "react";
import { type RouteObject, useLocation } from "react-router";
import { DebriefPage } from "../features/debrief/debrief-page";
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

const part = (name: string, element: ReactNode) => <Part name={name}>{element}</Part>;

/** One element for both of a slot's screens, so that the card stays open when they take turns. */
const SlotRoute = () => <SlotPage screen={useLocation().pathname.endsWith("/seal") ? "seal" : "interview"} />;

/** Everything about loops: the list, planning, joining, and the screens of one open loop. */
export const loopRoutes: RouteObject[] = [
  { path: "loops", element: part("The list of loops", <LoopList />) },
  { path: "loops/new", element: part("The plan", <PlanPage />) },
  { path: "loops/join", element: part("Joining", <JoinPage />) },
  { path: "loops/file", element: part("Opening a loop file", <OpenFilePage />) },
  {
    path: "loops/:loopId",
    element: part("The loop", <LoopFrame />),
    children: [
      { index: true, element: part("The room", <RoomPage />) },
      { path: "stick", element: part("The loop without a network", <StickPage />) },
      { path: "coverage", element: part("The coverage board", <CoveragePage />) },
      { path: "day", element: part("The change of the day", <DayPage />) },
      { path: "log", element: part("The loop’s log", <LogPage />) },
      { path: "calendar", element: part("The calendar files", <CalendarPage />) },
      { path: "next", element: part("The next plan", <NextPlanPage />) },
      { path: "copies", element: part("The completeness board", <CopiesPage />) },
      { path: "slots/:slotId/role", element: part("The role player’s screen", <RolePlayerPage />) },
      { path: "slots/:slotId/seal?", element: part("The interview", <SlotRoute />) },
      { path: "prep/:personId?", element: part("The prep card", <PrepPage />) },
      { path: "debrief", element: part("The debrief", <DebriefPage />) },
      { path: "record", element: part("The record", <RecordPage />) },
    ],
  },
  { path: "records", element: part("The records", <RecordList />) },
];
