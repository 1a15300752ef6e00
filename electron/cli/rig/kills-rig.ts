import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { ensureBuilt } from "../../dev/build-state";
import { type SeededRandom, seededRandom } from "../seeded-random";
import { type CardLaptop, killProgram, profileIn, returnToCard, startCard } from "./card/card-laptop";
import { type CardOnScreen, savedSoFar, shownNow } from "./card/card-on-screen";
import { type Rig, rigLine } from "./rig";

const smallKills = 6;
const fullKills = 500;
const longestPauseMs = 300;
/** So many letters at most before a kill; a card of hundreds of notes would only make each start slower. */
const mostLetters = 30;
const pieces = ["We moved ", "the date ", "twice, ", "and I told them "] as const;
const ratings = ["1", "2", "3", "4"] as const;

/** Notes only grow, so what was saved is the beginning of what is there; the rating is the saved one or a newer one. */
const keeps = (now: CardOnScreen, saved: CardOnScreen, pressed: string): boolean =>
  [saved.rating, pressed].includes(now.rating) &&
  saved.notes.every((note, index) => now.notes[index]?.startsWith(note) === true);

/** Rates otherwise than before and types; gives the rating. */
const typeOn = async ({ laptop }: CardLaptop, before: string, random: SeededRandom): Promise<string> => {
  const rating = random.pick(ratings.filter((one) => one !== before));
  await laptop.press(rating, "Enter");
  const text = random.pick(pieces);
  for (let letter = 1 + random.below(mostLetters); letter > 0; letter -= 1)
    await laptop.page.keyboard.type(text.charAt(letter % text.length));
  // The random moment itself: nothing is waited for.
  await setTimeout(random.below(longestPauseMs));
  return rating;
};

/** One kill; gives what was lost in words, or null. */
const killOnce = async (one: CardLaptop, profile: string, random: SeededRandom) => {
  const { page } = one.laptop;
  // What a card is opened with came from the disk.
  const opened = await shownNow(page);
  const pressed = await typeOn(one, opened.rating, random);
  const said = await savedSoFar(page);
  const saved = said ?? opened;
  await killProgram(one);
  const next = await returnToCard(profile);
  try {
    const now = await shownNow(next.laptop.page);
    return {
      next,
      saidSaved: said !== null,
      lost: keeps(now, saved, pressed) ? null : JSON.stringify({ saved, now }),
    };
  } catch (error) {
    await next.close();
    throw error;
  }
};

/** Kills the program with everything it started while somebody rates and types; what it called saved has to be there. */
export const killsRig: Rig = {
  name: "kills",
  run: async ({ full, seed }) => {
    await ensureBuilt();
    const folder = await mkdtemp(join(tmpdir(), "panelbook-kills-"));
    const random = seededRandom(seed);
    const kills = full ? fullKills : smallKills;
    const lost: string[] = [];
    let told = 0;
    let one = await startCard(folder);
    try {
      for (let kill = 0; kill < kills; kill += 1) {
        const { next, saidSaved, lost: missing } = await killOnce(one, profileIn(folder), random);
        one = next;
        if (saidSaved) told += 1;
        if (missing !== null) lost.push(`kill ${kill}: ${missing}`);
      }
      const { notes } = await shownNow(one.laptop.page);
      return rigLine("kills", {
        tried: kills,
        lost,
        // Without a kill after something newer was called saved, nothing was tried but what the disk already had.
        seesFaults: told > 0 && notes.length > 0,
        facts: [`${told} times something newer was called saved before the kill; ${notes.length} notes kept`],
      });
    } finally {
      await one.close();
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    }
  },
};
