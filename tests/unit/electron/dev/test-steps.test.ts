import { describe, expect, it } from "vitest";
import { addTallies, tallyOf } from "../../../../electron/dev/test-steps";

const report = { success: true, numPassedTests: 7, numFailedTests: 0, numPendingTests: 2, numTodoTests: 1 };

describe("the closing line's numbers", () => {
  it("come from the reports, with tests that are only planned counted as skipped", () => {
    expect(tallyOf(report, 0)).toEqual({ passed: 7, failed: 0, skipped: 3 });
  });

  it("show a failure when a test file could not even be loaded", () => {
    expect(tallyOf({ ...report, success: false }, 1)).toEqual({ passed: 7, failed: 1, skipped: 3 });
  });

  it("show a failure when the runner itself ended badly", () => {
    expect(tallyOf(report, 1).failed).toBe(1);
  });

  it("count failed tests once", () => {
    expect(tallyOf({ ...report, success: false, numFailedTests: 2 }, 1).failed).toBe(2);
  });

  it("are sums", () => {
    const one = { passed: 1, failed: 2, skipped: 3 };
    expect(addTallies([one, one, { passed: 10, failed: 0, skipped: 0 }])).toEqual({
      passed: 12,
      failed: 4,
      skipped: 6,
    });
  });
});
