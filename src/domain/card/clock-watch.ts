/** The laptop's two clocks at one moment: the one on the wall, which people and networks move, and one that only goes on. */
export interface ClockReading {
  readonly wallMs: number;
  /** Stands still while the machine sleeps. */
  readonly steadyMs: number;
}

/** What the watch remembers between two readings. */
export interface ClockWatch extends ClockReading {
  /** The last jump forward that was taken for a clock that was moved, and when on the steady clock. */
  readonly forward: { readonly ms: number; readonly atSteadyMs: number } | null;
}

/** Clocks that are slewed, and timers that come late between the two readings, stay far below this. */
const toleranceMs = 2_000;
/** A machine says that it woke up within seconds of it; the reading may come before or after. */
const wakeMs = 10_000;

export const newClockWatch = (reading: ClockReading): ClockWatch => ({ ...reading, forward: null });

/**
 * Takes a reading. `movedMs` is by how much the wall clock was moved since the one before; zero for a time that the
 * machine slept, which passed for the people in the room too. Daylight saving moves no clock that counts in UTC.
 */
export const readClock = (
  watch: ClockWatch,
  { wallMs, steadyMs }: ClockReading,
): { readonly watch: ClockWatch; readonly movedMs: number } => {
  const jump = wallMs - watch.wallMs - (steadyMs - watch.steadyMs);
  const movedMs = Math.abs(jump) < toleranceMs ? 0 : Math.round(jump);
  const forward = movedMs > 0 ? { ms: movedMs, atSteadyMs: steadyMs } : watch.forward;
  return { watch: { wallMs, steadyMs, forward }, movedMs };
};

/**
 * The machine says that it woke up: a jump forward around that moment was sleep. It is read first, so that the jump is
 * known; `movedMs` then takes back what an earlier reading took for a moved clock.
 */
export const wakeClock = (
  before: ClockWatch,
  reading: ClockReading,
): { readonly watch: ClockWatch; readonly movedMs: number } => {
  const { watch, movedMs } = readClock(before, reading);
  const slept =
    watch.forward !== null && reading.steadyMs - watch.forward.atSteadyMs <= wakeMs ? watch.forward.ms : 0;
  return { watch: { ...watch, forward: null }, movedMs: movedMs - slept };
};
