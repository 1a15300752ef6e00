import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { controlFile, desktopFile, mimeFile } from "../../../../../electron/dev/package/deb-files";
import { budgetLines, isWithin } from "../../../../../electron/dev/package/size-budget";
import { projectRoot } from "../../../../../electron/dev/project-root";

const builder = readFileSync(join(projectRoot, "electron-builder.yml"), "utf8");

describe("the budget of sizes", () => {
  const small = { what: "archive", bytes: 10_000_000, most: 10_000_000 };
  const large = { what: "unpacked", bytes: 10_000_001, most: 10_000_000 };

  it("is kept up to its last byte and said to be exceeded by the next", () => {
    expect(isWithin([small])).toBe(true);
    expect(isWithin([small, large])).toBe(false);
    expect(budgetLines([small, large])).toEqual([
      "archive: 10.0 MB of 10.0 MB",
      "unpacked: 10.0 MB of 10.0 MB, OVER ITS BUDGET",
    ]);
  });
});

describe("the Debian package", () => {
  it("says who made what, how large it is, and ends its control file with a line end, as dpkg wants it", () => {
    const facts = { version: "1.2.3", description: "Interviews", maintainer: "A <a@b.c>", installedKib: 7 };
    const lines = controlFile(facts).split("\n");
    for (const line of [
      "Package: panelbook",
      "Version: 1.2.3",
      "Installed-Size: 7",
      "Description: Interviews",
    ])
      expect(lines).toContain(line);
    expect(lines.at(-1)).toBe("");
  });

  it("registers the endings and the link that the other installers register", () => {
    for (const [, ending] of builder.matchAll(/- ext: (\w+)/g))
      expect(mimeFile).toContain(`pattern="*.${ending}"`);
    for (const [, type] of builder.matchAll(/mimeType: (\S+)/g)) {
      expect(mimeFile).toContain(`type="${type}"`);
      expect(desktopFile).toContain(`${type};`);
    }
    expect(builder).toContain("- panelbook-invite");
    expect(desktopFile).toContain("x-scheme-handler/panelbook-invite;");
  });
});
