import type { RouteObject } from "react-router";
import { loopScreens } from "./loop-screens";

/** Everything about loops: the list, planning, joining, and the screens of one open loop. */
export const loopRoutes: RouteObject[] = [
  { path: "loops", element: loopScreens.list },
  { path: "loops/new", element: loopScreens.plan },
  { path: "loops/join", element: loopScreens.join },
  { path: "loops/file", element: loopScreens.file },
  {
    path: "loops/:loopId",
    element: loopScreens.loop,
    children: [
      { index: true, element: loopScreens.room },
      { path: "stick", element: loopScreens.stick },
      { path: "coverage", element: loopScreens.coverage },
      { path: "day", element: loopScreens.day },
      { path: "log", element: loopScreens.log },
      { path: "calendar", element: loopScreens.calendar },
      { path: "next", element: loopScreens.next },
      { path: "copies", element: loopScreens.copies },
      { path: "slots/:slotId/role", element: loopScreens.role },
      { path: "slots/:slotId/seal?", element: loopScreens.slot },
      { path: "prep/:personId?", element: loopScreens.prep },
      { path: "debrief", element: loopScreens.debrief },
      { path: "record", element: loopScreens.record },
    ],
  },
  { path: "records", element: loopScreens.records },
];
