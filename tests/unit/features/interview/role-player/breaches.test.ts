import { describe, expect, it } from "vitest";
import { keysOfField } from "../../../../../src/features/interview/role-player/breaches";

/** What a press in the field did, and whether the sheet behind it hears of it. */
const press = (key: string, ctrlKey: boolean) => {
  const done = { recorded: false, heardBySheet: true, leftToField: true };
  keysOfField(
    {
      key,
      ctrlKey,
      metaKey: false,
      stopPropagation: () => {
        done.heardBySheet = false;
      },
      preventDefault: () => {
        done.leftToField = false;
      },
    },
    () => {
      done.recorded = true;
    },
  );
  return done;
};

describe("the field for a breach", () => {
  it("keeps Ctrl Z for what is typed in it, so that no tension is taken back", () => {
    expect(press("z", true)).toEqual({ recorded: false, heardBySheet: false, leftToField: true });
  });

  it("records what stands in it with Ctrl Enter, before anything is sealed", () => {
    expect(press("Enter", true)).toEqual({ recorded: true, heardBySheet: false, leftToField: false });
  });

  it("leaves every other key alone", () => {
    for (const [key, ctrl] of [
      ["z", false],
      ["Enter", false],
      ["b", true],
    ] as const)
      expect(press(key, ctrl)).toEqual({ recorded: false, heardBySheet: true, leftToField: true });
  });
});
