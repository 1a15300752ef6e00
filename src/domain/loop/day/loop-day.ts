import type { DeviceId, Hash, PersonId, SlotId, Timestamp } from "../../ids";
import type { RequiredCard } from "../plan";
import type { PlanDifference } from "./plan-difference";

/** A version of the plan after the first: what it changed, who signed it, and why. */
export interface PlanChangeState {
  readonly hash: Hash;
  readonly version: number;
  readonly at: Timestamp;
  readonly by: PersonId | null;
  readonly reason: string;
  readonly differences: readonly PlanDifference[];
}

/** The loop was ended and that was not taken back. */
export interface EndedState {
  readonly hash: Hash;
  readonly cause: "withdrawn" | "cancelled";
  readonly at: Timestamp;
  readonly by: PersonId | null;
  readonly reason: string;
  /** The day from which retention counts, "2026-11-23". */
  readonly retentionFrom: string;
}

/** A laptop whose owner lends it for the day. */
export interface BorrowedState {
  readonly deviceId: DeviceId;
  readonly personId: PersonId;
  /** When it said that it takes the loop off its disk; null while it holds it. */
  readonly wipedAt: Timestamp | null;
}

/** What one signed entry says happened. Never what a card says. */
export type Happening =
  | {
      readonly kind:
        | "founded"
        | "tookOver"
        | "vouched"
        | "witnessed"
        | "decided"
        | "reopened"
        | "recordClosed";
    }
  | { readonly kind: "joined" | "removed"; readonly personId: PersonId; readonly label: string }
  | { readonly kind: "personAdded"; readonly personId: PersonId }
  | { readonly kind: "planned"; readonly differences: readonly PlanDifference[] }
  | {
      readonly kind: "sealed";
      readonly slotId: SlotId;
      readonly personId: PersonId;
      readonly revision: number;
      /** True where somebody else's laptop sealed it. */
      readonly typed?: boolean;
    }
  /** Somebody is to type the card in for its person. */
  | {
      readonly kind: "typistNamed";
      readonly slotId: SlotId;
      readonly personId: PersonId;
      readonly by: PersonId;
    }
  | { readonly kind: "chose" | "glassBroken"; readonly slotId: SlotId; readonly personId: PersonId }
  | { readonly kind: "revealed"; readonly rule: "allSealed" | "early"; readonly missing: number }
  | { readonly kind: "ended"; readonly cause: EndedState["cause"]; readonly retentionFrom: string }
  | { readonly kind: "resumed" }
  | { readonly kind: "borrowed"; readonly personId: PersonId }
  | {
      readonly kind: "wiped";
      readonly personId: PersonId;
      readonly drafts: readonly RequiredCard[];
      readonly unsafe: readonly RequiredCard[];
    }
  | {
      readonly kind: "entered";
      readonly slotId: SlotId;
      readonly personId: PersonId;
      readonly typedBy: PersonId;
      readonly from: "paper" | "memory" | "speech";
    }
  | { readonly kind: "restored" | "kitFrozen" }
  | { readonly kind: "cardDropped"; readonly card: RequiredCard };

/** One line of the loop's log: what a laptop signed, and when by its own clock. */
export interface LogLine {
  readonly key: string;
  readonly at: Timestamp;
  readonly by: PersonId | null;
  /** Why, where a reason was given; empty otherwise. */
  readonly reason: string;
  readonly what: Happening;
}

/** How the day went beside the cards. */
export interface LoopDay {
  /** Versions of the plan that counts, after the first, oldest first. */
  readonly changes: readonly PlanChangeState[];
  readonly ended: EndedState | null;
  readonly borrowed: readonly BorrowedState[];
  /** By the clocks of the laptops that signed, oldest first. */
  readonly log: readonly LogLine[];
}

/** A day on which nothing happened yet. */
export const quietDay: LoopDay = { changes: [], ended: null, borrowed: [], log: [] };
