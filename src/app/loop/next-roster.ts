import type { AuthenticEntry, EntryBody } from "../../domain/sealing/entries";
import { headsOf } from "../../domain/sealing/heads";
import { type ActParts, now } from "./act-parts";

/** The roster's next version as this laptop signs it now: the same people and laptops until the caller says otherwise. */
export const nextRoster = (
  parts: ActParts,
  before: AuthenticEntry<"roster">,
  reason: string,
): EntryBody<"roster"> => ({
  ...before.body,
  deviceId: parts.vault.device.deviceId,
  at: now(parts),
  version: before.body.version + 1,
  prev: before.hash,
  reason,
  heads: [...headsOf(parts.ledger())],
});
