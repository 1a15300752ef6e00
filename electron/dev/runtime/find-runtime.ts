import type { Runtime } from "./attempt";
import { cacheFolder } from "./cache-folder";
import { officialRuntime } from "./official";
import { substituteRuntime } from "./substitute";

const find = async (): Promise<Runtime> => {
  const cache = await cacheFolder();
  const tried: string[] = [];
  for (const way of [officialRuntime, substituteRuntime]) {
    const attempt = await way(cache);
    if ("found" in attempt) return attempt.found;
    tried.push(attempt.tried);
  }
  throw new Error(`No Electron to run. Tried:\n${tried.map((line) => `- ${line}`).join("\n")}`);
};

let once: Promise<Runtime> | null = null;

/** An Electron for this machine, searched once per process: official, cached or made; else an error that lists all. */
export const findRuntime = (): Promise<Runtime> => {
  once ??= find();
  return once;
};
