import type {
  BundleCreateFailure,
  BundleOpenFailure,
  BundleReadFailure,
  BundleWriteFailure,
} from "../../electron/contract/bundles";
import type { OpenTextFailure } from "../../electron/contract/files";
import type {
  HandOverCreateFailure,
  HandOverOpenFailure,
  HandOverReadFailure,
  HandOverWriteFailure,
  UnlockFailure,
} from "../../electron/contract/hand-overs";
import type { JoinFailure, JoinRefusal } from "../../electron/contract/lan";
import type { VaultFailure } from "../../electron/contract/vault";
import type { LobbyRefusal } from "../domain/loop/lobby/messages";

/** Every way in which getting into somebody else's loop fails, but for what keeping it on the disk fails of. */
export type JoinCode = Exclude<
  | JoinFailure["type"]
  | JoinRefusal["type"]
  | LobbyRefusal
  | OpenTextFailure["type"]
  /** The person said that the two screens show different words. */
  | "wordsDiffer",
  "cancelled"
>;

/** What checking a bundle against the loop it is of refuses. */
type BundleStanding =
  | "otherLoop"
  | "contentsInvalid"
  | "strangersLaptop"
  | "removedLaptop"
  | "panelUnknown"
  | "entryRefused"
  | "stateRefused";

type BundleFileCode = (
  | BundleCreateFailure
  | BundleWriteFailure
  | BundleOpenFailure
  | BundleReadFailure
)["type"];

/** Every way in which writing or taking in a bundle fails, but for the keys and the store of this laptop. */
export type BundleCode = Exclude<BundleFileCode | BundleStanding, VaultFailure["type"] | "cancelled">;

/** Every way in which handing applications over or taking them in fails, but for the keys and the store of this laptop. */
export type HandOverCode = Exclude<
  | (
      | HandOverCreateFailure
      | HandOverWriteFailure
      | HandOverOpenFailure
      | HandOverReadFailure
      | UnlockFailure
    )["type"]
  | "nobodyChosen"
  /** An application of the file is somebody else's on this laptop. */
  | "otherCandidate",
  VaultFailure["type"] | "cancelled"
>;
