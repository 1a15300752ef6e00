import type { Page } from "playwright-core";
import { z } from "zod";
import { pageScript } from "../page/page-script";
import type { RoundTrip } from "./clock-offset";

/** One message on a bare data channel, there and back; the middle moment is by the other window’s clock. */
const pingSchema = z.object({ sent: z.number(), received: z.number(), back: z.number() });

const seenSchema = z.object({ observed: z.number(), shown: z.number() });

/** What can be asked of one window. Times are the window's own, in milliseconds. */
export interface WindowProbe {
  /** The sentence that a colleague's mark changes, or null where the window does not show it. */
  readonly coverageLine: () => Promise<string | null>;
  readonly watch: () => Promise<void>;
  /** When the observers of the document had run, and when the sentence that is watched changed. */
  readonly seen: () => Promise<{ readonly observed: number; readonly shown: number }>;
  /** When the last key reached the window. */
  readonly lastPress: () => Promise<number>;
  /** Notes the length of messages on data channels until `weighed`, which gives the longest. */
  readonly weigh: () => Promise<void>;
  readonly weighed: () => Promise<number>;
  readonly ping: (bytes: number) => Promise<RoundTrip>;
  /** Milliseconds of one question to the main process. */
  readonly askMain: () => Promise<number>;
  readonly offer: () => Promise<string>;
  readonly echoTo: (offer: string) => Promise<string>;
  readonly connect: (answer: string) => Promise<void>;
}

const probeOf = (page: Page): WindowProbe => {
  const ask = (name: string, argument?: string | number): Promise<unknown> =>
    page.evaluate(`benchProbe.probe.${name}(${argument === undefined ? "" : JSON.stringify(argument)})`);
  const number = async (name: string, argument?: number) => z.number().parse(await ask(name, argument));
  const text = async (name: string, argument?: string) => z.string().parse(await ask(name, argument));
  const nothing = async (name: string, argument?: string): Promise<void> => {
    await ask(name, argument);
  };
  return {
    coverageLine: async () =>
      z
        .string()
        .nullable()
        .parse(await ask("coverageLine")),
    watch: () => nothing("watch"),
    seen: async () => seenSchema.parse(await ask("seen")),
    lastPress: () => number("lastPress"),
    weigh: () => nothing("weigh"),
    weighed: () => number("weighed"),
    ping: async (bytes) => pingSchema.parse(await ask("ping", bytes)),
    askMain: () => number("askMain"),
    offer: () => text("offer"),
    echoTo: (offer) => text("echoTo", offer),
    connect: (answer) => nothing("connect", answer),
  };
};

/** Puts the probe into both windows and joins the two by a data channel beside the program's own. */
export const probeWindows = async (
  first: Page,
  second: Page,
): Promise<readonly [WindowProbe, WindowProbe]> => {
  // Put there from outside: it is no part of the program that is measured.
  const script = await pageScript("tests/bench/page/edit-probe.ts", "benchProbe");
  await Promise.all([first, second].map((page) => page.evaluate(script)));
  const [one, other] = [probeOf(first), probeOf(second)];
  await one.connect(await other.echoTo(await one.offer()));
  return [one, other];
};
