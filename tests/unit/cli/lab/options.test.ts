import { describe, expect, it } from "vitest";
import { boardText } from "../../../../electron/cli/lab/live-board";
import { labOptions } from "../../../../electron/cli/lab/options";

describe("the lab's command line", () => {
  it("takes hosts, a scenario, a seed and how to print", () => {
    const options = labOptions(["--hosts", "5", "--scenario", "flap", "--seed", "7", "--json"]);
    expect(options).toEqual({ hosts: 5, scenario: "flap", seed: 7, json: true, full: false, pcap: null });
  });

  it("refuses fewer than three hosts, more than eight, and what is no number", () => {
    for (const hosts of ["2", "9", "three", "3.5"])
      expect(() => labOptions(["--hosts", hosts])).toThrow(/hosts/);
  });

  it("refuses an option it does not know", () => {
    expect(() => labOptions(["--host", "3"])).toThrow(/--host/);
  });
});

describe("the lab's board", () => {
  it("lines its columns up by the longest cell and ends no line with blanks", () => {
    const row = { host: "h1", address: "10.77.0.11", connection: "alone", cards: "", lamp: "", memory: "" };
    const text = boardText([
      { ...row, person: "Ana" },
      { ...row, person: "Tomas Okafor" },
    ]);
    const lines = text.split("\n");
    expect(lines).toHaveLength(3);
    expect(new Set(lines.map((line) => line.search(/address|10\.77/)))).toEqual(new Set([20]));
    expect(lines.every((line) => line === line.trimEnd())).toBe(true);
  });
});
