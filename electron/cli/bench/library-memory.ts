import { kitAt } from "../../../tests/bench/library/many-kits";
import { type Bench, benchRow } from "./bench";
import { residentMemory } from "./day/resident-memory";
import { openFindPage, typeQuery } from "./library/find-page";
import { libraryProfile, startLibrary } from "./library/library-profile";

const [few, many] = [10, 1_000] as const;
const megabyte = 1024 * 1024;

/** Resident bytes once the library was searched. */
const memoryWith = async (kits: number): Promise<number> => {
  const launched = await startLibrary(await libraryProfile(kits));
  try {
    await openFindPage(launched.page);
    await typeQuery(launched.page, "negotiation with partners");
    return await residentMemory(launched);
  } finally {
    await launched.close();
  }
};

const textBytes = (): number =>
  Array.from({ length: many - few }, (_, index) => JSON.stringify(kitAt(few + index)).length).reduce(
    (sum, length) => sum + length,
    0,
  );

/** What 990 kits more cost in memory beside how long those kits are. */
export const libraryMemoryBench: Bench = {
  name: "library-memory",
  run: async () => {
    const [small, large] = [await memoryWith(few), await memoryWith(many)];
    const each = (large - small) / (many - few);
    return benchRow({
      name: "library-memory",
      unit: "bytes",
      value: Math.max(0, large - small),
      against: `the text of the same kits as JSON: kits lie on the disk, and what is held of them to find them is to be less than they are long. Resident memory of all processes after a search with ${many} kits (${Math.round(large / megabyte)} MB) less that with ${few} (${Math.round(small / megabyte)} MB): ${Math.round((each * 1_000) / megabyte)} MB per 1,000 kits`,
      againstValue: textBytes(),
      bound: 1,
    });
  },
};
