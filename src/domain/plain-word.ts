/** A text as it is compared: lower case and without accents, so that "munoz" finds "Muñoz". */
export const plainWord = (word: string): string =>
  word.normalize("NFD").replace(/\p{M}/gu, "").toLocaleLowerCase("en");
