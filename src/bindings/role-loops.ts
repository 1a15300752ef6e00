import type { LoopId } from "../domain/ids";
import type { LoopRecord } from "../domain/record/record";
import type { Result } from "../domain/result";
import type { Failure } from "./services";

/** Why a loop of the role has nothing to compare; `unread` where its record could not be made or read here. */
export type RoleLoopGap = "notRevealed" | "ended" | "unread";

/** The loops under one role kit’s title beside the one that asks; under a reworded title they are not looked for. */
export interface RoleLoops {
  /** Records of the revealed and decided ones, in no order that means anything. */
  readonly records: readonly LoopRecord[];
  /** `candidateName` is empty where the loop's plan has not arrived. */
  readonly gaps: readonly {
    readonly loopId: LoopId;
    readonly candidateName: string;
    readonly why: RoleLoopGap;
  }[];
}

/**
 * Other loops of this laptop's person, for what is read across loops. A loop somebody had on this laptop as a borrower is
 * theirs: it sees no other, and no other sees it. Not live: asked again where it is wanted anew.
 */
export interface RoleLoopService {
  /** Opens what is revealed and not decided yet; of decided ones the kept record is read. */
  readonly ofRole: (own: LoopId) => Promise<Result<RoleLoops, Failure>>;
  /** The newest kept record of other decided loops, whatever their role; of the newest fifty, newest first. */
  readonly decided: (own: LoopId) => Promise<Result<readonly LoopRecord[], Failure>>;
}
