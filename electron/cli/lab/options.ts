import { parseArgs } from "node:util";
import { fewestHosts, mostHosts } from "./people";

export interface CliOptions {
  readonly hosts: number;
  /** A scenario to play, or null to take orders. */
  readonly scenario: string | null;
  readonly seed: number;
  /** Prints the verdict's one line and nothing else on standard output. */
  readonly json: boolean;
  /** The numbers of the full run. */
  readonly full: boolean;
  /** Where every frame is written, or null. */
  readonly pcap: string | null;
}

const numberOf = (name: string, text: string, least: number, most: number): number => {
  const number = Number(text);
  if (!Number.isInteger(number) || number < least || number > most)
    throw new Error(`--${name} is a whole number from ${least} to ${most}, not ${text}`);
  return number;
};

/** Reads the command line; an unknown option throws with its name. */
export const labOptions = (argv: readonly string[]): CliOptions => {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      hosts: { type: "string", default: String(fewestHosts) },
      scenario: { type: "string" },
      seed: { type: "string", default: "1" },
      json: { type: "boolean", default: false },
      full: { type: "boolean", default: false },
      pcap: { type: "string" },
    },
  });
  return {
    hosts: numberOf("hosts", values.hosts, fewestHosts, mostHosts),
    scenario: values.scenario ?? null,
    seed: numberOf("seed", values.seed, 0, 2 ** 31),
    json: values.json,
    full: values.full,
    pcap: values.pcap ?? null,
  };
};
