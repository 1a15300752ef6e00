import { describe, expect, it } from "vitest";
import { parseRecordFile } from "../../../../src/domain/record/record-file";
import { recordText } from "../../../../src/domain/record/record-text";
import { aPlantedRecord } from "../../../support/planted-record";

const text = recordText(aPlantedRecord());

describe("reading a record's file", () => {
  it("gives the record that was written, also behind a byte order mark", () => {
    for (const given of [text, `\ufeff${text}`]) {
      const read = parseRecordFile(given);
      expect(read.ok && recordText(read.value)).toBe(text);
    }
  });

  it("refuses a record of a newer version by its number, whatever else it has", () => {
    expect(parseRecordFile('{"format":"panelbook-record","formatVersion":7,"cards":"?"}')).toEqual({
      ok: false,
      error: { type: "newerRecord", version: 7 },
    });
  });

  it.each([
    ["", "notJson"],
    ["{", "notJson"],
    [text.replace("PLANTED rationale", "\\ud800"), "notJson"],
    ["null", "notARecord"],
    ["[]", "notARecord"],
    ['{"format":"panelbook-kit"}', "notARecord"],
    [text.replace('"protocol":', '"protokoll":'), "broken"],
  ])("refuses %.40s", (given, type) => {
    expect(parseRecordFile(given)).toMatchObject({ ok: false, error: { type } });
  });
});
