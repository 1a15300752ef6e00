import { createHash } from "node:crypto";
import { existsSync, rmSync } from "node:fs";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { ensureBuilt } from "../../../dev/build-state";
import { type Launched, launchPanelbook } from "../../../dev/launch";
import { pageScript } from "../page/page-script";
import { indexWorkerAddress } from "./index-worker";

const patienceMs = 120_000;

/** Starts the program on a profile and waits for its library. */
export const startLibrary = async (profile: string): Promise<Launched> => {
  const launched = await launchPanelbook({ userDataDir: profile });
  try {
    const heading = launched.page.getByRole("heading", { name: "Library", level: 1 });
    await heading.waitFor({ timeout: patienceMs });
    return launched;
  } catch (error) {
    await launched.close();
    throw error;
  }
};

/** What writes the kits, and where the program's own worker of the search is. */
interface Filler {
  readonly script: string;
  readonly worker: string;
}

let filler: Promise<Filler> | null = null;

const makeFiller = async (): Promise<Filler> => {
  await ensureBuilt();
  const script = await pageScript("tests/bench/library/fill.ts", "fillLibrary");
  return { script, worker: await indexWorkerAddress() };
};

const fill = async (profile: string, kits: number, { script, worker }: Filler): Promise<void> => {
  const launched = await startLibrary(profile);
  try {
    const { page } = launched;
    // A page of the program's own origin on which nothing of the program runs: the text of a script.
    await page.goto(worker);
    await page.evaluate(script);
    const milliseconds = z.number().parse(await page.evaluate(`library.fill(0, ${kits}, "${worker}")`));
    console.error(`${kits} kits were written in ${(milliseconds / 1000).toFixed(1)} s`);
  } finally {
    await launched.close();
  }
};

let folder: Promise<string> | null = null;

/** Where whoever runs benches one by one keeps the profiles between runs. */
const keptFolder = process.env.PANELBOOK_BENCH_PROFILES;

const makeFolder = async (): Promise<string> => {
  if (keptFolder !== undefined) {
    await mkdir(keptFolder, { recursive: true });
    return keptFolder;
  }
  const made = await mkdtemp(join(tmpdir(), "panelbook-library-"));
  process.once("exit", () => rmSync(made, { recursive: true, force: true, maxRetries: 5 }));
  return made;
};

/** One for all profiles of this process; it goes with it unless it is to be kept. */
const profilesFolder = (): Promise<string> => {
  folder ??= makeFolder();
  return folder;
};

/** Another program or other kits make another profile. */
const nameOf = (kits: number, { script, worker }: Filler): string =>
  `${kits}-${createHash("sha256").update(script).update(worker).digest("hex").slice(0, 16)}`;

const makeProfile = async (kits: number): Promise<string> => {
  filler ??= makeFiller();
  const made = await filler;
  const profile = join(await profilesFolder(), nameOf(kits, made));
  const whole = `${profile}.whole`;
  if (existsSync(whole)) return profile;
  await rm(profile, { recursive: true, force: true });
  await fill(profile, kits, made);
  await writeFile(whole, "");
  return profile;
};

const profiles = new Map<number, Promise<string>>();

/**
 * The profile of a laptop with so many generated kits, stored, journaled and searched as the program would. Made once
 * for all benches of a run, since 10,000 kits are 900,000 rows; a bench leaves the kits as they are.
 */
export const libraryProfile = (kits: number): Promise<string> => {
  const known = profiles.get(kits);
  if (known !== undefined) return known;
  const made = makeProfile(kits);
  profiles.set(kits, made);
  return made;
};
