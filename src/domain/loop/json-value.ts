/** The value of a JSON text; undefined, which no JSON text means, where it is none. */
export const jsonValue = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    // A text from outside may be anything; the caller's schema refuses undefined.
    return undefined;
  }
};
