import { cpus } from "node:os";
import { parseArgs } from "node:util";
import type { Bench, BenchRow } from "./bench";
import { debriefPackBench } from "./debrief-pack";
import { editToVisibleBench } from "./edit-to-visible";
import { rolePageImportBench } from "./role-page-import";
import { startBench } from "./start";

const benches: readonly Bench[] = [rolePageImportBench, debriefPackBench, startBench, editToVisibleBench];

const { values } = parseArgs({
  options: { json: { type: "boolean" }, only: { type: "string", multiple: true } },
});

const chosen = (): readonly Bench[] => {
  const { only } = values;
  if (only === undefined) return benches;
  const unknown = only.filter((name) => !benches.some((bench) => bench.name === name));
  if (unknown.length > 0) throw new Error(`no bench is called ${unknown.join(", ")}`);
  return benches.filter((bench) => only.includes(bench.name));
};

const line = (row: BenchRow): string =>
  `${row.holds ? "holds " : "BROKEN"} ${row.name}: ${row.value} ${row.unit} is ${row.ratio} × ${row.against} (${row.againstValue} ${row.unit}), bound ${row.bound}`;

const machine = (): string =>
  `${process.platform} ${process.arch}, ${cpus().length} × ${cpus()[0]?.model ?? "?"}, Node ${process.versions.node}`;

const run = async (): Promise<void> => {
  const rows: BenchRow[] = [];
  if (!values.json) console.log(machine());
  for (const bench of chosen()) {
    const row = await bench.run();
    rows.push(row);
    if (!values.json) console.log(line(row));
  }
  if (values.json) console.log(JSON.stringify(rows, null, 2));
  if (rows.some((row) => !row.holds)) process.exitCode = 1;
};

await run();
