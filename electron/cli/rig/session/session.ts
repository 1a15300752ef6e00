import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { launchPanelbook } from "../../../dev/launch";
import { dayKit } from "../../bench/day/day-kit";
import type { Day } from "../../demo/day";
import { type Laptop, laptopOn } from "../../demo/laptop";
import { decideStep } from "../../demo/steps/decide";
import { importStep } from "../../demo/steps/import-kit";
import { meetStep } from "../../demo/steps/meet";
import { planStep } from "../../demo/steps/plan";
import { scoreStep } from "../../demo/steps/score";
import { goToRoom } from "../../lab/acts/loop-acts";
import { writeFile } from "../../lab/acts/stick-acts";

/** Names and sentences about people that two laptops are told in a session, in several scripts. */
export const planted = {
  candidate: ["Noor Haddad", "王小明明"],
  panel: ["Mara Lindqvist", "Жанна Ковалёва"],
  said: ["without looking it up", "who owned the follow-up"],
} as const;

export const everythingPlanted: readonly string[] = Object.values(planted).flat();

const steps = [importStep, planStep, meetStep, scoreStep, decideStep];

const questions = 3;

/** How a session's programs are started. */
export interface SessionOptions {
  /** The folder of the program; the project's own build where none is given. */
  readonly app?: string;
  readonly switches?: (person: number) => readonly string[];
  /** Is given each laptop before anything is done on it. */
  readonly opened?: (app: Awaited<ReturnType<typeof launchPanelbook>>["app"]) => Promise<void>;
}

const openOne = async (root: string, person: number, options: SessionOptions): Promise<Laptop> => {
  const saveDir = join(root, `saved-${person}`);
  await mkdir(saveDir, { recursive: true });
  const launched = await launchPanelbook({
    userDataDir: join(root, `profile-${person}`),
    ...(options.app === undefined ? {} : { app: options.app }),
    args: [`--panelbook-save-dir=${saveDir}`, ...(options.switches?.(person) ?? [])],
  });
  await options.opened?.(launched.app);
  return laptopOn(planted.panel[person] ?? "", launched, async () => undefined);
};

/**
 * Two people on two laptops, whose profiles and saved files lie in `root`: a kit, a candidate, a loop, two cards, the
 * reveal, a decision, and the loop in a file. Ends with both programs closed.
 */
export const playSession = async (root: string, options: SessionOptions = {}): Promise<void> => {
  const first = await openOne(root, 0, options);
  const laptops = [first];
  try {
    const second = await openOne(root, 1, options);
    laptops.push(second);
    const day: Day = {
      laptops: [first, second],
      candidate: planted.candidate.join(" "),
      out: join(root, "saved-0"),
      rolePage: await dayKit(1, questions),
    };
    for (const step of steps) await step.run(day);
    await goToRoom(second);
    await writeFile(second, "whole");
  } finally {
    await Promise.all(laptops.map((laptop) => laptop.close()));
  }
};
