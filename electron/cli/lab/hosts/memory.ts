import { readFile } from "node:fs/promises";
import { run } from "../../../dev/run";

const pageBytes = 4096;
const megabyte = 1024 * 1024;

const residentBytes = async (pid: string): Promise<number> => {
  // A process may end while the others are read.
  const statm = await readFile(`/proc/${pid}/statm`, "utf8").catch(() => "0 0");
  return Number(statm.split(" ")[1]) * pageBytes;
};

const commandOf = (pid: string): Promise<string> => readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => "");

/**
 * Resident memory of one host's program, all its processes together, in megabytes. Pages that its processes share are
 * counted in each of them, so the true figure is smaller, never larger.
 */
export const residentMb = async (namespace: string): Promise<number> => {
  const { output } = await run("ip", ["netns", "pids", namespace]);
  const pids = output.split("\n").filter((pid) => pid !== "");
  const own: string[] = [];
  for (const pid of pids) if (!(await commandOf(pid)).includes("guard.ts")) own.push(pid);
  const sizes = await Promise.all(own.map(residentBytes));
  return Math.round(sizes.reduce((sum, bytes) => sum + bytes, 0) / megabyte);
};
