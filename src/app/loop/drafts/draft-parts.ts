import type { IdService } from "../../../bindings/services";
import type { LoopId } from "../../../domain/ids";
import type { Live } from "../../../domain/live";
import type { LoopView } from "../../../domain/loop/loop-view";
import { type DraftCopy, draftCopySchema } from "../../../domain/sealing/draft-copy";
import type { Store } from "../../../store/open-store";
import type { Room } from "../../../sync/room";
import type { After } from "../after";
import type { LoopVault } from "../loop-vault";

/** What copies of cards in progress need. */
export interface DraftParts {
  readonly loopId: LoopId;
  readonly store: Pick<Store, "drafts" | "heldDrafts" | "settings" | "restored">;
  readonly vault: Pick<LoopVault, "device" | "drafts">;
  readonly sync: Pick<Room, "drafts" | "peers" | "disk">;
  readonly view: Live<LoopView>;
  readonly ids: Pick<IdService, "now">;
  readonly after: After;
  /** Calls the listener when this laptop was given the recovery key; returns the undo. */
  readonly onRecovered: Listening;
}

/** Calls the listener whenever something happens; returns the undo. */
export type Listening = (listener: () => void) => () => void;

export const nowMs = ({ ids }: Pick<DraftParts, "ids">): number => Date.parse(ids.now());

export const copyToBytes = (copy: DraftCopy): Uint8Array => new TextEncoder().encode(JSON.stringify(copy));

/** The copy a colleague sent, or null where the bytes are none. */
export const bytesToCopy = (bytes: Uint8Array): DraftCopy | null => {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return draftCopySchema.safeParse(JSON.parse(text)).data ?? null;
  } catch (error) {
    // Neither JSON nor text is expected of a stranger's bytes.
    if (error instanceof SyntaxError || error instanceof TypeError) return null;
    throw error;
  }
};
