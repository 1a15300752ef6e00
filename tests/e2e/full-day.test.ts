import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { testDesk } from "../support/e2e/desk";
import { type Hands, handsOn } from "../support/e2e/hands";

const desk = testDesk();
afterAll(() => desk.clear());

const panel = ["Mara Lindqvist", "Tomas Okafor", "Priya Raman", "Ines Sato", "Jonas Berg"] as const;
const candidate = "Noor Haddad";
const slots = ["Bench interview", "Instrument interview", "Closing interview"] as const;

const openAll = async (): Promise<readonly [Hands, ...Hands[]]> => {
  const laptops = [];
  for (const person of panel) laptops.push(await handsOn(await desk.open(person)));
  const [first, ...others] = laptops;
  if (first === undefined) throw new Error("a panel has people");
  return [first, ...others];
};

const bringKit = async (mara: Hands): Promise<void> => {
  const page = join(import.meta.dirname, "../support/e2e/fixtures/three-rounds.txt");
  await mara.sees("Library");
  await mara.goTo("Import a role page");
  await mara.tabTo("Text of the role page");
  await mara.write(await readFile(page, "utf8"));
  await mara.choose("Show what is recognised");
  await mara.sees("Found on the page");
  await mara.choose("Add to library");
  await mara.sees("Core evaluation");
};

/** Everybody in every slot, but Jonas not in the last one. */
const plan = async (mara: Hands): Promise<void> => {
  await mara.goTo("Add a candidate");
  await mara.tabTo("Name");
  await mara.write(candidate);
  await mara.press("Enter");
  await mara.sees(candidate);
  await mara.goTo("Plan a loop");
  await mara.tabTo("Candidate");
  await mara.write(candidate);
  await mara.press("ArrowDown", "Enter");
  await mara.tabTo("Your name");
  await mara.write(mara.person);
  for (const [index, name] of panel.slice(1).entries()) {
    await mara.choose("Add a person");
    await mara.tabTo(`Name of person ${index + 2}`);
    await mara.write(name);
  }
  await mara.tabTo(`Interviewers of ${slots[2]}`);
  await mara.press("Backspace", "Escape");
  await mara.choose("Make the loop");
  await mara.sees("of 14 cards are sealed");
};

const meet = async (mara: Hands, others: readonly Hands[]): Promise<void> => {
  await mara.choose("Open the room");
  const invite = await mara.reads("data-invite");
  for (const [index, guest] of others.entries()) {
    await guest.goTo("Join a loop");
    await guest.tabTo("Invite");
    await guest.write(invite);
    await guest.tabTo("Your name");
    await guest.write(guest.person);
    await guest.press("Enter");
    await mara.sees(`${guest.person} wants to come in`.slice(guest.person.length + 1));
    await mara.choose(/^Let in$/);
    await mara.sees(`${index + 2} laptops together`);
    await guest.sees(candidate);
  }
};

const interview = async (hands: Hands, said: string, rating: string): Promise<void> => {
  await hands.sees("What you will ask");
  await hands.press("n", "Enter");
  await hands.sees("Your rating");
  await hands.press("Space", rating, "+", "a", "Enter");
  await hands.write(`${said} named the figure.`);
  await hands.press("Enter", "Control+q");
  await hands.write("I keep one list.");
  await hands.press("Escape");
  await hands.sees("Saved on this laptop");
};

const handOver = async (hands: Hands): Promise<void> => {
  await hands.press("h");
  await hands.write("Ask who owned the follow-up.");
  await hands.press("Enter");
};

const seal = async (hands: Hands, call: string): Promise<void> => {
  await hands.press("Control+Enter");
  await hands.sees("Your overall call");
  await hands.press(call);
  await hands.tabTo("Take-away");
  await hands.write("Knows the figures.");
  await hands.press("Control+Enter");
  await hands.sees("your card is sealed");
  await hands.choose("Go to the room");
};

/** One slot of everybody who sits in it, side by side as in the room. */
const playSlot = (sitting: readonly Hands[], slot: number): Promise<unknown> =>
  Promise.all(
    sitting.map(async (hands, index) => {
      await hands.choose(`Open my card for ${slots[slot]}`);
      await interview(hands, hands.person, String(1 + ((index + slot) % 3)));
      if (index === 0) await handOver(hands);
      await seal(hands, String(2 + (index % 2)));
    }),
  );

const putOff = async (mara: Hands, others: readonly Hands[]): Promise<void> => {
  await mara.choose(/^Late, moved/);
  await mara.tabTo("Why");
  await mara.write("The train is late.");
  await mara.press("Enter");
  for (const hands of others) await hands.sees("Mara Lindqvist changed the plan");
  await others[0]?.choose("I have read it");
};

/** Ines leaves the last slot to Jonas, who was not in it. */
const swapInes = async (mara: Hands): Promise<void> => {
  await mara.choose(/^Late, moved/);
  await mara.tabTo(/^The candidate is late/);
  await mara.press("ArrowDown");
  await mara.tabTo("Slot");
  await mara.write("");
  await mara.press("End");
  await mara.tabTo("Leaves");
  await mara.press("End");
  await mara.tabTo("Comes instead");
  await mara.press("Home");
  await mara.tabTo("Why");
  await mara.write("Ines was called away.");
  await mara.sees("Jonas Berg instead of Ines Sato");
  await mara.press("Enter");
};

it("a panel of five plays a whole day by keyboard alone, and a late train and a swapped panelist do not stop it", async () => {
  const [mara, ...others] = await openAll();
  const [, priya, ines, jonas] = others;
  if (priya === undefined || ines === undefined || jonas === undefined) throw new Error("five people");
  const everybody = [mara, ...others];
  await bringKit(mara);
  const began = performance.now();
  await plan(mara);
  await meet(mara, others);
  await playSlot(everybody, 0);
  await putOff(mara, others);
  await playSlot(everybody, 1);
  await swapInes(mara);
  await jonas.sees("owed");
  await playSlot(
    everybody.filter((hands) => hands !== ines),
    2,
  );
  await mara.sees("1 card was let off");
  await mara.choose("Reveal the cards");
  await mara.sees(/\b(\d+) of \1 cards shown to be independent/);
  await priya.choose("Go to the debrief");
  await priya.sees(/\b(\d+) of \1 cards shown to be independent/);
  const seconds = (performance.now() - began) / 1000;
  console.log(`a day of five by keyboard: ${seconds.toFixed(1)} s`);
  expect(await Promise.all(everybody.map((hands) => hands.pointed()))).toEqual([0, 0, 0, 0, 0]);
}, 400_000);
