import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { kitSchema } from "../../../src/domain/kit/kit";
import { describeKit } from "../../../src/domain/kit/role-page/describe-kit";
import { parseRolePage } from "../../../src/domain/kit/role-page/parse-role-page";
import type { ImportReport } from "../../../src/domain/kit/role-page/report";
import { unwrap } from "../../../src/domain/result";

const reportOf = async (out: string, rolePage: string | null): Promise<ImportReport> => {
  const kit = kitSchema.parse(JSON.parse(await readFile(join(out, "kit.json"), "utf8")));
  return rolePage === null ? describeKit(kit) : unwrap(parseRolePage(rolePage, { kitId: kit.id })).report;
};

/** What the import recognised, what the page announces but does not have, and where every line went. */
export const writeImportReport = async (out: string, rolePage: string | null): Promise<void> => {
  const report = await reportOf(out, rolePage);
  await writeFile(join(out, "import-report.json"), `${JSON.stringify(report, null, 2)}\n`);
};
