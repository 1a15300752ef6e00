import { DEFAULT_THEME, mergeMantineTheme } from "@mantine/core";
import { describe, expect, it } from "vitest";
import { cssVariables, theme } from "../../../src/ui/theme";

/** WCAG 2.1 relative luminance of "#rrggbb". */
const luminance = (colour: string): number => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

const contrast = (one: string, other: string): number => {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
};

it("black on white has the contrast the standard gives, 21 to 1", () => {
  expect(contrast("#000000", "#ffffff")).toBeCloseTo(21, 5);
});

const schemes = cssVariables(mergeMantineTheme(DEFAULT_THEME, theme));

describe.each(["light", "dark"] as const)("in the %s scheme", (scheme) => {
  const token = (name: `--${string}`): string => schemes[scheme][name] ?? "";

  it.each<[`--${string}`, `--${string}`]>([
    ["--ink", "--paper"],
    ["--ink", "--panel"],
    ["--ink", "--accent-soft"],
    ["--ink", "--attention-soft"],
    ["--soft", "--paper"],
    ["--soft", "--panel"],
    ["--soft", "--accent-soft"],
    ["--accent-text", "--paper"],
    ["--accent-text", "--panel"],
    ["--accent-text", "--accent-soft"],
    ["--attention", "--panel"],
    ["--attention", "--attention-soft"],
    ["--on-accent", "--accent"],
  ])("text in %s on %s reaches AA, 4.5 to 1", (text, ground) => {
    expect(contrast(token(text), token(ground))).toBeGreaterThanOrEqual(4.5);
  });

  it.each<[`--${string}`, `--${string}`]>([
    ["--accent", "--panel"],
    ["--faint", "--panel"],
    ["--attention", "--paper"],
  ])("marks in %s on %s reach 3 to 1", (mark, ground) => {
    expect(contrast(token(mark), token(ground))).toBeGreaterThanOrEqual(3);
  });
});
