import { readFile } from "node:fs/promises";
import { cpus, loadavg } from "node:os";
import { join } from "node:path";
import { prepareRuntime } from "../../dev/launch";
import { projectRoot } from "../../dev/project-root";
import { run } from "../../dev/run";

const versionOf = async (dependency: string): Promise<string> => {
  const path = join(projectRoot, "node_modules", dependency, "package.json");
  const { version } = JSON.parse(await readFile(path, "utf8")) as { readonly version: string };
  return `${dependency} ${version}`;
};

/** What the runtime says of itself when it runs as Node; no window is opened for it. */
const electron = async (): Promise<string> => {
  const { runtime } = await prepareRuntime();
  const said = '"Electron " + process.versions.electron + ", Chrome " + process.versions.chrome';
  const { code, output } = await run(runtime.binary, ["-p", said], {
    env: { ...process.env, ELECTRON_RUN_AS_NODE: "1" },
  });
  return code === 0 ? `${output.trim()} (${runtime.kind} runtime)` : `Electron (${runtime.kind} runtime)`;
};

/** The machine, how busy it is, and the versions of what is measured, one line each. */
export const versions = async (): Promise<readonly string[]> => {
  const load = loadavg().map((value) => value.toFixed(1));
  const measured = await Promise.all([
    electron(),
    versionOf("docx"),
    versionOf("yjs"),
    versionOf("y-webrtc"),
  ]);
  return [
    `${process.platform} ${process.arch}, ${cpus().length} × ${cpus()[0]?.model ?? "?"}, load ${load.join(" ")}`,
    [`Node ${process.versions.node}`, ...measured].join(", "),
  ];
};
