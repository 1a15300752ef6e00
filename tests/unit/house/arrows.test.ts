import { execFile } from "node:child_process";
import { copyFile, cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

/** One file of a folder, what it may import and what it may not; the design's arrows, written out by hand. */
interface Arrow {
  readonly file: string;
  readonly allowed: readonly string[];
  readonly refused: readonly string[];
}

const arrows: readonly Arrow[] = [
  {
    file: "src/domain/card/card.ts",
    allowed: ["zod", "../ids", "./check-card"],
    refused: [
      "react",
      "rxdb",
      "yjs",
      "docx",
      "electron",
      "node:crypto",
      "../../store/rows/row",
      "../../ui/chip",
    ],
  },
  {
    file: "src/store/rows/row.ts",
    allowed: ["rxdb", "rxdb/plugins/storage-dexie", "../../domain/ids", "../collections/documents"],
    refused: ["react", "yjs", "electron", "node:fs", "../../sync/gate/gate", "../../bindings/services"],
  },
  {
    file: "src/sync/transport/transport.ts",
    allowed: ["yjs", "y-webrtc", "y-protocols/awareness", "lib0/encoding", "simple-peer", "../../domain/ids"],
    refused: ["rxdb", "react", "electron", "../../store/rows/row", "../../shell/shell"],
  },
  {
    file: "src/documents/outlines/debrief-pack.ts",
    allowed: ["../../domain/record/record", "../outline"],
    refused: [
      "docx",
      "ical.js",
      "react",
      "node:fs",
      "../../store/rows/row",
      "../../features/debrief/debrief",
    ],
  },
  {
    file: "src/documents/calendar/read-calendar.ts",
    allowed: ["ical.js", "../../domain/loop/plan"],
    refused: ["docx", "react", "node:fs", "../../shell/shell"],
  },
  {
    file: "src/documents/word/word-document.ts",
    allowed: ["docx", "docx/layout", "../outline", "../../domain/kit/kit"],
    refused: ["react", "jszip", "../../sync/gate/gate"],
  },
  {
    file: "src/shell/shell.ts",
    allowed: ["../../electron/contract/bridge", "../domain/result"],
    refused: ["electron", "react", "../../electron/main/files", "../store/rows/row"],
  },
  {
    file: "src/bindings/use-live.ts",
    allowed: ["react", "../domain/live", "../store/store", "../sync/session", "../shell/shell"],
    refused: ["rxdb", "@mantine/core", "electron", "../features/kit/kit-page", "../ui/chip", "../app/app"],
  },
  {
    file: "src/features/loop/loop-page.tsx",
    allowed: [
      "react",
      "@mantine/core",
      "./slot-row",
      "../../domain/kit/kit",
      "../../bindings/use-live",
      "../../ui/chip",
    ],
    refused: [
      "rxdb",
      "yjs",
      "docx",
      "electron",
      "../interview/card",
      "../../store/rows/row",
      "../../sync/x",
      "../../shell/shell",
    ],
  },
  {
    file: "src/features/loop/plan/plan-page.tsx",
    allowed: ["../slot-row", "../../../domain/loop/plan", "../../../documents/outlines/debrief-pack"],
    refused: ["../../interview/card", "../../../app/routes"],
  },
  {
    file: "src/ui/chip.tsx",
    allowed: ["react", "@mantine/core", "@tabler/icons-react", "./theme"],
    refused: ["rxdb", "electron", "../domain/kit/kit", "../bindings/use-live", "../features/kit/kit-page"],
  },
  {
    file: "src/app/main.tsx",
    allowed: ["react", "../store/rows/row", "../features/kit/kit-page", "../shell/bridge-shell"],
    refused: ["electron", "node:fs", "../../electron/main/files"],
  },
  {
    file: "electron/contract/files.ts",
    allowed: ["zod", "./channels", "../../src/domain/result"],
    refused: ["electron", "node:fs", "react", "../main/files", "../../src/store/rows/row"],
  },
  {
    file: "electron/preload/index.ts",
    allowed: ["electron", "../contract/contract"],
    refused: ["node:fs", "zod", "../main/files", "../../src/domain/ids"],
  },
  {
    file: "electron/main/lan/server.ts",
    allowed: [
      "electron",
      "node:fs/promises",
      "ws",
      "zod",
      "../ipc",
      "../../contract/files",
      "../../../src/domain/ids",
    ],
    refused: [
      "react",
      "rxdb",
      "yjs",
      "docx",
      "playwright-core",
      "../../dev/launch",
      "../../../src/store/rows/row",
    ],
  },
  {
    file: "electron/dev/launch.ts",
    allowed: ["playwright-core", "node:child_process", "./runtime/runtime"],
    refused: ["react", "../main/window", "../../src/app/app"],
  },
];

interface Report {
  readonly diagnostics: readonly { readonly location: { readonly path: string } }[];
}

let folder = "";
let refusedFiles: ReadonlySet<string> = new Set();

const fileOf = (arrow: Arrow, index: number): string =>
  join(dirname(arrow.file), `probe-${index}${arrow.file.endsWith("x") ? ".tsx" : ".ts"}`);

const writeProbe = async (arrow: Arrow): Promise<void> => {
  const specifiers = [...arrow.allowed, ...arrow.refused];
  await mkdir(join(folder, dirname(arrow.file)), { recursive: true });
  for (const [index, specifier] of specifiers.entries())
    await writeFile(join(folder, fileOf(arrow, index)), `export * from "${specifier}";\n`);
};

/** Biome over the probes with the project's own configuration; it exits non-zero, since most probes are refused. */
const lint = (): Promise<Report> =>
  new Promise((done, fail) => {
    const args = ["lint", "--only=style/noRestrictedImports", "--reporter=json", "--max-diagnostics=none"];
    const options = { cwd: folder, maxBuffer: 64 * 1024 * 1024 };
    execFile(
      resolve("node_modules/.bin/biome"),
      [...args, "--vcs-enabled=false", "."],
      options,
      (error, stdout) => {
        if (stdout === "") fail(error ?? new Error("biome printed nothing"));
        else done(JSON.parse(stdout) as Report);
      },
    );
  });

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "panelbook-arrows-"));
  await copyFile("biome.json", join(folder, "biome.json"));
  await cp(".biome", join(folder, ".biome"), { recursive: true });
  for (const arrow of arrows) await writeProbe(arrow);
  refusedFiles = new Set((await lint()).diagnostics.map((found) => found.location.path));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

describe.each(arrows)("a file like $file", (arrow) => {
  it.each(arrow.allowed.map((specifier, index) => ({ specifier, index })))(
    "may import $specifier",
    ({ index }) => {
      expect(refusedFiles).not.toContain(fileOf(arrow, index));
    },
  );

  it.each(arrow.refused.map((specifier, index) => ({ specifier, index })))(
    "may not import $specifier",
    ({ index }) => {
      expect(refusedFiles).toContain(fileOf(arrow, arrow.allowed.length + index));
    },
  );
});
