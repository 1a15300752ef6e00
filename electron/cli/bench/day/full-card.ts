import { writeNotes } from "./notes";
import { type OneLaptop, oneLaptop } from "./one-laptop";

/** 30 questions of 10 notes of 34 words are 10,200 words. */
const written = 30;
const linesEach = 10;
const wordsEach = 34;

export const notes = written * linesEach;
export const words = notes * wordsEach;

/**
 * A laptop with a card of so many questions in front, at least 30, of which the first 30 have all the notes; one in their
 * middle is shown, and the cursor is in its next note.
 */
export const fullCard = async (folder: string, questions: number): Promise<OneLaptop> => {
  const one = await oneLaptop(folder, 1, questions);
  const { laptop } = one;
  try {
    await laptop.follow("Open my card");
    await laptop.sees("What you will ask");
    await laptop.press("n", "Enter");
    await laptop.sees("Your rating");
    for (let question = 0; question < written; question += 1) {
      await writeNotes(laptop, linesEach, wordsEach, question);
      await laptop.press("Space", "j");
    }
    for (let back = 0; back < written / 2; back += 1) await laptop.press("k");
    await laptop.press("Enter");
    return one;
  } catch (error) {
    await one.close();
    throw error;
  }
};
