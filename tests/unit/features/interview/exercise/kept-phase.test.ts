import { expect, it } from "vitest";
import { createKeptPhases } from "../../../../../src/features/interview/exercise/kept-phase";
import { aCard, aSlot } from "../../../../support/builders/record";

const [talk, scene] = [aSlot("talk", ["Mara", "Ben"]), aSlot("scene", ["Mara"])];
const card = aCard(talk, "Mara", {});

it("a phase runs on for its card until it ends or another begins", () => {
  const phases = createKeptPhases();
  expect(phases.of(card)).toBeNull();
  phases.keep(card, { index: 1, since: 5_000 });
  expect(phases.of({ ...card })).toEqual({ index: 1, since: 5_000 });
  phases.keep(card, { index: 2, since: 9_000 });
  expect(phases.of(card)).toEqual({ index: 2, since: 9_000 });
  phases.keep(card, null);
  expect(phases.of(card)).toBeNull();
});

it("a phase is that of one person in one slot", () => {
  const phases = createKeptPhases();
  phases.keep(card, { index: 0, since: 5_000 });
  expect(phases.of(aCard(talk, "Ben", {}))).toBeNull();
  expect(phases.of(aCard(scene, "Mara", {}))).toBeNull();
});
