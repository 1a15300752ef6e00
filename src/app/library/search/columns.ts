type Column = Uint8Array | Uint16Array | Uint32Array | Float64Array;

/** The column with room for `needed` values; twice as long as before where it had to grow. */
export const withRoom = <Typed extends Column>(column: Typed, needed: number): Typed => {
  if (column.length >= needed) return column;
  const grown = new (column.constructor as new (length: number) => Typed)(
    Math.max(64, needed, column.length * 2),
  );
  grown.set(column as never);
  return grown;
};

/** Names by number, the same number for the same name. */
export interface Names {
  readonly numberOf: (name: string) => number;
  /** Undefined where nothing has this name. */
  readonly known: (name: string) => number | undefined;
  readonly nameAt: (number: number) => string;
  readonly all: () => readonly string[];
}

export const createNames = (held: readonly string[] = []): Names => {
  const names = [...held];
  const numbers = new Map(names.map((name, number) => [name, number]));
  return {
    numberOf: (name) => {
      const known = numbers.get(name);
      if (known !== undefined) return known;
      numbers.set(name, names.length);
      names.push(name);
      return names.length - 1;
    },
    known: (name) => numbers.get(name),
    nameAt: (number) => names[number] ?? "",
    all: () => names,
  };
};
