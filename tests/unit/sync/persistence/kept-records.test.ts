import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { z } from "zod";
import { applyRecords } from "../../../../src/sync/persistence/stored-document";

const kept = z
  .object({ update: z.string(), snapshot: z.string() })
  .parse(JSON.parse(readFileSync(new URL("./samples/records-v1.json", import.meta.url), "utf8")));
const bytesOf = (hex: string): Uint8Array => new Uint8Array(Buffer.from(hex, "hex"));

describe("a record of the update log that an earlier program wrote", () => {
  it.each(["update", "snapshot"] as const)("opens as %s, with everything that was in it", (format) => {
    const doc = new Y.Doc();
    expect(applyRecords(doc, [bytesOf(kept[format])])).toEqual([]);
    expect(doc.getMap("coverage").toJSON()).toEqual({ "a/b/c": "asked" });
    expect(doc.getText("discussion:care").toString()).toBe("We differ on care.");
  });

  it("is named as damaged and left out where one byte of it is another", () => {
    const bytes = bytesOf(kept.update);
    bytes[bytes.length - 1] = (bytes[bytes.length - 1] ?? 0) ^ 1;
    const doc = new Y.Doc();
    expect(applyRecords(doc, [bytes])).toEqual([{ type: "checksum" }]);
    expect(doc.getText("discussion:care").toString()).toBe("");
  });
});
