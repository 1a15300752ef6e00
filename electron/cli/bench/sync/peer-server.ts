import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { peersFolder } from "../install-peers";

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
