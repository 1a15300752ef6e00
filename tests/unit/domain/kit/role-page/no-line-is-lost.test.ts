import { describe, expect, it } from "vitest";
import { kitSchema } from "../../../../../src/domain/kit/kit";
import { checkKitReferences } from "../../../../../src/domain/kit/kit-references";
import { type ImportedKit, importReportSchema, parseRolePage } from "../../../../../src/domain/kit/role-page";
import { fieldLabels, sectionHeadings } from "../../../../../src/domain/kit/role-page/headings";
import { type SeededRandom, seededRandom } from "../../../../support/seeded-random";
import { kitId, readPage, samplePage } from "./pages";

const pages = [readPage("lab-technician"), readPage("support-engineer"), ...[samplePage() ?? []].flat()].map(
  (page) => page.split("\n"),
);

const letters = (random: SeededRandom): string =>
  Array.from({ length: 8 }, () => random.pick([..."bcdfghjkmnpqrstvwxz"])).join("");

const strayLine = (random: SeededRandom): string =>
  random.pick(["", "  • ", "1. ", "Motivation. ", "Format: ", "Interview round: "]) +
  `${letters(random)} ${letters(random)}` +
  random.pick(["", ".", "?", " (x, played by y)"]);

type Change = (lines: string[], random: SeededRandom) => void;

const changes: readonly Change[] = [
  (lines, random) => lines.splice(random.below(lines.length), 1 + random.below(4)),
  (lines, random) => lines.splice(random.below(lines.length), 0, strayLine(random)),
  (lines, random) => lines.splice(random.below(lines.length), 0, random.pick(random.pick(pages))),
  (lines, random) => {
    const moved = lines.splice(random.below(lines.length), random.below(30));
    lines.splice(random.below(lines.length), 0, ...moved);
  },
  (lines, random) => {
    const copied = lines.slice(random.below(lines.length)).slice(0, random.below(40));
    lines.splice(random.below(lines.length), 0, ...copied);
  },
  (lines, random) => {
    for (let index = lines.length - 1; index > 0; index -= 1) {
      if (random.below(20) > 0) continue;
      const other = random.below(index);
      [lines[index], lines[other]] = [lines[other] ?? "", lines[index] ?? ""];
    }
  },
];

const changedPage = (random: SeededRandom): string[] => {
  const lines = [...random.pick(pages)];
  for (let count = random.below(12); count >= 0; count -= 1) random.pick(changes)(lines, random);
  return lines;
};

const allTexts = (value: unknown): string[] => {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(allTexts) : [];
};

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[a-z]{4,}/g) ?? [];

/* Words a line may have lost on its way into the kit: headings, labels, units of time, forms of answers. */
const structure = new Set(
  wordsOf(
    [
      ...Object.values(fieldLabels).flat(),
      ...Object.values(sectionHeadings).flat(),
      "expected criteria competencies played hour minute second minutes seconds year competency recorded disqualifying",
    ].join(" "),
  ),
);
const isHead = (line: string): boolean => /^\s*Competency[A-Z\t]/.test(line);

/** The lines that the report calls neither unplaced nor furniture although a word of theirs is nowhere. */
const lostLines = (lines: readonly string[], { kit, report }: ImportedKit): string[] => {
  const listed = new Set([...report.unplaced, ...report.furniture].map(({ line }) => line));
  const kept = new Set(allTexts(kit).flatMap(wordsOf));
  return lines.filter(
    (line, index) =>
      !listed.has(index + 1) &&
      !isHead(line) &&
      wordsOf(line).some((word) => !kept.has(word) && !structure.has(word)),
  );
};

const seeds = Array.from({ length: 150 }, (_, index) => 20261123 + index);

describe("a page whose lines were moved, dropped, repeated and mixed with strange ones", () => {
  it("never loses a line, never throws and always gives a kit of the right shape", () => {
    let read = 0;
    for (const seed of seeds) {
      const lines = changedPage(seededRandom(seed));
      const result = parseRolePage(lines.join("\n"), { kitId });
      if (!result.ok) continue;
      read += 1;
      expect(lostLines(lines, result.value), `seed ${seed}`).toEqual([]);
      expect(kitSchema.safeParse(result.value.kit).success, `seed ${seed}`).toBe(true);
      expect(checkKitReferences(result.value.kit).ok, `seed ${seed}`).toBe(true);
    }
    expect(read).toBeGreaterThan(seeds.length * 0.9);
  });

  it("counts every line once: blank, in the kit, structure, furniture or unplaced", () => {
    for (const seed of seeds) {
      const lines = changedPage(seededRandom(seed));
      const result = parseRolePage(lines.join("\r\n"), { kitId });
      if (!result.ok) continue;
      const { total, blank, inKit, structure: labels, furniture, unplaced } = result.value.report.lines;
      expect(importReportSchema.safeParse(result.value.report).success).toBe(true);
      expect(blank, `seed ${seed}`).toBe(lines.filter((line) => line.trim() === "").length);
      expect(blank + inKit + labels + furniture + unplaced, `seed ${seed}`).toBe(total);
      expect(total).toBe(lines.length);
    }
  });

  it("names an unplaced line by its number and its words", () => {
    for (const seed of seeds.slice(0, 100)) {
      const lines = changedPage(seededRandom(seed));
      const result = parseRolePage(lines.join("\n"), { kitId });
      if (!result.ok) continue;
      for (const { line, text } of result.value.report.unplaced)
        expect(lines[line - 1]?.replace(/\s+/g, " "), `seed ${seed}`).toContain(text);
    }
  });

  it("throws for no text at all, whatever its characters", () => {
    for (const seed of seeds.slice(0, 100)) {
      const random = seededRandom(seed);
      const alphabet = [..."•-1.) \t\n\r\u00a0\u200b\u2028aA?:·|(), Core Evaluation Format\nStage 1\n"];
      const text = Array.from({ length: 400 }, () => random.pick(alphabet)).join("");
      expect(() => parseRolePage(text, { kitId })).not.toThrow();
    }
  });

  it("keeps every line of a list too long to be passed to one call", () => {
    const filled = readPage("lab-technician").replace("  • Three slides", "  • x\n".repeat(130_000));
    const result = parseRolePage(filled, { kitId });
    expect(result.ok && result.value.kit.exercises[0]?.prepare.length).toBe(130_001);
  });
});
