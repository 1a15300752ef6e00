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
const rounds = 300;
/** Two keys a second is slow typing; what a key sets going is over by the next one in both windows alike. */
const pauseMs = 40;

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

const sample = async (app: Page, bare: Page) => {
  const [values, peers]: [number[], number[]] = [[], []];
  for (let round = -warmUps; round < rounds; round += 1) {
    const key = keyAt(round + warmUps);
    await setTimeout(pauseMs + (round % 16));
    const peer = await pressToPaint(bare, key);
    const value = await pressToPaint(app, key);
    if (round < 0) continue;
    peers.push(peer);
    values.push(value);
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
        against: `a bare text area in an empty Electron window, from the key press to the painted frame; p95 of ${rounds} in turns; the note is one of ${questions * linesEach} with ${questions * linesEach * wordsEach} words in all (medians ${percentile(values, 0.5).toFixed(1)} and ${percentile(peers, 0.5).toFixed(1)} ms)`,
        againstValue: percentile(peers, 0.95),
        bound: 1.5,
      });
    } finally {
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    }
  },
};
