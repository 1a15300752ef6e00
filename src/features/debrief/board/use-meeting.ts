import { useState } from "react";
import { useClock } from "../../../bindings/use-clock";

interface Spent {
  /** Milliseconds on each item, before the one that runs now. */
  readonly before: Readonly<Record<string, number>>;
  readonly running: { readonly key: string; readonly since: number } | null;
}

const nothing: Spent = { before: {}, running: null };

const stopped = ({ before, running }: Spent, now: number): Spent => {
  if (running === null) return { before, running };
  const spent = Math.max(0, now - running.since);
  return { before: { ...before, [running.key]: (before[running.key] ?? 0) + spent }, running: null };
};

/**
 * The meeting's clock, on this laptop only: it runs on the item in front and can be stopped at any time. A clock that is set
 * back costs what ran since, and nothing else.
 */
export const useMeeting = (chosen: string) => {
  const [spent, setSpent] = useState(nothing);
  const isRunning = spent.running !== null;
  const now = useClock(isRunning);
  // Whoever looks at another item talks about that one from now on.
  if (spent.running !== null && spent.running.key !== chosen)
    setSpent({ ...stopped(spent, now), running: { key: chosen, since: now } });
  const totals = stopped(spent, now).before;
  const seconds = (key: string): number => Math.floor((totals[key] ?? 0) / 1000);
  return {
    isRunning,
    onItem: seconds(chosen),
    inAll: Math.floor(Object.values(totals).reduce((sum, spentMs) => sum + spentMs, 0) / 1000),
    start: (at: number) => setSpent({ ...spent, running: { key: chosen, since: at } }),
    stop: (at: number) => setSpent(stopped(spent, at)),
    again: () => setSpent(nothing),
  };
};
