import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { projectRoot } from "../../../dev/project-root";
import { run } from "../../../dev/run";

const peersFolder = join(projectRoot, "tests/bench/peers");

/** Installs what is only measured against, once; the app itself never needs it. */
export const ensurePeers = async (): Promise<void> => {
  if (existsSync(join(peersFolder, "node_modules"))) return;
  console.error("Installing the programs Panelbook is measured beside ...");
  const { code, output } = await run("npm", ["ci", "--ignore-scripts"], { cwd: peersFolder });
  if (code !== 0) throw new Error(`the peers could not be installed: ${output}`);
};

/** A peer's server in a process of its own. */
export interface PeerServer {
  readonly port: number;
  readonly close: () => Promise<void>;
}

/** Starts `servers/NAME.js`, which prints its port when it listens and keeps its files in `folder`. */
export const startPeerServer = async (name: string, folder: string): Promise<PeerServer> => {
  const server = spawn(process.execPath, [`servers/${name}.js`, folder], {
    cwd: peersFolder,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = new Promise<void>((done) => server.once("exit", () => done()));
  const port = await new Promise<number>((resolve, reject) => {
    const lines = createInterface({ input: server.stdout });
    lines.on("line", (line) => {
      if (/^\d+$/.test(line)) resolve(Number(line));
    });
    server.once("exit", () => reject(new Error(`${name} did not start`)));
  });
  return {
    port,
    close: async () => {
      server.kill();
      await ended;
    },
  };
};
