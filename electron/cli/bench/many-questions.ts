import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { ensureBuilt } from "../../dev/build-state";
import { type Bench, benchRow, percentile } from "./bench";
import { fullCard } from "./day/full-card";
import { type InBoth, keys, keysInTurns, lettersInTurns, stretch } from "./day/keys-in-turns";
import { watchPaint } from "./day/paint";

const many = 200;
const few = 30;

/** Both cards have the same notes; the cursor is in one of them. */
const withBoth = async (
  folder: string,
  measure: (own: Page, peer: Page) => Promise<InBoth>,
): Promise<InBoth> => {
  const own = await fullCard(join(folder, "many"), many);
  try {
    const peer = await fullCard(join(folder, "few"), few);
    try {
      const [page, peerPage] = [own.laptop.page, peer.laptop.page];
      await Promise.all([page, peerPage].map(watchPaint));
      return await measure(page, peerPage);
    } finally {
      await peer.close();
    }
  } finally {
    await own.close();
  }
};

const besideFew = (
  name: string,
  what: string,
  bound: number,
  measure: (own: Page, peer: Page) => Promise<InBoth>,
): Bench => ({
  name,
  run: async () => {
    await ensureBuilt();
    const folder = await mkdtemp(join(tmpdir(), "panelbook-many-"));
    try {
      const { values, peers } = await withBoth(folder, measure);
      return benchRow({
        name,
        value: percentile(values, 0.95),
        against: `${what} of a card with ${few} questions and the same notes, from the key press to the painted frame; p95 of ${keys} each, ${stretch} in turns; the card has ${many} (medians ${percentile(values, 0.5).toFixed(1)} and ${percentile(peers, 0.5).toFixed(1)} ms)`,
        againstValue: percentile(peers, 0.95),
        bound,
      });
    } finally {
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    }
  },
});

/** A letter typed into a note of a card with 200 questions, beside one of a card with 30. */
export const lettersOfManyBench = besideFew("key-to-paint-200", "a letter in a note", 1.5, lettersInTurns);

const onAndBack = async (own: Page, peer: Page): Promise<InBoth> => {
  for (const page of [own, peer]) await page.keyboard.press("Escape");
  return keysInTurns(own, peer, (index) => (index % 2 === 0 ? "j" : "k"));
};

/** The next question and back, in a card with 200 questions, beside one with 30. */
export const nextOfManyBench = besideFew("next-question-200", "the next question", 2, onAndBack);
