import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import type { Page } from "playwright-core";
import { ensureBuilt } from "../../dev/build-state";
import { launchPanelbook } from "../../dev/launch";
import { type Bench, benchRow, percentile } from "./bench";
import { writeNotes } from "./day/notes";
import { oneLaptop } from "./day/one-laptop";
import { pressToPaint, watchPaint } from "./day/paint";
import { emptyApp } from "./page/empty-app";

const questions = 30;
/** 30 questions of 10 notes of 34 words are 10,200 words. */
const linesEach = 10;
const wordsEach = 34;
const warmUps = 20;
/** So many keys are typed in one window before it is the other's turn. */
const stretch = 10;
const stretches = 30;
const pauseMs = 40;
/** What one window's last key set going is over before a key of the other is measured. */
const restMs = 400;

const bareArea =
  '<!doctype html><meta charset="utf-8"><textarea autofocus style="width:600px;height:300px"></textarea>';

/** The letters of a text, over and over, with a space now and then. */
const keyAt = (index: number): string => (index % 6 === 5 ? "Space" : ("etaoins"[index % 7] ?? "e"));

const fillCard = async (folder: string) => {
  const one = await oneLaptop(folder, 1, questions);
  const { laptop } = one;
  await laptop.follow("Open my card");
  await laptop.sees("What you will ask");
  await laptop.press("n", "Enter");
  await laptop.sees("Your rating");
  for (let question = 0; question < questions; question += 1) {
    await writeNotes(laptop, linesEach, wordsEach, question);
    await laptop.press("Space", "j");
  }
  for (let back = 0; back < questions / 2; back += 1) await laptop.press("k");
  await laptop.press("Enter");
  return one;
};

/** Milliseconds of `count` keys from the `first` on, with the same pauses in either window. */
const type = async (page: Page, first: number, count: number): Promise<readonly number[]> => {
  await setTimeout(restMs);
  const times: number[] = [];
  for (let key = first; key < first + count; key += 1) {
    await setTimeout(pauseMs + (key % 16));
    times.push(await pressToPaint(page, keyAt(key)));
  }
  return times;
};

/** A few keys in one window, then the same in the other, so that each meets only what its own keys set going. */
const sample = async (app: Page, bare: Page) => {
  const [values, peers]: [number[], number[]] = [[], []];
  await type(bare, 0, warmUps);
  await type(app, 0, warmUps);
  for (let turn = 0; turn < stretches; turn += 1) {
    const sides = [
      { page: bare, times: peers },
      { page: app, times: values },
    ];
    // Neither is always the one that goes first.
    for (const { page, times } of turn % 2 === 0 ? sides : sides.reverse())
      times.push(...(await type(page, warmUps + turn * stretch, stretch)));
  }
  return { values, peers };
};

const measure = async (folder: string) => {
  const one = await fillCard(folder);
  try {
    const empty = await launchPanelbook({
      app: await emptyApp(join(folder, "empty"), bareArea),
      userDataDir: join(folder, "empty-profile"),
    });
    try {
      await empty.page.locator("textarea").focus();
      await Promise.all([one.laptop.page, empty.page].map(watchPaint));
      return await sample(one.laptop.page, empty.page);
    } finally {
      await empty.close();
    }
  } finally {
    await one.close();
  }
};

/** A letter typed into a note of a card with 30 questions and 10,000 words, beside one typed into a bare text area. */
export const keyToPaintBench: Bench = {
  name: "key-to-paint",
  run: async () => {
    await ensureBuilt();
    const folder = await mkdtemp(join(tmpdir(), "panelbook-keys-"));
    try {
      const { values, peers } = await measure(folder);
      return benchRow({
        name: "key-to-paint",
        value: percentile(values, 0.95),
        against: `a bare text area in an empty Electron window, from the key press to the painted frame; p95 of ${stretch * stretches} each, ${stretch} in turns; the note is one of ${questions * linesEach} with ${questions * linesEach * wordsEach} words in all (medians ${percentile(values, 0.5).toFixed(1)} and ${percentile(peers, 0.5).toFixed(1)} ms)`,
        againstValue: percentile(peers, 0.95),
        bound: 1.5,
      });
    } finally {
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    }
  },
};
