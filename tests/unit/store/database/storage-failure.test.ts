import { describe, expect, it } from "vitest";
import { accessFailure, reasonOf } from "../../../../src/store/database/storage-failure";

const error = (name: string, message: string, more: object = {}) =>
  Object.assign(new Error(message), { name, ...more });

describe("an error of the database", () => {
  it.each([
    ["an aborted transaction", error("AbortError", "")],
    ["a quota", error("QuotaExceededError", "")],
    [
      "a quota inside an aborted transaction",
      error("TransactionError", "", { inner: error("QuotaExceededError", "") }),
    ],
    [
      "an abort inside a bulk write",
      error("BulkError", "1 of 1 failed", { failures: [error("AbortError", "")] }),
    ],
    ["a quota as RxDB's cause", error("RxError", "", { cause: error("QuotaExceededError", "") })],
  ])("means a full disk: %s", (_what, thrown) => {
    expect(accessFailure("drafts", thrown)).toEqual({ type: "diskFull" });
  });

  it.each([
    ["Dexie's word", error("DatabaseClosedError", "Database has been closed")],
    ["the browser's word", error("InvalidStateError", "The database connection is closing.")],
    ["RxDB's word", error("Error", "RxStorageInstanceDexie is closed panelbook-drafts")],
  ])("means a closed store: %s", (_what, thrown) => {
    expect(accessFailure("drafts", thrown)).toEqual({ type: "storeClosed" });
  });

  it("is otherwise told by code or name, never by a message that may quote a value", () => {
    expect(accessFailure("drafts", error("RxError", "value: Maren", { code: "VD2" }))).toEqual({
      type: "accessFailed",
      collection: "drafts",
      reason: "VD2",
    });
    expect(reasonOf(error("TypeError", "Maren"))).toBe("TypeError");
    expect(reasonOf("Maren")).toBe("unknown");
  });
});
