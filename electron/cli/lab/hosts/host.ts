import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { type Laptop, laptopOn } from "../../demo/laptop";
import type { Port } from "../net/lan";
import { residentMb } from "./memory";
import { type Program, startProgram } from "./program";

/** One host of the lab: a place on the cable, a person, a profile, and the program while it runs. */
export interface Host {
  /** "h1", "h2", … */
  readonly name: string;
  readonly person: string;
  readonly port: Port;
  readonly saveDir: string;
  /** The file that this laptop finds on a stick. */
  readonly stick: string;
  readonly isRunning: () => boolean;
  /** The person at the program that runs now; a host that is down throws. */
  readonly laptop: () => Laptop;
  readonly start: () => Promise<void>;
  readonly stop: () => Promise<void>;
  readonly kill: () => Promise<void>;
  /** Megabytes now; 0 while it is down. */
  readonly memoryMb: () => Promise<number>;
}

export interface HostOptions {
  readonly number: number;
  readonly person: string;
  readonly port: Port;
  readonly folder: string;
  readonly clockOffMs: number;
}

/** Up to eight programs share one machine here, which slows them down and makes nothing wrong. */
const patienceMs = 90_000;

/** Pictures would only take time here. */
const noCamera = async (): Promise<void> => undefined;

export const labHost = ({ number, person, port, folder, clockOffMs }: HostOptions): Host => {
  const name = `h${number}`;
  const own = (file: string): string => join(folder, name, file);
  const [profile, saveDir, stick] = [own("profile"), own("saved"), own("stick.pbloop")];
  let program: Program | null = null;
  let driven: Laptop | null = null;
  const end = async (how: "close" | "kill"): Promise<void> => {
    const running = program;
    program = null;
    driven = null;
    await running?.[how]();
  };
  return {
    name,
    person,
    port,
    saveDir,
    stick,
    isRunning: () => program !== null,
    laptop: () => {
      if (driven === null) throw new Error(`${name} is down`);
      return driven;
    },
    start: async () => {
      if (program !== null) return;
      for (const path of [profile, saveDir]) await mkdir(path, { recursive: true });
      program = await startProgram({ port, profile, saveDir, stick, clockOffMs });
      driven = laptopOn(person, program, noCamera, patienceMs);
    },
    stop: () => end("close"),
    kill: () => end("kill"),
    memoryMb: () => (program === null ? Promise.resolve(0) : residentMb(port.namespace)),
  };
};
