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
  /** Waits until all hosts agree. */
  | { readonly do: "agree" }
  /** Reveal, decision, and the same record on every host. The loop takes no cards afterwards. */
  | { readonly do: "closeLoop" }
  | { readonly do: "order"; readonly order: Order };

/** How much of everything: `small` in every test run, `full` are the numbers that are promised. */
export type Size = "small" | "full";
