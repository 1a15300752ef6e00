import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const root = join(import.meta.dirname, "../../..");
const sources = (folder: string): readonly string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => join(folder, file));
const importsOf = (file: string): readonly string[] =>
  [
    ...readFileSync(join(root, file), "utf8").matchAll(/(?:from|import|require)\s*\(?\s*["']([^"']+)["']/g),
  ].map(([, specifier]) => specifier ?? "");
const importing = (files: readonly string[], pattern: RegExp): readonly string[] =>
  files.filter((file) => importsOf(file).some((specifier) => pattern.test(specifier)));

const app = [...sources("src"), ...sources("electron")];

describe("what the program imports", () => {
  it("is seen by this test", () => {
    expect(importing(app, /^rxdb\/plugins\/storage-dexie$/)).toEqual(["src/store/dexie-storage.ts"]);
  });

  it("is never RxDB's development mode, which loads a page from the net", () => {
    expect(importing(app, /dev-mode/)).toEqual([]);
  });

  it("is never RxDB's own encryption, which authenticates nothing, nor a validator the window's rules forbid", () => {
    expect(importing(app, /rxdb\/plugins\/(encryption|validate)/)).toEqual([]);
  });

  it("is RxDB only in src/store", () => {
    expect(
      importing(app, /^(rxdb|rxjs|dexie)(\/|$)/).filter((file) => !file.startsWith("src/store/")),
    ).toEqual([]);
  });
});

describe("the lock file", () => {
  it("has one Dexie, the one RxDB asks for: a second one stops the window from loading", () => {
    const {
      packages,
    }: { packages: Record<string, { version: string; dependencies?: Record<string, string> }> } = JSON.parse(
      readFileSync(join(root, "package-lock.json"), "utf8"),
    );
    const found = Object.entries(packages).filter(([path]) => path.endsWith("node_modules/dexie"));
    expect(found.map(([, { version }]) => version)).toEqual([
      packages["node_modules/rxdb"]?.dependencies?.dexie,
    ]);
  });
});
