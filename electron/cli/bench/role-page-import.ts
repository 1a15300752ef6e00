import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { kitIdSchema } from "../../../src/domain/ids";
import { parseRolePage } from "../../../src/domain/kit/role-page/parse-role-page";
import { unwrap } from "../../../src/domain/result";
import { projectRoot } from "../../dev/project-root";
import { type Bench, benchRow, inTurns } from "./bench";

const page = join(projectRoot, "tests/unit/domain/kit/role-page/fixtures/lab-technician.txt");
const kitId = kitIdSchema.parse("benchbenchbenchbench00");

const read = (text: string): void => {
  unwrap(parseRolePage(text, { kitId }));
};

const times = 10;

const again = (count: number, work: () => void): void => {
  for (let done = 0; done < count; done += 1) work();
};

/**
 * A page ten times as long may cost twelve times as much: reading is linear in the lines. Ten readings of the short
 * page are timed as one, so that a pause of the machine is as likely to fall into either side.
 */
export const rolePageImportBench: Bench = {
  name: "role-page-import",
  run: async () => {
    const one = await readFile(page, "utf8");
    const ten = Array.from({ length: times }, () => one).join("\n");
    const { work, peer } = await inTurns(
      40,
      () => read(ten),
      () => again(times, () => read(one)),
    );
    return benchRow({
      name: "role-page-import",
      value: work,
      against: "the same page once, a tenth of the length",
      againstValue: peer / times,
      bound: 12,
    });
  },
};
