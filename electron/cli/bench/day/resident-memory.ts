import { readdir, readFile } from "node:fs/promises";
import { setTimeout } from "node:timers/promises";
import type { Launched } from "../../../dev/launch";

interface Process {
  readonly pid: number;
  readonly parent: number;
  readonly bytes: number;
}

const numberIn = (status: string, field: string): number =>
  Number(new RegExp(`^${field}:\\s+(\\d+)`, "m").exec(status)?.[1] ?? 0);

const processOf = async (pid: string): Promise<Process | null> => {
  try {
    const status = await readFile(`/proc/${pid}/status`, "utf8");
    return { pid: Number(pid), parent: numberIn(status, "PPid"), bytes: numberIn(status, "VmRSS") * 1024 };
  } catch (error) {
    // It ended between the listing and the reading.
    if (error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "ESRCH"))
      return null;
    throw error;
  }
};

/** Resident bytes of a process and all it started, each process's pages counted as its own. */
const residentTree = async (root: number): Promise<number> => {
  const names = (await readdir("/proc")).filter((name) => /^\d+$/.test(name));
  const all = (await Promise.all(names.map(processOf))).filter((one) => one !== null);
  const inTree = new Set([root]);
  for (let grown = true; grown; ) {
    const more = all.filter(({ pid, parent }) => inTree.has(parent) && !inTree.has(pid));
    for (const { pid } of more) inTree.add(pid);
    grown = more.length > 0;
  }
  return all.filter(({ pid }) => inTree.has(pid)).reduce((sum, { bytes }) => sum + bytes, 0);
};

const readings = 5;
const settleMs = 1_500;

/**
 * Resident memory of all processes of a program, in bytes: after the window's garbage was collected, the least of a few
 * readings, since what is about to be given back comes and goes.
 */
export const residentMemory = async ({ app, page }: Pick<Launched, "app" | "page">): Promise<number> => {
  const session = await page.context().newCDPSession(page);
  const root = app.process().pid;
  if (root === undefined) throw new Error("the program does not run");
  let least = Number.POSITIVE_INFINITY;
  for (let reading = 0; reading < readings; reading += 1) {
    await session.send("HeapProfiler.collectGarbage");
    await setTimeout(settleMs);
    least = Math.min(least, await residentTree(root));
  }
  await session.detach();
  return least;
};
