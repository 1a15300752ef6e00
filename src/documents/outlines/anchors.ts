/**
 * Names of places in a pack. Word allows letters, digits and underscores, at most 40 characters, so that ids are cut
 * and made distinct by their position.
 */
export const anchorOf = (prefix: "item" | "card", position: number, id: string): string =>
  `${prefix}_${position}_${id.replace(/[^A-Za-z0-9]/g, "_")}`.slice(0, 40);
