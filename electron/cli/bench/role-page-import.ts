import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { kitIdSchema } from "../../../src/domain/ids";
import { parseRolePage } from "../../../src/domain/kit/role-page/parse-role-page";
import { unwrap } from "../../../src/domain/result";
import { projectRoot } from "../../dev/project-root";
import { type Bench, benchRow, inTurns } from "./bench";

const page = join(projectRoot, "tests/unit/domain/kit/role-page/fixtures/support-engineer.txt");
const kitId = kitIdSchema.parse("benchbenchbenchbench00");

const read = (text: string): void => {
  unwrap(parseRolePage(text, { kitId }));
};

/** A page ten times as long may cost twelve times as much: reading is linear in the lines. */
export const rolePageImportBench: Bench = {
  name: "role-page-import",
  run: async () => {
    const one = await readFile(page, "utf8");
    const ten = Array.from({ length: 10 }, () => one).join("\n");
    const { work, peer } = await inTurns(
      25,
      () => read(ten),
      () => read(one),
    );
    return benchRow({
      name: "role-page-import",
      value: work,
      against: "the same page once",
      againstValue: peer,
      bound: 12,
    });
  },
};
