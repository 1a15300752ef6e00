import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ensureBuilt } from "../../dev/build-state";
import { launchPanelbook } from "../../dev/launch";
import { type Bench, benchRow, percentile } from "./bench";
import { fullCard, notes, words } from "./day/full-card";
import { keys, lettersInTurns, stretch } from "./day/keys-in-turns";
import { watchPaint } from "./day/paint";
import { emptyApp } from "./page/empty-app";

const questions = 30;

const bareArea =
  '<!doctype html><meta charset="utf-8"><textarea autofocus style="width:600px;height:300px"></textarea>';

const measure = async (folder: string) => {
  const one = await fullCard(folder, questions);
  try {
    const empty = await launchPanelbook({
      app: await emptyApp(join(folder, "empty"), bareArea),
      userDataDir: join(folder, "empty-profile"),
    });
    try {
      await empty.page.locator("textarea").focus();
      await Promise.all([one.laptop.page, empty.page].map(watchPaint));
      return await lettersInTurns(one.laptop.page, empty.page);
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
        against: `a bare text area in an empty Electron window, from the key press to the painted frame; p95 of ${keys} each, ${stretch} in turns; the note is one of ${notes} with ${words} words in all (medians ${percentile(values, 0.5).toFixed(1)} and ${percentile(peers, 0.5).toFixed(1)} ms)`,
        againstValue: percentile(peers, 0.95),
        bound: 1.5,
      });
    } finally {
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    }
  },
};
