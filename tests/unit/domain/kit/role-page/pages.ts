import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { kitIdSchema } from "../../../../../src/domain/ids";
import { type ImportedKit, parseRolePage } from "../../../../../src/domain/kit/role-page";
import { unwrap } from "../../../../../src/domain/result";
import { anId } from "../../../../support/builders/ids";

export const kitId = anId(kitIdSchema, "page");

/** One of the invented pages beside the tests. */
export const readPage = (name: "lab-technician" | "support-engineer"): string =>
  readFileSync(join(import.meta.dirname, "fixtures", `${name}.txt`), "utf8");

const samplePath = join("..", "shared", "role-page.txt");

/** A page from outside the project, or null where there is none; tests of it are skipped then. */
export const samplePage = (): string | null =>
  existsSync(samplePath) ? readFileSync(samplePath, "utf8") : null;

/** A page that must be readable, read. */
export const parsePage = (text: string): ImportedKit => unwrap(parseRolePage(text, { kitId }));
