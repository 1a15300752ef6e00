import type { DemoStep } from "../day";

/** Every author's laptop has published its keys. */
const allOpen = /\b(\d+) of \1 cards shown to be independent/;

/** The facilitator reveals, every laptop opens every card, a decision is recorded. */
export const decideStep: DemoStep = {
  title: "Reveal, debrief and decide",
  run: async ({ laptops, candidate }) => {
    const [facilitator, second] = laptops;
    await facilitator.click("Reveal the cards");
    await facilitator.sees(allOpen);
    await facilitator.shoot("debrief");
    await facilitator.press("j", "j");
    await facilitator.fill(
      "What was said",
      "Two different quarters were described; the figure belongs to the second.",
    );
    await facilitator.shoot("debrief-item");
    await second.follow("Go to the debrief");
    await second.sees(allOpen);
    await second.shoot("debrief");
    await facilitator.click("Record the decision");
    await facilitator.fill(
      "Reason",
      `${candidate} showed the level's work with figures that could be checked.`,
    );
    await facilitator.page.getByRole("combobox", { name: "Dissent by" }).click();
    await facilitator.page.getByRole("option", { name: second.person }).click();
    await facilitator.fill("In their words", "I did not hear who owned the follow-up.");
    await facilitator.shoot("decision");
    await facilitator.click("Record the decision");
    await facilitator.sees("What it rests on");
    await facilitator.shoot("record");
  },
};
