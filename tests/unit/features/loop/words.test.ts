import { describe, expect, it } from "vitest";
import { calendarTrouble, kitTrouble, listTrouble } from "../../../../src/features/loop/words";
import { fileCodes, storeCodes } from "../../../support/words/failure-lists";
import { expectWorded } from "../../../support/words/worded";

describe("planning a loop words every failure", () => {
  it.each(fileCodes)("of writing a calendar file: %s", (type) =>
    expectWorded(type, calendarTrouble({ type })),
  );
  it.each(storeCodes)("of reading the list of loops: %s", (type) =>
    expectWorded(type, listTrouble({ type })),
  );
  it.each(storeCodes)("of reading the role kit: %s", (type) => expectWorded(type, kitTrouble({ type })));

  it("with what is safe", () => {
    expect(calendarTrouble({ type: "folderMissing" }).what).toBe(
      "The calendar file was not written: that folder is not there any more.",
    );
    expect(kitTrouble({ type: "notFound" }).safe).toBe("The library is unchanged.");
  });
});
