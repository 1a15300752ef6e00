import { readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { run } from "../../../dev/run";

/** Names carry the number of the process that made them, so that what a crashed run left can be told apart. */
export const namespaceName = (owner: number, host: string): string => `pblab-${owner}-${host}`;
export const folderPrefix = (owner: number): string => join(tmpdir(), `panelbook-lab-${owner}-`);

const namespacePattern = /^pblab-(\d+)-\w+/;
const folderPattern = /^panelbook-lab-(\d+)-/;

const isRunning = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

const isLeft = (owner: string | undefined): boolean => owner !== undefined && !isRunning(Number(owner));

const lines = async (...args: readonly string[]): Promise<readonly string[]> =>
  (await run("ip", args)).output.split("\n").filter((line) => line !== "");

/** Ends every program of a namespace and removes it. */
const removeNamespace = async (namespace: string): Promise<void> => {
  const pids = (await lines("netns", "pids", namespace)).filter((line) => /^\d+$/.test(line));
  if (pids.length > 0) await run("kill", ["-9", ...pids]);
  await run("ip", ["netns", "del", namespace]);
};

/** Removes what runs that are over left behind: programs, namespaces, folders. Gives how many namespaces those were. */
export const removeLeftovers = async (): Promise<number> => {
  const names = (await lines("netns", "list")).map((line) => line.split(" ")[0] ?? "");
  const left = names.filter((name) => isLeft(namespacePattern.exec(name)?.[1]));
  for (const name of left) await removeNamespace(name);
  for (const name of await readdir(tmpdir()))
    if (isLeft(folderPattern.exec(name)?.[1]))
      await rm(join(tmpdir(), name), { recursive: true, force: true, maxRetries: 5 });
  return left.length;
};
