import { expect, it } from "vitest";
import { newWatchdog } from "../../../../../src/sync/transport/webrtc/watchdog";

const waiting = (connection: string) => ({ connection, connected: false });
const connected = (connection: string) => ({ connection, connected: true });

it("a connection that has waited longer than the limit is overdue", () => {
  const watchdog = newWatchdog<string>(8_000);
  expect(watchdog.overdue(100_000, [waiting("a")])).toEqual([]);
  expect(watchdog.overdue(108_000, [waiting("a")])).toEqual([]);
  expect(watchdog.overdue(108_001, [waiting("a")])).toEqual(["a"]);
});

it("a connection that is connected is never overdue, and waits from the start once it is not", () => {
  const watchdog = newWatchdog<string>(8_000);
  watchdog.overdue(0, [waiting("a")]);
  expect(watchdog.overdue(9_000, [connected("a")])).toEqual([]);
  expect(watchdog.overdue(10_000, [waiting("a")])).toEqual([]);
  expect(watchdog.overdue(18_000, [waiting("a")])).toEqual([]);
  expect(watchdog.overdue(18_001, [waiting("a")])).toEqual(["a"]);
});

it("each connection waits by itself, and one that is gone is forgotten", () => {
  const watchdog = newWatchdog<string>(8_000);
  watchdog.overdue(0, [waiting("a")]);
  watchdog.overdue(5_000, [waiting("a"), waiting("b")]);
  expect(watchdog.overdue(9_000, [waiting("a"), waiting("b")])).toEqual(["a"]);
  watchdog.overdue(10_000, [waiting("b")]);
  expect(watchdog.overdue(11_000, [waiting("a"), waiting("b")])).toEqual([]);
  expect(watchdog.overdue(14_000, [waiting("a"), waiting("b")])).toEqual(["b"]);
});
