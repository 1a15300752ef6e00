import { setTimeout } from "node:timers/promises";
import type { Page } from "playwright-core";
import { pressToPaint } from "./paint";

const warmUps = 20;
/** So many keys are pressed in one window before it is the other's turn. */
export const stretch = 10;
const stretches = 30;
/** So many keys are measured in each window. */
export const keys = stretch * stretches;
const pauseMs = 40;
/** What one window's last key set going is over before a key of the other is measured. */
const restMs = 400;

/** Milliseconds until paint of each measured key, of the window in question and of the one it stands beside. */
export interface InBoth {
  readonly values: readonly number[];
  readonly peers: readonly number[];
}

type KeyAt = (index: number) => string;

/** Milliseconds of `count` keys from the `first` on, with the same pauses in either window. */
const pressed = async (
  page: Page,
  keyAt: KeyAt,
  first: number,
  count: number,
): Promise<readonly number[]> => {
  await setTimeout(restMs);
  const times: number[] = [];
  for (let key = first; key < first + count; key += 1) {
    await setTimeout(pauseMs + (key % 16));
    times.push(await pressToPaint(page, keyAt(key)));
  }
  return times;
};

/** A few keys in one window, then the same in the other, so that each meets only what its own keys set going. */
export const keysInTurns = async (own: Page, peer: Page, keyAt: KeyAt): Promise<InBoth> => {
  const [values, peers]: [number[], number[]] = [[], []];
  await pressed(peer, keyAt, 0, warmUps);
  await pressed(own, keyAt, 0, warmUps);
  for (let turn = 0; turn < stretches; turn += 1) {
    const sides = [
      { page: peer, times: peers },
      { page: own, times: values },
    ];
    // Neither is always the one that goes first.
    for (const { page, times } of turn % 2 === 0 ? sides : sides.reverse())
      times.push(...(await pressed(page, keyAt, warmUps + turn * stretch, stretch)));
  }
  return { values, peers };
};

/** The letters of a text, over and over, with a space now and then. */
const letterAt: KeyAt = (index) => (index % 6 === 5 ? "Space" : ("etaoins"[index % 7] ?? "e"));

export const lettersInTurns = (own: Page, peer: Page): Promise<InBoth> => keysInTurns(own, peer, letterAt);
