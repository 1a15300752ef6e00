import { readChosen } from "./read-chosen";

/** Reads what is chosen, one sheet after the other; null where something else was chosen before the reading came to its end. */
export const newestReading = () => {
  let newest = 0;
  return async (...chosen: Parameters<typeof readChosen>) => {
    newest += 1;
    const mine = newest;
    const read = await readChosen(...chosen);
    return mine === newest ? read : null;
  };
};
