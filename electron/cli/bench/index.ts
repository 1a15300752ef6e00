import { parseArgs } from "node:util";
import { batchBench } from "./batch-200";
import type { Bench, BenchRow } from "./bench";
import { dayMemoryBench, dayMemorySecondHalfBench } from "./day-memory";
import { debriefBoardBench } from "./debrief-board";
import { debriefPackBench } from "./debrief-pack";
import { editToVisibleBench, syncLatencyBench } from "./edit-to-visible";
import { exportWindowBlockBench } from "./export-window-block";
import { hrFileBench } from "./hr-file";
import { keyToPaintBench } from "./key-to-paint";
import { libraryMemoryBench } from "./library-memory";
import { lettersOfManyBench, nextOfManyBench } from "./many-questions";
import { openKitBench } from "./open-kit-10k";
import { docxTemplatesBench, htmlToDocxBench } from "./pack-peers";
import { rolePageImportBench } from "./role-page-import";
import { searchTenThousandBench, searchThousandBench } from "./search";
import { pouchdbFindBench, rxdbRegexBench } from "./search-peers";
import { signalingRoomsBench } from "./signaling-500-rooms";
import { startBench } from "./start";
import { startKitsBench } from "./start-1k-kits";
import { automergeRepo, hocuspocus, rxdbWebrtc } from "./sync/contestants";
import { loopDocSizeBench } from "./sync/loop-doc-size";
import { peerBench } from "./sync/peer-bench";
import { reconnectBytesBench, reconnectMergeBench } from "./sync/reconnect";
import { benchTable } from "./table";
import { versions } from "./versions";

const benches: readonly Bench[] = [
  rolePageImportBench,
  debriefPackBench,
  hrFileBench,
  exportWindowBlockBench,
  docxTemplatesBench,
  htmlToDocxBench,
  batchBench,
  debriefBoardBench,
  startBench,
  keyToPaintBench,
  lettersOfManyBench,
  nextOfManyBench,
  dayMemoryBench,
  dayMemorySecondHalfBench,
  editToVisibleBench,
  syncLatencyBench,
  reconnectMergeBench,
  reconnectBytesBench,
  loopDocSizeBench,
  peerBench("peer-rxdb-webrtc", rxdbWebrtc),
  peerBench("peer-automerge-repo", automergeRepo),
  peerBench("peer-hocuspocus", hocuspocus),
  signalingRoomsBench,
  searchThousandBench,
  searchTenThousandBench,
  rxdbRegexBench,
  pouchdbFindBench,
  openKitBench,
  startKitsBench,
  libraryMemoryBench,
];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: "boolean" }, only: { type: "string", multiple: true } },
});

// Whoever reads the rows by a program gets nothing else; what preparing a runtime or a build says goes beside them.
console.log = console.error;

const print = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

const chosen = (): readonly Bench[] => {
  const only = [...(values.only ?? []), ...positionals];
  if (only.length === 0) return benches;
  const unknown = only.filter((name) => !benches.some((bench) => bench.name === name));
  const known = benches.map(({ name }) => name).join(", ");
  if (unknown.length > 0) throw new Error(`no bench is called ${unknown.join(", ")}; known: ${known}`);
  return benches.filter((bench) => only.includes(bench.name));
};

const run = async (): Promise<void> => {
  const wanted = chosen();
  if (!values.json) print((await versions()).join("\n"));
  const rows: BenchRow[] = [];
  for (const bench of wanted) {
    console.error(`${bench.name} ...`);
    rows.push(await bench.run());
  }
  print(values.json ? JSON.stringify(rows, null, 2) : benchTable(rows));
  if (rows.some((row) => !row.holds)) process.exitCode = 1;
};

run().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
