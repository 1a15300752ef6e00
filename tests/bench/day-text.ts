const words = "Named the partner, the quarter and the sum, and said what went wrong before being asked. ";

/** So many characters of a panelist's writing. */
export const textOf = (length: number): string =>
  words.repeat(Math.ceil(length / words.length)).slice(0, length);
