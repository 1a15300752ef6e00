import * as Y from "yjs";
import { err, ok, type Result } from "../../domain/result";
import type { GateLimits } from "../gate/limits";
import type { GateReason } from "../gate/refusal";

/** What the gate says of a state in a bundle. */
export interface StateRefusal {
  readonly type: GateReason;
}

class OverTheLimit extends Error {
  constructor(readonly reason: GateReason) {
    super(reason);
  }
}

/**
 * A reader of the second encoding that gives up where an update costs more than it may. There a few bytes can stand for
 * a million structs, and one text for the key of each.
 */
const limitedDecoder = ({ structs, messageBytes }: GateLimits) =>
  class extends Y.UpdateDecoderV2 {
    private structsRead = 0;
    private textRead = 0;
    override readInfo(): number {
      this.structsRead += 1;
      if (this.structsRead > structs) throw new OverTheLimit("tooManyStructs");
      return super.readInfo();
    }
    override readString(): string {
      return this.counted(super.readString());
    }
    override readKey(): string {
      return this.counted(super.readKey());
    }
    private counted(text: string): string {
      this.textRead += text.length;
      if (this.textRead > messageBytes) throw new OverTheLimit("tooLarge");
      return text;
    }
  };

/**
 * A document's state as bundles carry it, turned into the update that peers send, which the gate knows how to check. Reads
 * it once within the limits before anything of it is believed.
 */
export const stateToUpdate = (state: Uint8Array, limits: GateLimits): Result<Uint8Array, StateRefusal> => {
  if (state.length > limits.messageBytes) return err({ type: "tooLarge" });
  try {
    // Yjs names the decoder's type by its own class; a reader with a limit is one.
    Y.decodeUpdateV2(state, limitedDecoder(limits) as typeof Y.UpdateDecoderV2);
    return ok(Y.convertUpdateFormatV2ToV1(state));
  } catch (error) {
    return err({ type: error instanceof OverTheLimit ? error.reason : "notAnUpdate" });
  }
};
