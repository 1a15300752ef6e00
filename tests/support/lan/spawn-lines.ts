import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { projectRoot } from "../../../electron/dev/project-root";

/** A script in a process of its own that prints lines of JSON. */
export interface LineProcess {
  readonly process: ChildProcess;
  readonly lines: readonly unknown[];
  /** The first line from now or before that fits; `after` leaves out as many earlier ones. */
  readonly until: <Line>(fits: (line: Line) => boolean, after?: number) => Promise<Line>;
  readonly order: (order: unknown) => void;
  /** Ends it at once, as a crash or a power cut does. */
  readonly kill: () => Promise<void>;
}

const patienceMs = 20_000;

/** @param prefix what stands before the command, such as "ip netns exec name" */
export const spawnLines = async (
  script: string,
  args: readonly string[],
  prefix: readonly string[] = [],
): Promise<LineProcess> => {
  const command = [...prefix, process.execPath, "--import", "tsx", join(projectRoot, script), ...args];
  const child = spawn(command[0] ?? "", command.slice(1), {
    cwd: projectRoot,
    stdio: ["pipe", "pipe", "inherit"],
  });
  const lines: unknown[] = [];
  const waiting = new Set<() => void>();
  createInterface({ input: child.stdout }).on("line", (line) => {
    lines.push(JSON.parse(line));
    for (const check of [...waiting]) check();
  });
  const until = <Line>(fits: (line: Line) => boolean, after = 0): Promise<Line> =>
    new Promise((resolve, reject) => {
      const giveUp = setTimeout(
        () => reject(new Error(`no such line among ${JSON.stringify(lines.slice(after))}`)),
        patienceMs,
      );
      const check = () => {
        const found = lines.slice(after).find((line) => fits(line as Line));
        if (found === undefined) return;
        clearTimeout(giveUp);
        waiting.delete(check);
        resolve(found as Line);
      };
      waiting.add(check);
      check();
    });
  await until((line: { readonly ready?: boolean }) => line.ready === true);
  return {
    process: child,
    lines,
    until,
    order: (order) => void child.stdin.write(`${JSON.stringify(order)}\n`),
    kill: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill("SIGKILL");
      await once(child, "exit");
    },
  };
};
