import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

interface Locked {
  readonly version?: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const { packages } = JSON.parse(readFileSync("package-lock.json", "utf8")) as {
  readonly packages: Readonly<Record<string, Locked>>;
};

const copiesOf = (name: string): readonly string[] =>
  Object.keys(packages).filter(
    (path) => path === `node_modules/${name}` || path.endsWith(`/node_modules/${name}`),
  );

/** A registry without some system's package makes npm leave it out of the lock file; `npm ci` then refuses to start. */
const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
  Object.keys(optionalDependencies)
    .filter((name) => copiesOf(name).length === 0)
    .map((name) => `${name}, wanted by ${path}`),
);

describe("the lock file", () => {
  it("names the package of every system, so that npm ci runs on each", () => {
    expect(missing).toEqual([]);
  });

  it.each(["dexie", "yjs", "lib0", "ws", "react"])("holds one copy of %s", (name) => {
    expect(copiesOf(name)).toEqual([`node_modules/${name}`]);
  });
});
