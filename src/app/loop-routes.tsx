import type { RouteObject } from "react-router";
import type { loopScreens } from "./loop-screens";
import { screenReadLater } from "./screen-read-later";

const screen = (name: keyof typeof loopScreens) =>
  screenReadLater(async () => {
    const { loopScreens: screens } = await import("./loop-screens");
    return () => screens[name];
  });

/** Everything about loops: the list, planning, joining, and the screens of one open loop. */
export const loopRoutes: RouteObject[] = [
  { path: "loops", element: screen("list") },
  { path: "loops/new", element: screen("plan") },
  { path: "loops/join", element: screen("join") },
  { path: "loops/file", element: screen("file") },
  {
    path: "loops/:loopId",
    element: screen("loop"),
    children: [
      { index: true, element: screen("room") },
      { path: "stick", element: screen("stick") },
      { path: "coverage", element: screen("coverage") },
      { path: "day", element: screen("day") },
      { path: "log", element: screen("log") },
      { path: "calendar", element: screen("calendar") },
      { path: "next", element: screen("next") },
      { path: "copies", element: screen("copies") },
      { path: "slots/:slotId/role", element: screen("role") },
      { path: "slots/:slotId/seal?", element: screen("slot") },
      { path: "slots/:slotId/for/:personId/seal?", element: screen("slot") },
      { path: "prep/:personId?", element: screen("prep") },
      { path: "debrief", element: screen("debrief") },
      { path: "finalists", element: screen("finalists") },
      { path: "record", element: screen("record") },
    ],
  },
  { path: "records", element: screen("records") },
  { path: "records/retention", element: screen("retention") },
];
