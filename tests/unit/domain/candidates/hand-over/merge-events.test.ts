import { describe, expect, it } from "vitest";
import { hold, resume } from "../../../../../src/domain/candidates/acts";
import type { ApplicationEvent } from "../../../../../src/domain/candidates/application";
import { filesNamed } from "../../../../../src/domain/candidates/hand-over/contents";
import { mergedEvents, newEvents } from "../../../../../src/domain/candidates/hand-over/merge-events";
import { standingOf } from "../../../../../src/domain/candidates/standing";
import { visibleReviews } from "../../../../../src/domain/candidates/visible-reviews";
import { unwrap } from "../../../../../src/domain/result";
import {
  anAnswer,
  anApplication,
  aWording,
  bothMarked,
  later,
  onDay,
  twoCriteria,
} from "../../../../support/builders/application";
import { seededRandom } from "../../../../support/seeded-random";

const applied = anApplication().events;
const held: ApplicationEvent = { kind: "held", at: onDay(3), by: "Ana", reason: "On leave" };
const resumed: ApplicationEvent = { kind: "resumed", at: onDay(4), by: "Ben", reason: "Back" };
const answered: ApplicationEvent = { kind: "answered", at: onDay(5), by: null, results: [anAnswer("yes")] };
const archived: ApplicationEvent = {
  kind: "archived",
  at: onDay(6),
  by: "Ana",
  cause: "withdrew",
  reason: "Wrote to us",
};

describe("what happened to one application on several laptops", () => {
  it("is each thing once, by time, whichever file is taken in first", () => {
    const ana = [...applied, held, archived];
    const ben = [...applied, held, resumed, answered];
    const both = [...applied, held, resumed, answered, archived];
    expect(mergedEvents(ana, ben)).toEqual(both);
    expect(mergedEvents(ben, ana)).toEqual(both);
    expect(newEvents(ana, ben)).toBe(2);
  });

  it("stays the very same where nothing is new, also after a clock was set back", () => {
    const odd = [...applied, archived, held];
    expect(mergedEvents(odd, [...applied, held])).toBe(odd);
    expect(newEvents(odd, [...applied, held])).toBe(0);
  });

  it("begins with how it came, also where another laptop's clock was slow", () => {
    const slow: ApplicationEvent = { ...held, at: onDay(1) };
    expect(mergedEvents(applied, [...applied, slow]).map(({ kind }) => kind)).toEqual(["applied", "held"]);
  });

  it("keeps the order of acts where a clock was set back between them", () => {
    const onHold = unwrap(hold(anApplication(), { at: onDay(5), by: "Ana" }, "On leave"));
    const open = unwrap(resume(onHold, { at: onDay(4), by: "Ana" }, "Back"));
    const events = mergedEvents(open.events, [...applied, answered]);
    expect(standingOf({ events }).state).toBe("applied");
    expect(events.map(({ kind }) => kind)).toEqual(["applied", "answered", "held", "resumed"]);
  });

  it("is the same on all laptops however its parts travelled", () => {
    const all = [held, resumed, answered, archived];
    for (let seed = 1; seed <= 30; seed += 1) {
      const random = seededRandom(seed);
      const some = () => [...applied, ...all.filter(() => random.next() < 0.6)];
      const [one, other, third] = [some(), some(), some()];
      const left = mergedEvents(mergedEvents(one, other), third);
      const right = mergedEvents(third, mergedEvents(other, one));
      expect(left, `seed ${seed}`).toEqual(right);
      expect(mergedEvents(left, other), `seed ${seed}`).toBe(left);
    }
  });

  it("keeps the criteria that were fixed first where two laptops began the resume screen", () => {
    const begun = (day: number, text: string): ApplicationEvent => ({
      kind: "screenBegun",
      at: onDay(day),
      by: "Ana",
      criteria: twoCriteria.map((one) => ({ ...one, text: `${text} ${one.text}` })),
      wanted: 2,
    });
    const review = { reviewer: "Ben", marks: [...bothMarked("met", "met")], at: onDay(5), independent: true };
    const reviewed: ApplicationEvent = { kind: "reviewed", at: onDay(5), by: "Ben", review };
    const merged = mergedEvents(
      [...applied, begun(3, "First:")],
      [...applied, begun(4, "Second:"), reviewed],
    );
    const { screen, reviews } = standingOf({ events: merged });
    expect(screen?.criteria[0]?.text).toContain("First:");
    expect(reviews).toHaveLength(1);
  });
});

describe("one reviewer on two laptops that had not met", () => {
  it("counts as one of the wanted reviews, the first, and opens nobody's", () => {
    const begun: ApplicationEvent = {
      kind: "screenBegun",
      at: onDay(3),
      by: "Ana",
      criteria: [...twoCriteria],
      wanted: 2,
    };
    const reviewed = (reviewer: string, day: number, first: "met" | "notMet"): ApplicationEvent => ({
      kind: "reviewed",
      at: onDay(day),
      by: reviewer,
      review: { reviewer, marks: [...bothMarked(first, "met")], at: onDay(day), independent: true },
    });
    const events = mergedEvents(
      [...applied, begun, reviewed("Mara", 5, "met")],
      [...applied, begun, reviewed("mara ", 6, "notMet")],
    );
    const both = { ...anApplication(), events };
    expect(events).toHaveLength(4);
    expect(standingOf(both)).toMatchObject({ state: "screening", reviews: [{ reviewer: "Mara" }] });
    expect(visibleReviews(both, "Nils")).toMatchObject({ reviews: [], hidden: ["Mara"], allIn: false });
    const withNils = later(both, reviewed("Nils", 7, "met"));
    expect(standingOf(withNils)).toMatchObject({ state: "screened", reviews: { length: 2 } });
  });
});

describe("the files an application speaks of", () => {
  it("are those that are kept and not removed again", () => {
    const kept = (name: string): ApplicationEvent => ({
      kind: "documentKept",
      at: onDay(3),
      by: null,
      document: { hash: aWording(name), name: `${name}.pdf`, kind: "pdf", bytes: 10 },
    });
    const removed: ApplicationEvent = {
      kind: "documentRemoved",
      at: onDay(4),
      by: null,
      hash: aWording("old"),
    };
    expect(filesNamed(later(anApplication(), kept("old"), kept("new"), removed))).toEqual([aWording("new")]);
  });
});
