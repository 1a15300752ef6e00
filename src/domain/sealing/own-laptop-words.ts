import type { LoopId } from "../ids";
import type { DeviceKeys } from "../loop/roster";
import { concatBytes } from "./bytes";
import { canonicalJson } from "./canonical-json";
import type { CryptoPort } from "./crypto-port";

/**
 * What the six words of a laptop are made from, on its own screen and on another laptop of the same person. They stand for
 * one laptop's keys and not for both: whoever wanted to pass off a laptop of theirs would have to hit words that the other
 * side alone decides.
 */
export const ownLaptopDigest = (
  loopId: LoopId,
  { deviceId, agreeKey }: Pick<DeviceKeys, "deviceId" | "agreeKey">,
  crypto: Pick<CryptoPort, "sha256" | "utf8">,
): Uint8Array =>
  crypto.sha256(
    concatBytes(
      crypto.utf8("panelbook/2/own-laptop\0"),
      crypto.utf8(canonicalJson({ loopId, deviceId, agreeKey })),
    ),
  );
