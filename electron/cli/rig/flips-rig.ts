import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { ensureBuilt } from "../../dev/build-state";
import { type SeededRandom, seededRandom } from "../seeded-random";
import { killProgram, profileIn, returnToCard, startCard } from "./card/card-laptop";
import { type CardOnScreen, lastSaved, shownNow } from "./card/card-on-screen";
import { filesBelow } from "./files-below";
import { type Rig, rigLine } from "./rig";

const smallRounds = 6;
const fullRounds = 120;
const flipsEach = 5;

/** The two copies of what a person did; a round damages one of them. */
const copies = ["IndexedDB", "journal"] as const;

/** Turns single bits over in the files of a folder, drawn evenly over all their bytes; gives where. */
const flipBits = async (folder: string, random: SeededRandom): Promise<readonly string[]> => {
  const files = await Promise.all(
    (await filesBelow(folder)).map(async (path) => ({ path, bytes: await readFile(path) })),
  );
  const total = files.reduce((sum, { bytes }) => sum + bytes.length, 0);
  const flipped: string[] = [];
  for (let flip = 0; flip < flipsEach; flip += 1) {
    let at = random.below(total);
    const hit = files.find(({ bytes }) => {
      if (at < bytes.length) return true;
      at -= bytes.length;
      return false;
    });
    if (hit === undefined) throw new Error("the folder holds nothing");
    hit.bytes.writeUInt8(hit.bytes.readUInt8(at) ^ (1 << random.below(8)), at);
    flipped.push(`${relative(folder, hit.path)}:${at}`);
  }
  for (const { path, bytes } of files) await writeFile(path, bytes);
  return flipped;
};

const same = (left: CardOnScreen, right: CardOnScreen): boolean =>
  JSON.stringify(left) === JSON.stringify(right);

/** Opens a damaged copy of the profile; gives what is wrong in words, or null. */
const openDamaged = async (profile: string, wanted: CardOnScreen): Promise<string | null> => {
  try {
    const one = await returnToCard(profile);
    try {
      const now = await shownNow(one.laptop.page);
      return same(now, wanted) ? null : `shows ${JSON.stringify(now)}`;
    } finally {
      await one.close();
    }
  } catch (error) {
    return `the card cannot be reached: ${String(error).split("\n")[0]}`;
  }
};

/** What is wrong where neither copy is left, in words; null would mean that this rig sees no loss. */
const withoutBoth = async (folder: string, wanted: CardOnScreen): Promise<string | null> => {
  const profile = join(folder, "without-both");
  await cp(profileIn(folder), profile, { recursive: true, filter: (path) => !path.endsWith("Lock") });
  for (const copy of copies) await rm(join(profile, copy), { recursive: true });
  return openDamaged(profile, wanted);
};

/** A card with a rating, a sign and a note, in a program that was then cut off as by a power cut. */
const prepared = async (folder: string): Promise<CardOnScreen> => {
  const one = await startCard(folder);
  try {
    await one.laptop.press("3", "+", "a", "Enter");
    await one.laptop.page.keyboard.type("Named the partner and the sum.");
    await one.laptop.sees("Saved on this laptop");
    await one.laptop.page.evaluate("window.panelbook.journal.flush()");
    const saved = await lastSaved(one.laptop.page);
    await killProgram(one);
    return saved;
  } catch (error) {
    await one.close();
    throw error;
  }
};

/**
 * Turns bits over in the database or in the safety journal of a laptop with a card in progress: the program opens and
 * the card is there as it was, from whichever of the two is whole. Counted are the rounds; in one beside them both copies
 * are gone, and the rig has to see that the card is lost.
 */
export const flipsRig: Rig = {
  name: "flips",
  run: async ({ full, seed }) => {
    await ensureBuilt();
    const folder = await mkdtemp(join(tmpdir(), "panelbook-flips-"));
    const random = seededRandom(seed);
    const rounds = full ? fullRounds : smallRounds;
    const lost: string[] = [];
    try {
      const wanted = await prepared(folder);
      for (let round = 0; round < rounds; round += 1) {
        const profile = join(folder, `damaged-${round}`);
        await cp(profileIn(folder), profile, { recursive: true, filter: (path) => !path.endsWith("Lock") });
        const copy = copies[round % copies.length] ?? "IndexedDB";
        const flipped = await flipBits(join(profile, copy), random);
        const wrong = await openDamaged(profile, wanted);
        if (wrong !== null)
          lost.push(`round ${round}, ${flipped.map((place) => `${copy}/${place}`).join(", ")}: ${wrong}`);
        await rm(profile, { recursive: true, force: true, maxRetries: 5 });
      }
      const control = await withoutBoth(folder, wanted);
      const noteKept = wanted.notes.length === 1 && wanted.rating === "3";
      return rigLine("flips", {
        tried: rounds,
        lost,
        seesFaults: noteKept && control !== null,
        facts: [
          `${flipsEach} bits turned over in each round; with both copies gone: ${control ?? "nothing was missed"}`,
        ],
      });
    } finally {
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    }
  },
};
