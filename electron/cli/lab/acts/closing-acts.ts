import { readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { type LoopRecord, loopRecordSchema } from "../../../../src/domain/record/record";
import type { Laptop } from "../../demo/laptop";
import type { Host } from "../hosts/host";

/** How a loop ends: reveal, decision, record. */

/** Opens the cards that are sealed, from the facilitator's room, and records a decision; ends at the record. */
export const revealAndDecide = async (laptop: Laptop): Promise<void> => {
  const early = laptop.page.getByRole("button", { name: /^Reveal without the/ });
  if ((await early.count()) === 0) await laptop.click("Reveal the cards");
  else {
    await early.click();
    await laptop.fill("Reveal early, because", "The day is over.");
    await laptop.page.getByRole("button", { name: "Reveal early", exact: true }).click();
  }
  await laptop.click("Record the decision");
  await laptop.fill("Reason", "The figures could be checked.");
  await laptop.click("Record the decision");
  await laptop.sees("What it rests on");
};

/** From the room to the record, once the decision is there. */
export const goToRecord = async (laptop: Laptop): Promise<void> => {
  await laptop.follow("Go to the record");
  await laptop.sees("What it rests on");
};

/** The record as this host saves it; it is at the record's page. */
export const savedRecord = async ({ laptop, saveDir }: Host): Promise<LoopRecord> => {
  for (const file of await readdir(saveDir)) if (file.endsWith(".json")) await rm(join(saveDir, file));
  await laptop().click("Save the record as a file");
  await laptop().sees(/Saved: .*\.json/);
  const file = (await readdir(saveDir)).find((name) => name.endsWith(".json"));
  if (file === undefined) throw new Error("no record was saved");
  return loopRecordSchema.parse(JSON.parse(await readFile(join(saveDir, file), "utf8")));
};
