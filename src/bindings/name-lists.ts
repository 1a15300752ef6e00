/** Names in running text. */

const joined = (names: readonly string[], word: string): string => {
  const last = names.at(-1) ?? "";
  return names.length < 2 ? last : `${names.slice(0, -1).join(", ")} ${word} ${last}`;
};

/** "Ana", "Ana and Tomas", "Ana, Tomas and Ines". */
export const listed = (names: readonly string[]): string => joined(names, "and");

/** "Ana", "Ana or Tomas", "Ana, Tomas or Ines". */
export const oneOfThem = (names: readonly string[]): string => joined(names, "or");

/** "Ana’s", "Tomas’". */
export const possessive = (name: string): string => (/s$/i.test(name) ? `${name}’` : `${name}’s`);

/** "1 card", "2 cards". */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count} ${count === 1 ? one : many}`;
