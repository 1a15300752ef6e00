import { resolve } from "node:path";
import { parseArgs } from "node:util";

export interface DemoOptions {
  /** A role page to import, or null for the bundled kit. */
  readonly rolePage: string | null;
  /** Where everything the demo makes is left. */
  readonly out: string;
}

/** Reads `--role-page FILE --out DIR`; an unknown option throws with its name. */
export const demoOptions = (argv: readonly string[]): DemoOptions => {
  const { values } = parseArgs({
    args: [...argv],
    options: { "role-page": { type: "string" }, out: { type: "string", default: "demo-out" } },
  });
  const rolePage = values["role-page"];
  return { rolePage: rolePage === undefined ? null : resolve(rolePage), out: resolve(values.out) };
};
