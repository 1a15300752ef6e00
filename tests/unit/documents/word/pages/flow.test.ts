import { describe, expect, it } from "vitest";
import { flowOf, type Strip } from "../../../../../src/documents/word/pages/flow";

const strip = (given: Partial<Strip> & Pick<Strip, "height">): Strip => ({
  before: 0,
  after: 0,
  keepNext: false,
  newPage: false,
  repeated: 0,
  ...given,
});

const room = { first: 100, others: 100 };

/** The page of the strip that is marked "it", and how many pages there are. */
const pageOf = (strips: readonly Strip[], given = room): readonly [number | undefined, number] => {
  const { pages, pageCount } = flowOf(strips, given);
  return [pages.get("it"), pageCount];
};

const it100 = { height: 50, mark: "it" } as const;

describe("strips on pages", () => {
  it("fill a page to its last point, and no further", () => {
    expect(pageOf([strip({ height: 50 }), strip(it100)])).toEqual([1, 1]);
    expect(pageOf([strip({ height: 51 }), strip(it100)])).toEqual([2, 2]);
  });

  it("keep the larger of the rooms between two neighbours, not both", () => {
    const first = strip({ height: 40, after: 10 });
    expect(pageOf([first, strip({ ...it100, before: 8 })])).toEqual([1, 1]);
    expect(pageOf([first, strip({ ...it100, before: 11 })])).toEqual([2, 2]);
  });

  it("lose the room before them where they begin a page, unless they were told to begin it", () => {
    const full = strip({ height: 100 });
    const low = { height: 60, before: 50 } as const;
    expect(pageOf([full, strip(low), strip({ height: 40, mark: "it" })])).toEqual([2, 2]);
    expect(pageOf([full, strip({ ...low, newPage: true }), strip({ height: 40, mark: "it" })])).toEqual([
      3, 3,
    ]);
  });

  it("move together where one holds on to the next, and stay where all of them fit", () => {
    const held = strip({ height: 30, keepNext: true, mark: "it" });
    expect(pageOf([strip({ height: 30 }), held, strip({ height: 40 })])).toEqual([1, 1]);
    expect(pageOf([strip({ height: 40 }), held, strip({ height: 40 })])).toEqual([2, 2]);
  });

  it("go one by one where those that hold on to each other are higher than a page", () => {
    const held = strip({ height: 40, keepNext: true });
    expect(pageOf([held, held, held, strip({ height: 40, mark: "it" })])).toEqual([2, 2]);
  });

  it("have their table's header above them where they begin a page", () => {
    const row = strip({ height: 60, repeated: 20 });
    expect(pageOf([strip({ height: 100 }), row, strip({ height: 20, mark: "it" })])).toEqual([2, 2]);
    expect(pageOf([strip({ height: 100 }), row, strip({ height: 21, mark: "it" })])).toEqual([3, 3]);
  });

  it("run over as many pages as one of them is high", () => {
    expect(pageOf([strip({ height: 250 }), strip(it100)])).toEqual([3, 3]);
    expect(pageOf([strip({ height: 250 }), strip({ height: 51, mark: "it" })])).toEqual([4, 4]);
  });

  it("have less room on a first page with an address at its foot", () => {
    expect(pageOf([strip({ height: 50 }), strip(it100)], { first: 90, others: 100 })).toEqual([2, 2]);
  });
});
