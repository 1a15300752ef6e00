import { hrefTo, paths } from "../bindings/paths";
import { levelById } from "../domain/kit/lookup";
import type { LoopView } from "../domain/loop/loop-view";
import type { Crumb } from "../ui/top-bar";

const loopName = ({ plan, kit }: LoopView): string => {
  if (plan === null) return "Loop";
  const level = kit === null ? "" : `, ${levelById(kit, plan.levelId).name}`;
  return `${plan.candidate.name} · ${plan.kit.title}${level}`;
};

/** The screen of a loop that stands at an address, below the room; empty for the room itself. */
const screenTrail = (view: LoopView, pathname: string): readonly Crumb[] => {
  const { loopId } = view;
  if (pathname === paths.debrief(loopId)) return [{ label: "Debrief" }];
  if (pathname === paths.finalists(loopId)) return [{ label: "Finalists" }];
  if (pathname === paths.stick(loopId)) return [{ label: "Without a network" }];
  if (pathname === paths.coverage(loopId)) return [{ label: "Coverage" }];
  if (pathname === paths.day(loopId)) return [{ label: "Change the day" }];
  if (pathname === paths.loopLog(loopId)) return [{ label: "Log" }];
  if (pathname === paths.calendar(loopId)) return [{ label: "Calendar files" }];
  if (pathname === paths.nextPlan(loopId)) return [{ label: "The next candidate" }];
  if (pathname === paths.copies(loopId)) return [{ label: "Completeness" }];
  if (pathname === paths.record(loopId)) return [{ label: "Record" }];
  const slot = view.plan?.slots.find(({ slotId }) => pathname.startsWith(paths.slot(loopId, slotId)));
  if (slot === undefined) return [];
  return pathname === paths.seal(loopId, slot.slotId)
    ? [{ label: slot.title, href: hrefTo(paths.slot(loopId, slot.slotId)) }, { label: "Seal" }]
    : [{ label: slot.title }];
};

/** The way to the current screen of a loop: the list, the room, the screen. */
export const loopTrail = (view: LoopView, pathname: string): readonly Crumb[] => {
  const below = screenTrail(view, pathname);
  const room: Crumb =
    below.length === 0
      ? { label: loopName(view) }
      : { label: loopName(view), href: hrefTo(paths.loop(view.loopId)) };
  return [{ label: "Loops", href: hrefTo(paths.loops) }, room, ...below];
};
