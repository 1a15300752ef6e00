import type { RefusalSource } from "../domain/loop/refusals";
import type { EntryRefusal } from "../domain/sealing/authenticate";
import type { LedgerRefusal } from "../domain/sealing/ledger/verdict";
import type { WireRefusal } from "../domain/sealing/wire";
import type { GateReason } from "../sync/gate/refusal";
import type { SharedDamage } from "../sync/gate/shared-damage";
import type { DamagedRecord } from "../sync/persistence/stored-document";

/** Every code a refusal can carry, by where it happened: whoever words them cannot forget one. */
export interface RefusalCodes extends Record<RefusalSource, string> {
  readonly connection: Exclude<GateReason, "gap" | "replayed" | "unknownMessage" | "failedHere">;
  readonly entry: LedgerRefusal | EntryRefusal["type"] | WireRefusal["type"] | "otherHash";
  readonly vanished: "vanished" | "vanishedAgain" | "putBackElsewhere";
  readonly disk: DamagedRecord["type"] | "unreadable";
  readonly sharedText: SharedDamage;
}
