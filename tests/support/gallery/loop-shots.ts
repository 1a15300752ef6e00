import type { Page } from "playwright-core";
import { paths } from "../../../src/bindings/paths";
import { loopIdSchema, slotIdSchema } from "../../../src/domain/ids";
import { anId } from "../builders/ids";
import { debriefShots } from "./debrief-shots";
import { panel } from "./loop-day";
import { sceneIndex } from "./loop-roles";
import { press, type Shot, sees, shot } from "./shot";

export const loopId = anId(loopIdSchema, "loop-day");
const slotId = (index: number) => anId(slotIdSchema, `slot-${index}`);
const inesId = panel.ines.personId;
const room = paths.loop(loopId);
export const interview = (index: number) => paths.slot(loopId, slotId(index));

export const started = async (page: Page): Promise<void> => {
  await page.getByRole("heading", { name: "Your rating" }).waitFor();
};

/** Everything a keyboard does in an interview; a step that does not show fails the picture. */
const byKeyboard = async (page: Page): Promise<void> => {
  await started(page);
  await press(page, "j", "j", "j", "Space");
  await sees(page, "4 of");
  await press(page, "3");
  await sees(page, "no evidence yet");
  await press(page, "+");
  await sees(page, "Press the letter of the sign you saw");
  await press(page, "a", "+", "b", "-", "e");
  await page.getByRole("button", { name: /opposite seen$/ }).waitFor();
  await press(page, "Enter");
  await page.keyboard.type("Two regional events with a reseller, own budget 6k.");
  await press(page, "Enter", "Control+q");
  await page.keyboard.type("We stopped the second one when sign-ups were under forty by Tuesday.");
  await press(page, "Enter");
  await page.keyboard.type("A slip that is taken back");
  await press(page, "Control+z");
  await page.getByRole("textbox", { name: /note 3$/ }).waitFor({ state: "detached" });
  await press(page, "Escape");
};

const notesOf = (page: Page): Promise<readonly string[]> =>
  page
    .getByRole("list", { name: "Notes" })
    .getByRole("textbox")
    .evaluateAll((lines) => lines.map((line) => (line as HTMLTextAreaElement).value));

const expectNotes = async (page: Page, expected: readonly string[]): Promise<void> => {
  const found = (await notesOf(page)).filter((text) => text !== "");
  if (found.join("|") !== expected.join("|")) throw new Error(`notes are ${JSON.stringify(found)}`);
};

/** A line that is emptied keeps its place until the cursor leaves it, and a click on a sign keeps the cursor. */
const byHand = async (page: Page): Promise<void> => {
  await started(page);
  await press(page, "j", "Enter");
  await page.keyboard.type("First");
  await press(page, "Enter");
  await page.keyboard.type("Second");
  await page.getByRole("textbox", { name: /note 1$/ }).click();
  await press(page, "Control+a", "Backspace");
  await page.keyboard.type("Anew");
  await expectNotes(page, ["Anew", "Second"]);
  await press(page, "Control+a", "Backspace");
  await page.getByRole("textbox", { name: /note 2$/ }).click();
  await press(page, "End");
  await page.keyboard.type(", and more");
  await expectNotes(page, ["Second, and more"]);
  await page.getByRole("button", { name: /^a ?Looked up|Looked up/ }).click();
  await page.keyboard.type(" still");
  await expectNotes(page, ["Second, and more still"]);
  await press(page, "Control+a", "Backspace", "Escape", "k", "j");
  await expectNotes(page, []);
};

/** A finding leads to its question, and what was done there is taken back from the seal screen. */
const fromFindings = async (page: Page): Promise<void> => {
  await sees(page, "Your overall call");
  await page.getByRole("button", { name: /^5\. Funding/ }).click();
  await page.getByRole("heading", { level: 1, name: /event, mailing or campaign/ }).waitFor();
  await press(page, "4", "Control+Enter");
  await page.getByText("A rating without a tick or a note").nth(1).waitFor();
  await press(page, "Control+z");
  await page.getByText("A rating without a tick or a note").nth(1).waitFor({ state: "detached" });
};

const handOver = async (page: Page): Promise<void> => {
  await started(page);
  await press(page, "h");
  await page.keyboard.type("Ask for the figure behind the spring event.");
  await page.getByRole("button", { name: "Hand over", exact: true }).last().click();
  await sees(page, "You handed over");
  await press(page, "h");
  await page.keyboard.type("Who owned the follow-up?");
};

/** A note that judges gets a hint under it and can be sent all the same. */
const handOverJudging = async (page: Page): Promise<void> => {
  await started(page);
  await press(page, "h");
  await page.keyboard.type("Funding was weak, 2/4 so far");
  await sees(page, "reads like a");
};

const planned = async (page: Page): Promise<void> => {
  await page.getByRole("combobox", { name: "Candidate" }).click();
  await page.getByRole("option", { name: "Mira Adeyemi" }).click();
  await page.getByLabel("Your name").fill("Ana Brandt");
  for (const [index, name] of ["Tomas Kowalski", "Ines Sato"].entries()) {
    await page.getByRole("button", { name: "Add a person" }).click();
    await page.getByLabel(`Name of person ${index + 2}`).fill(name);
  }
};

const knock = (invite: string) => async (page: Page) => {
  await page.getByLabel("Invite").fill(invite);
  await page.getByLabel("Your name").fill("Ines Sato");
  await page.getByRole("button", { name: "Knock" }).click();
};

/** Every screen of a loop, through the hours of its day. */
export const loopShots: readonly Shot[] = [
  shot("list-empty", "empty", paths.loops),
  shot("list", "loop-live", paths.loops),
  shot("plan-empty", "empty", paths.newLoop()),
  shot("plan", "loop-planned", paths.newLoop(), planned),
  shot("plan-questions", "loop-planned", paths.newLoop(), async (page) => {
    await planned(page);
    await page.getByRole("button", { name: "Choose questions" }).first().click();
    await page.getByRole("button", { name: "Choose questions" }).first().scrollIntoViewIfNeeded();
  }),
  shot("plan-coverage", "loop-planned", paths.newLoop(), async (page) => {
    await planned(page);
    await page.getByLabel("Begins").nth(1).fill("2026-11-23T09:15");
    await page.getByRole("heading", { name: "Coverage" }).scrollIntoViewIfNeeded();
  }),
  shot("plan-calendar", "loop-calendar", paths.newLoop(), async (page) => {
    await planned(page);
    await page.getByRole("button", { name: "Bring a calendar file in" }).click();
    await sees(page, "Partner conversation");
    await page.getByRole("heading", { name: "Slots" }).scrollIntoViewIfNeeded();
  }),
  shot("calendar-moved", "loop-calendar", paths.calendar(loopId), async (page) => {
    await page.getByRole("button", { name: "Bring a calendar file in" }).click();
    await sees(page, "instead of");
  }),
  shot("join", "loop-planned", paths.joinLoop),
  shot("join-chosen", "loop-planned", paths.joinLoop, async (page) => {
    await page.getByRole("button", { name: /^K7QX/ }).click();
  }),
  shot("join-nobody", "empty", paths.joinLoop),
  shot("join-waiting", "loop-planned", paths.joinLoop, knock("panelbook-invite:1:abc")),
  shot("join-compare", "loop-planned", paths.joinLoop, knock("192.168.10.4:47111/K7QX")),
  shot("join-failed", "loop-planned", paths.joinLoop, knock("hello")),
  shot("room-closed", "loop-planned", room),
  shot("room-open", "loop-planned", room, async (page) => {
    await page.getByRole("button", { name: "Open the room" }).click();
    await sees(page, "Invite the panel");
  }),
  shot("room-lobby", "loop-lobby", room),
  shot("room-live", "loop-live", room),
  shot("room-early", "loop-live", room, async (page) => {
    await page.getByRole("button", { name: /^Reveal without/ }).click();
  }),
  shot("room-member", "loop-member", room),
  shot("room-deputy", "loop-deputy", room, async (page) => {
    await page.getByRole("button", { name: /^Ana.* gone: take over$/ }).click();
  }),
  shot("room-taken-over", "loop-taken-over", room),
  shot("room-typist", "loop-typist", room, async (page) => {
    await page.getByRole("button", { name: /^A card is on paper/ }).click();
    await page.getByLabel("On another laptop, because").fill("Tomas wrote on paper.");
  }),
  shot("type-in", "loop-typist", paths.typeIn(loopId, slotId(1), inesId), (page) =>
    sees(page, "Enter it from paper"),
  ),
  shot("type-in-seal", "loop-typist", paths.typeIn(loopId, slotId(1), inesId), async (page) => {
    await page.getByRole("button", { name: "Enter it from paper" }).click();
    await started(page);
    await press(page, "Control+Enter");
    await sees(page, "Your overall call");
  }),
  shot("room-escrow", "loop-escrow", room, async (page) => {
    await page.getByRole("button", { name: /from escrow$/ }).click();
    await page.getByRole("button", { name: /^Read / }).click();
    await page.getByRole("list", { name: "What the card says" }).scrollIntoViewIfNeeded();
  }),
  shot("room-versions", "loop-versions", room),
  shot("day-late", "loop-live", paths.day(loopId)),
  shot("day-swap", "loop-live", paths.day(loopId), async (page) => {
    await page.getByRole("radio", { name: "A panelist is swapped" }).check();
    await page.getByLabel("Comes instead").selectOption({ label: "Somebody who is not in the loop yet" });
    await page.getByLabel("Their name").fill("Dora Lind");
    await page.getByLabel("Why").fill("Ines is ill since this morning.");
  }),
  shot("day-withdrawn", "loop-live", paths.day(loopId), async (page) => {
    await page.getByRole("radio", { name: "The candidate withdraws" }).check();
  }),
  shot("day-member", "loop-member", paths.day(loopId)),
  shot("room-changed", "loop-changed", room),
  shot("room-ended", "loop-ended", room),
  shot("loop-log", "loop-changed", paths.loopLog(loopId)),
  shot("room-sealed", "loop-sealed", room),
  shot("room-decided", "loop-decided", room),
  shot("room-arriving", "loop-arriving", room),
  shot("room-trouble", "loop-trouble", room),
  shot("room-apart", "loop-apart", room),
  shot("room-nobody", "loop-nobody", room),
  shot("room-unsafe", "loop-unsafe", room),
  shot("stick", "loop-live", paths.stick(loopId), async (page) => {
    await page.getByRole("radio", { name: /^Only my contribution/ }).check();
    await page.getByRole("button", { name: "Save the file" }).click();
    await sees(page, "Saved:");
    await page.getByRole("button", { name: "Choose a file" }).click();
    await sees(page, "Take it in");
  }),
  shot("stick-taken", "loop-live", paths.stick(loopId), async (page) => {
    await page.getByRole("button", { name: "Choose a file" }).focus();
    await press(page, "Enter");
    await page.getByRole("button", { name: "Take it in" }).focus();
    await press(page, "Enter");
    await sees(page, /^Taken in:/);
  }),
  shot("file-refused", "loop-live", paths.openBundle, async (page) => {
    await page.getByRole("button", { name: "Choose a file" }).click();
    await sees(page, "admit this laptop");
  }),
  shot("copies", "loop-unsafe", paths.copies(loopId)),
  shot("copies-sealed", "loop-sealed", paths.copies(loopId)),
  shot("slot-blocked", "loop-arriving", interview(1)),
  shot("slot-start", "loop-planned", interview(1)),
  shot("interview", "loop-live", interview(1), started),
  shot("interview-keys", "loop-live", interview(1), byKeyboard),
  shot("interview-notes", "loop-live", interview(1), byHand),
  shot("interview-seven", "loop-seven", interview(1), started),
  shot("interview-letters", "loop-live", interview(1), async (page) => {
    await started(page);
    await press(page, "+");
  }),
  shot("interview-hand-over", "loop-live", interview(1), handOver),
  shot("interview-hand-over-judges", "loop-live", interview(1), handOverJudging),
  shot("interview-coverage", "loop-midday", interview(3), async (page) => {
    await started(page);
    await press(page, "c");
    await sees(page, "What this slot should cover");
  }),
  shot("interview-shared-notes", "loop-live", interview(1), async (page) => {
    await started(page);
    await press(page, "s");
    await page.keyboard.type("She drew the territory on paper.");
    await page.keyboard.press("Enter");
    await page.keyboard.type("Two resellers, weak on one");
    await sees(page, "reads like a judgement");
  }),
  shot("interview-notes-gone", "loop-notes-gone", interview(1), async (page) => {
    await started(page);
    await press(page, "s");
    await sees(page, "Most of this note was gone");
  }),
  shot("coverage", "loop-midday", paths.coverage(loopId), (page) =>
    sees(page, "What the next slot should cover"),
  ),
  shot("coverage-arriving", "loop-arriving", paths.coverage(loopId)),
  shot("slot-start-handed", "loop-handed", interview(3)),
  shot("interview-long", "loop-long", interview(1), started),
  shot("interview-exercise", "loop-live", interview(5), started),
  shot("interview-exercise-running", "loop-live", interview(5), async (page) => {
    await started(page);
    await page.getByRole("button", { name: "Presentation", exact: true }).click();
    await page.getByRole("button", { name: /told fairly/ }).click();
  }),
  shot("role-start", "loop-role", paths.rolePlay(loopId, slotId(sceneIndex))),
  shot("role-playing", "loop-role", paths.rolePlay(loopId, slotId(sceneIndex)), async (page) => {
    await press(page, "Enter");
    await sees(page, "Breaches");
    await press(page, "1", "3", "b");
    await page.keyboard.type("Named the date for the launch myself");
    await press(page, "Enter");
    await sees(page, "Take out");
  }),
  shot("role-refused", "loop-assessor", paths.rolePlay(loopId, slotId(sceneIndex))),
  shot("role-told", "loop-told", interview(sceneIndex)),
  shot("prep", "loop-live", paths.prep(loopId)),
  shot("seal", "loop-live", paths.seal(loopId, slotId(1))),
  shot("seal-ready", "loop-live", paths.seal(loopId, slotId(1)), async (page) => {
    await sees(page, "Your overall call");
    await press(page, "3");
    await page.getByLabel("Take-away").fill("Knows the figures; ask about the follow-up.");
  }),
  shot("seal-typed-by-another", "loop-live", paths.seal(loopId, slotId(1)), async (page) => {
    await page.getByLabel("Typed in by").selectOption({ index: 1 });
    await page.getByLabel("Because", { exact: true }).fill("Her arm is in plaster.");
  }),
  shot("amend", "loop-live", paths.seal(loopId, slotId(1)), async (page) => {
    await sees(page, "Your overall call");
    await press(page, "3");
    await page.getByRole("button", { name: "Seal my card" }).click();
    await page.getByLabel("Why you change it").fill("The second answer was in the wrong place.");
    await page.getByRole("button", { name: "Change my card" }).click();
    await sees(page, "Your rating");
    await press(page, "Control+Enter");
    await sees(page, "A change to a sealed card");
  }),
  shot("seal-findings", "loop-live", paths.seal(loopId, slotId(1)), fromFindings),
  shot("sealed", "loop-live", interview(0)),
  ...debriefShots,
  shot("record", "loop-decided", paths.record(loopId), (page) => sees(page, "What it rests on")),
  shot("record-lacking", "loop-lacking-decided", paths.record(loopId), (page) =>
    sees(page, /sealed cards are not in this record/),
  ),
  shot("record-reopening", "loop-decided", paths.record(loopId), async (page) => {
    await page.getByRole("button", { name: "Sign that I was there" }).click();
    await page.getByRole("button", { name: "Reopen the decision" }).click();
    await page.getByLabel("Why it does not stand any more").fill("A reference came back.");
  }),
  shot("record-saved", "loop-decided", paths.record(loopId), async (page) => {
    await page.getByRole("button", { name: "Export the pack" }).click();
    await sees(page, /Saved: /);
  }),
  shot("record-bundle-older", "loop-decided", paths.record(loopId), async (page) => {
    await page.getByRole("button", { name: "Choose a bundle" }).click();
    await sees(page, /older than the record/);
  }),
  shot("record-undecided", "loop-revealed", paths.record(loopId), (page) => sees(page, "What it rests on")),
  shot("keys", "loop-live", interview(1), async (page) => {
    await started(page);
    await press(page, "?");
    await page.getByRole("dialog").waitFor();
  }),
];
