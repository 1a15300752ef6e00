import { describe, expect, it } from "vitest";
import { scenarioNamed, scenarios, scriptOf } from "../../../../../electron/cli/lab/scenarios";
import { calm } from "../../../../../electron/cli/lab/scenarios/calm";
import { doesHold } from "../../../../../electron/cli/lab/scenarios/scenario";
import type { LabEvent, Size } from "../../../../../electron/cli/lab/script/events";

const play = (absent: number, size: Size = "small") => ({
  hosts: [0, 1, 2].slice(0, 3 - absent),
  newcomer: absent === 0 ? null : 3 - absent,
  seed: 7,
  size,
});
const orders = (events: readonly LabEvent[], what: string): number =>
  events.filter((event) => event.do === "order" && event.order.do === what).length;

describe("the script of a scenario", () => {
  it("is the same for the same seed and another for another seed", () => {
    for (const scenario of scenarios) {
      const facts = play(scenario.absent);
      expect(scriptOf(scenario, facts), scenario.name).toEqual(scriptOf(scenario, facts));
      expect(scriptOf(scenario, facts), scenario.name).not.toEqual(scriptOf(scenario, { ...facts, seed: 8 }));
    }
  });

  it("says no text twice, so that each can be looked for", () => {
    for (const scenario of scenarios) {
      const texts = scriptOf(scenario, play(scenario.absent, "full")).flatMap((event) =>
        "text" in event ? [event.text] : [],
      );
      expect(new Set(texts).size, scenario.name).toBe(texts.length);
    }
  });

  it("heals as often as it cuts", () => {
    for (const scenario of scenarios) {
      const events = scriptOf(scenario, play(scenario.absent, "full"));
      expect(orders(events, "heal"), scenario.name).toBe(orders(events, "cut"));
    }
  });

  it("has the promised numbers in full: 100 cuts, 200 kills, an outage of 45 s of every host", () => {
    const full = (name: string) => scriptOf(scenarioNamed(name), play(0, "full"));
    expect(orders(full("flap"), "cut")).toBe(100);
    expect(full("kill").filter((event) => event.do === "killWhileTyping")).toHaveLength(200);
    const away = full("outage").flatMap((event) =>
      event.do === "order" && event.order.do === "cut" ? [event.order.host] : [],
    );
    expect(away).toEqual([0, 1, 2]);
    expect(full("outage")).toContainEqual({ do: "order", order: { do: "wait", seconds: 45 } });
  });
});

describe("a verdict", () => {
  const good = {
    scenario: "calm",
    hosts: 3,
    converged: true,
    convergeMs: 10_000,
    lost: 0,
    duplicated: 0,
    refused: 0,
    maxRssMb: 700,
  };

  it("holds where all agreed in time and nothing was lost, doubled or refused", () => {
    expect(doesHold(good, calm)).toBe(true);
  });

  it("does not hold where a single one of these fails", () => {
    for (const fault of [
      { converged: false },
      { convergeMs: 10_001 },
      { lost: 1 },
      { duplicated: 1 },
      { refused: 1 },
    ])
      expect(doesHold({ ...good, ...fault }, calm), JSON.stringify(fault)).toBe(false);
  });

  it("that expects refusals does not hold without them", () => {
    const expecting = { ...calm, limits: { ...calm.limits, refused: 1 } };
    expect(doesHold(good, expecting)).toBe(false);
    expect(doesHold({ ...good, refused: 1 }, expecting)).toBe(true);
  });
});
