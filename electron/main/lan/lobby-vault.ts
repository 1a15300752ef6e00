import type { LoopId } from "../../../src/domain/ids";
import type { SecretWrap } from "../../../src/domain/loop/lobby/messages";
import type { Result } from "../../../src/domain/result";
import type { CryptoPort, DeviceIdentity } from "../../../src/domain/sealing/crypto-port";

export interface WrappedSecret {
  readonly generation: number;
  readonly wrap: SecretWrap;
}

export interface ReceivedSecret extends WrappedSecret {
  readonly loopId: LoopId;
  /** The bytes the wrap was bound to when it was made. */
  readonly context: Uint8Array;
}

/** One room of a loop: its name, and what only those who were in it can read. */
export interface RoomSeal {
  readonly generation: number;
  /** As y-webrtc subscribes to it. */
  readonly topic: string;
  readonly seal: (bytes: Uint8Array) => Uint8Array;
  /** Null for bytes that were not sealed for this room. */
  readonly open: (sealed: Uint8Array) => Uint8Array | null;
}

/** What the lobby needs of the vault. Loop secrets go through it wrapped; the lobby never holds one. */
export interface LobbyVault {
  readonly crypto: CryptoPort;
  readonly identity: () => DeviceIdentity;
  /** The loop's rooms, the newest first. */
  readonly rooms: (loopId: LoopId) => Promise<Result<readonly RoomSeal[], { readonly type: "noLoopSecret" }>>;
  /** Wraps the newest loop secret to a laptop's X25519 key (32 bytes); it opens with the same context only. */
  readonly wrapSecret: (
    loopId: LoopId,
    recipientAgreeKey: Uint8Array,
    context: Uint8Array,
  ) => Promise<Result<WrappedSecret, { readonly type: "noLoopSecret" | "unusableKey" }>>;
  /** Opens and keeps a loop secret; resolves with ok only when it is kept durably. */
  readonly acceptSecret: (
    received: ReceivedSecret,
  ) => Promise<Result<void, { readonly type: "wrapDoesNotOpen" | "notStored" | "otherSecret" }>>;
}
