import { describe, expect, it } from "vitest";
import { kitTrouble, saveBriefFailed, saveKitFailed } from "../../../../src/features/kit/words";
import { fileCodes, storeCodes } from "../../../support/words/failure-lists";
import { expectWorded } from "../../../support/words/worded";

describe("the kit page words every failure", () => {
  it.each(storeCodes)("of opening the kit: %s", (type) => expectWorded(type, kitTrouble({ type })));

  it.each(fileCodes)("of saving the kit or a brief: %s", (type) => {
    expect(saveKitFailed({ type })).toMatch(/^Not saved: .+\. The kit in the library is as it was\. .+\.$/);
    expect(saveBriefFailed({ type })).toMatch(/^Not saved: .+\. The exercise is as it was\. .+\.$/);
    expect(saveKitFailed({ type })).not.toContain(type);
  });
});
