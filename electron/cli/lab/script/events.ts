import type { Order } from "../orders";

/** One thing that happens in a scenario. Hosts are counted from 0; texts are unique in their script. */
export type LabEvent =
  | { readonly do: "rate"; readonly host: number; readonly points: number }
  | { readonly do: "tick"; readonly host: number; readonly letter: string }
  | { readonly do: "note"; readonly host: number; readonly text: string }
  | { readonly do: "next"; readonly host: number }
  | { readonly do: "handOver"; readonly host: number; readonly text: string }
  | { readonly do: "seal"; readonly host: number }
  /** Kills the host `afterMs` after its person began to type, starts it again and compares with what was saved. */
  | { readonly do: "killWhileTyping"; readonly host: number; readonly text: string; readonly afterMs: number }
  /** Texts of 5,000 characters each, handed over in one go. */
  | { readonly do: "handOverMuch"; readonly host: number; readonly texts: readonly string[] }
  /** Says the most memory that the host has had since it was asked before. */
  | { readonly do: "memory"; readonly host: number; readonly when: string }
  /** The host is killed and never comes back. */
  | { readonly do: "leave"; readonly host: number }
  | { readonly do: "takeOver"; readonly host: number; readonly reason: string }
  /** The host's person has a changed program and tries everything a member may not do. */
  | { readonly do: "forge"; readonly host: number }
  /** Somebody without the secret sends so many frames to the doors and wants so many connections, while this goes on. */
  | {
      readonly do: "stranger";
      readonly frames: number;
      readonly sockets: number;
      readonly meanwhile: readonly LabEvent[];
    }
  /** Everybody works through a day at the same time, for at most so many minutes. */
  | { readonly do: "day"; readonly quota: DayQuota }
  /** A file goes from one host to another on a stick. */
  | ({ readonly do: "carry" } & Carrying)
  /** The file is damaged on the way, in several ways, and one of another loop goes along. */
  | ({ readonly do: "carryBroken" } & Carrying)
  /** Waits until all hosts agree. */
  | { readonly do: "agree" }
  /** Reveal, decision, and the same record on every host. The loop takes no cards afterwards. */
  | { readonly do: "closeLoop" }
  | { readonly do: "order"; readonly order: Order };

/** Who gives a file to whom. */
export interface Carrying {
  readonly from: number;
  readonly to: number;
  readonly part: "whole" | "own";
  /** The same file is taken in twice. */
  readonly again?: boolean;
}

/** What each panelist does in a compressed day. */
export interface DayQuota {
  readonly ratings: number;
  readonly ticks: number;
  readonly characters: number;
  readonly handOffs: number;
  readonly minutes: number;
  /** What the texts begin with after their bracket. */
  readonly tag: string;
}

/** How much of everything: `small` in every test run, `full` are the numbers that are promised. */
export type Size = "small" | "full";
