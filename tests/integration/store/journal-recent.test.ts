import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { unwrap } from "../../../src/domain/result";
import { fileJournal } from "../../support/store/file-journal";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "panelbook-recent-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it("the short question names every setting and, of the kits, the newest", async () => {
  const asked = fileJournal(folder);
  const rowsOf = (collection: "settings" | "kitParts") =>
    Array.from({ length: 310 }, (_, at) => ({
      shelf: "plain",
      collection,
      id: `${collection} ${at}`,
      height: 1,
      schema: 0,
      document: {},
    }));
  asked.append([...rowsOf("settings"), ...rowsOf("kitParts")]);
  const { counts, rows } = unwrap(await asked.recent());
  expect(counts).toEqual({ settings: 310, kitParts: 310 });
  expect(rows.filter(({ collection }) => collection === "settings")).toHaveLength(310);
  expect(rows.filter(({ collection }) => collection === "kitParts").map(({ id }) => id)).toEqual(
    rowsOf("kitParts")
      .slice(10)
      .map(({ id }) => id),
  );
});
