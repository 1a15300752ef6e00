import type { RouteObject } from "react-router";
import type { loopScreens } from "./loop-screens";

/** A screen that is read from the disk when somebody first goes to a loop: the library does not wait for it. */
const screen = (name: keyof typeof loopScreens) => async () => {
  const { loopScreens: screens } = await import("./loop-screens");
  return { element: screens[name] };
};

/** Everything about loops: the list, planning, joining, and the screens of one open loop. */
export const loopRoutes: RouteObject[] = [
  { path: "loops", lazy: screen("list") },
  { path: "loops/new", lazy: screen("plan") },
  { path: "loops/join", lazy: screen("join") },
  { path: "loops/file", lazy: screen("file") },
  {
    path: "loops/:loopId",
    lazy: screen("loop"),
    children: [
      { index: true, lazy: screen("room") },
      { path: "stick", lazy: screen("stick") },
      { path: "coverage", lazy: screen("coverage") },
      { path: "day", lazy: screen("day") },
      { path: "log", lazy: screen("log") },
      { path: "calendar", lazy: screen("calendar") },
      { path: "next", lazy: screen("next") },
      { path: "copies", lazy: screen("copies") },
      { path: "slots/:slotId/role", lazy: screen("role") },
      { path: "slots/:slotId/seal?", lazy: screen("slot") },
      { path: "prep/:personId?", lazy: screen("prep") },
      { path: "debrief", lazy: screen("debrief") },
      { path: "record", lazy: screen("record") },
    ],
  },
  { path: "records", lazy: screen("records") },
];
