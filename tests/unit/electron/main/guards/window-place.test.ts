import { describe, expect, it } from "vitest";
import { fittingPlace, parsePlace } from "../../../../../electron/main/guards/window-place";

const screen = { x: 0, y: 0, width: 1366, height: 728 };
const second = { x: 1366, y: 0, width: 1920, height: 1040 };
const place = { x: 100, y: 50, width: 1000, height: 600, maximized: false };

describe("where a window was", () => {
  it("is where it opens again, on whichever screen that is", () => {
    expect(fittingPlace(place, [screen, second])).toEqual(place);
    const beside = { ...place, x: 1500 };
    expect(fittingPlace(beside, [screen, second])).toEqual(beside);
  });

  it("is forgotten where no screen shows enough of it", () => {
    expect(fittingPlace({ ...place, x: 1500 }, [screen])).toBeNull();
    expect(fittingPlace({ ...place, y: 700 }, [screen])).toBeNull();
    expect(fittingPlace({ ...place, y: -300 }, [screen])).toBeNull();
  });

  it("is made no larger than its screen", () => {
    expect(fittingPlace({ ...place, width: 3000, height: 2000 }, [screen])).toMatchObject({
      width: 1366,
      height: 728,
    });
  });

  it("is none where the file holds something else", () => {
    for (const json of ["", "{", "[]", '{"x":1}', '{"x":0,"y":0,"width":-5,"height":1,"maximized":false}'])
      expect(parsePlace(json), json).toBeNull();
    expect(parsePlace(JSON.stringify(place))).toEqual(place);
  });
});
