import { describe, expect, it } from "vitest";
import { doubled, enterCard, lostBetween, newBook } from "../../../../../electron/cli/lab/play/book";

const saved = { question: 0, rating: "3", ticks: ["Names the sum."], notes: ["We moved", "the date"] };

describe("what is lost between a save and a restart", () => {
  it("is nothing where everything is there, in whatever order", () => {
    expect(lostBetween(saved, { ...saved, notes: ["the date", "We moved"] })).toBe(0);
  });

  it("is nothing where typing went on after the save", () => {
    expect(
      lostBetween(saved, { ...saved, notes: ["We moved twice", "the date"], ticks: ["x", "Names the sum."] }),
    ).toBe(0);
  });

  it("counts a rating, a tick and a note, each once", () => {
    expect(lostBetween(saved, { ...saved, rating: "2" })).toBe(1);
    expect(lostBetween(saved, { ...saved, rating: "" })).toBe(1);
    expect(lostBetween(saved, { ...saved, ticks: [] })).toBe(1);
    expect(lostBetween(saved, { ...saved, notes: ["We mov", "the date"] })).toBe(1);
    expect(lostBetween(saved, { question: 0, rating: "", ticks: [], notes: [] })).toBe(4);
  });

  it("is nothing for a question that had no rating yet", () => {
    expect(lostBetween({ ...saved, rating: "" }, saved)).toBe(0);
  });
});

describe("the book of a scenario", () => {
  it("keeps the last save of each question of each card", () => {
    const book = newBook();
    enterCard(book, "h1", "Presentation", saved);
    enterCard(book, "h1", "Presentation", { ...saved, question: 2 });
    enterCard(book, "h1", "Presentation", { ...saved, rating: "1" });
    enterCard(book, "h2", "Presentation", saved);
    expect(book.cards.get("h1")?.get("Presentation")?.[0]?.rating).toBe("1");
    expect(book.cards.get("h1")?.get("Presentation")?.[2]?.rating).toBe("3");
    expect(book.cards.get("h2")?.get("Presentation")).toEqual([saved]);
  });

  it("counts every text of the script that is there once too often, by what it begins with", () => {
    expect(doubled(["[kill 1] moved", "[kill 2] gave", "[kill 1] mov", "[kill 1]"])).toBe(2);
    expect(doubled(["[kill 1] moved", "[kill 2] moved"])).toBe(0);
  });

  it("does not take two texts for one that a kill cut short before they differ", () => {
    expect(doubled(["[ki", "[ki"])).toBe(0);
  });
});
