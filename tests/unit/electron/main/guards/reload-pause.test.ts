import { describe, expect, it } from "vitest";
import { reloadPause } from "../../../../../electron/main/guards/reload-pause";

describe("a window that crashed", () => {
  it("is loaded again at once, whoever sits at it", () => {
    for (const address of ["app://panelbook/", "app://candidate/"])
      expect(reloadPause(address, 10_000), address).toBe(0);
  });

  it("and crashes again within ten seconds is left, but the candidate's comes back after a pause", () => {
    expect(reloadPause("app://panelbook/", 4000)).toBeNull();
    expect(reloadPause("app://candidate/", 4000)).toBe(6000);
  });
});
