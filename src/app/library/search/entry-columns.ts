import type { Asked } from "../../../bindings/kit-finder";
import { type FindEntry, findKinds } from "../../../domain/kit/find/find-entry";
import { createNames, type Names, withRoom } from "./columns";

/** What is known of each entry by its number: what filters ask for, and where its text lies. */
export interface EntryColumns {
  readonly length: () => number;
  readonly add: (entry: FindEntry, text: { readonly at: number; readonly bytes: number }) => number;
  readonly textOf: (entry: number) => { readonly at: number; readonly bytes: number };
  /** Whether an entry passes the filters; null where a filter names what no entry has. */
  readonly passing: (asked: Asked) => ((entry: number) => boolean) | null;
  /** Keeps the entries that `renumber` has a number for, in their order. */
  readonly keep: (renumber: Int32Array) => void;
  readonly held: () => HeldColumns;
}

/** The columns as a file keeps them. */
export interface HeldColumns {
  readonly kinds: Uint8Array;
  readonly ladders: Uint32Array;
  readonly disciplines: Uint32Array;
  readonly rounds: Uint32Array;
  readonly textAt: Float64Array;
  readonly textBytes: Uint32Array;
}

type Mutable = { -readonly [Name in keyof HeldColumns]: HeldColumns[Name] };

export const columnNames = [
  "kinds",
  "ladders",
  "disciplines",
  "rounds",
  "textAt",
  "textBytes",
] as const satisfies readonly (keyof HeldColumns)[];

export const noColumns = (): HeldColumns => ({
  kinds: new Uint8Array(0),
  ladders: new Uint32Array(0),
  disciplines: new Uint32Array(0),
  rounds: new Uint32Array(0),
  textAt: new Float64Array(0),
  textBytes: new Uint32Array(0),
});

/** The names of disciplines and rounds, and the ladders of levels, each ladder as JSON of its names. */
export interface FilterNames {
  readonly names: Names;
  readonly ladders: Names;
}

export const createFilterNames = (
  names: readonly string[] = [],
  ladders: readonly string[] = [],
): FilterNames => ({
  names: createNames(names),
  ladders: createNames(ladders),
});

export const ladderLevels = (ladder: string): readonly string[] => JSON.parse(ladder) as readonly string[];

const kindNumber = (kind: FindEntry["kind"]): number => findKinds.indexOf(kind);

export const createEntryColumns = (
  { names, ladders }: FilterNames,
  held: HeldColumns = noColumns(),
): EntryColumns => {
  const columns: Mutable = { ...held };
  let length = held.kinds.length;

  const makeRoom = (): void => {
    columns.kinds = withRoom(columns.kinds, length + 1);
    columns.ladders = withRoom(columns.ladders, length + 1);
    columns.disciplines = withRoom(columns.disciplines, length + 1);
    columns.rounds = withRoom(columns.rounds, length + 1);
    columns.textAt = withRoom(columns.textAt, length + 1);
    columns.textBytes = withRoom(columns.textBytes, length + 1);
  };

  const passing: EntryColumns["passing"] = ({ kind, level, discipline, round }) => {
    const kinds = kind === null ? -1 : kindNumber(kind);
    const disciplines = discipline === null ? -1 : names.known(discipline);
    const rounds = round === null ? -1 : names.known(round);
    if (disciplines === undefined || rounds === undefined) return null;
    const fitting = ladders.all().map((ladder) => level === null || ladderLevels(ladder).includes(level));
    return (entry) =>
      (kinds < 0 || columns.kinds[entry] === kinds) &&
      (disciplines < 0 || columns.disciplines[entry] === disciplines) &&
      (rounds < 0 || columns.rounds[entry] === rounds) &&
      fitting[columns.ladders[entry] ?? 0] === true;
  };

  return {
    length: () => length,
    add: (entry, text) => {
      makeRoom();
      columns.kinds[length] = kindNumber(entry.kind);
      columns.ladders[length] = ladders.numberOf(JSON.stringify(entry.levels));
      columns.disciplines[length] = names.numberOf(entry.discipline);
      columns.rounds[length] = names.numberOf(entry.round);
      columns.textAt[length] = text.at;
      columns.textBytes[length] = text.bytes;
      length += 1;
      return length - 1;
    },
    textOf: (entry) => ({ at: columns.textAt[entry] ?? 0, bytes: columns.textBytes[entry] ?? 0 }),
    passing,
    keep: (renumber) => {
      const kept = renumber.reduce((count, number) => count + Number(number >= 0), 0);
      for (const name of columnNames) {
        const column = columns[name];
        for (let entry = 0; entry < length; entry += 1) {
          const number = renumber[entry] ?? -1;
          if (number >= 0) column[number] = column[entry] ?? 0;
        }
      }
      length = kept;
    },
    held: () =>
      Object.fromEntries(
        columnNames.map((name) => [name, columns[name].slice(0, length)]),
      ) as unknown as HeldColumns,
  };
};
