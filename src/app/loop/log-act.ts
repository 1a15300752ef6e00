import type { Failure } from "../../bindings/services";
import type { Hash } from "../../domain/ids";
import { lastLogOf } from "../../domain/record/closing";
import type { Result } from "../../domain/result";
import type { LogBody, SignedEntry } from "../../domain/sealing/entries";
import { type ActParts, type Done, now, publish } from "./act-parts";

/** A signed line of this laptop's log, after the one before. */
export const signLog = (parts: ActParts, event: LogBody["event"]): Promise<Result<SignedEntry, Failure>> => {
  const ledger = parts.ledger();
  const { deviceId } = parts.vault.device;
  return parts.vault.sign("log", {
    v: 1,
    loopId: ledger.loopId,
    deviceId,
    at: now(parts),
    prev: lastLogOf(ledger, deviceId),
    event,
  });
};

/** Signs that an entry had vanished from the loop and this laptop put it back. */
export const logRestored = async (parts: ActParts, entryHash: Hash): Promise<Done> =>
  publish(parts, await signLog(parts, { type: "entryRestored", entryHash }));
