import type { DeviceId, Timestamp } from "../ids";
import { err, ok, type Result } from "../result";
import type { CryptoPort, DeviceIdentity } from "./crypto-port";
import type { AuthenticEntry } from "./entries";
import type { GenerationBody } from "./generation-entry";
import { unwrapSecret, type WrapContext, wrapSecret } from "./key-wrap";
import { signedBytes, textBytes } from "./signing";

type Roster = AuthenticEntry<"roster">;
type Generation = AuthenticEntry<"generation">;

/** Binds a wrap to the loop, the generation and the very roster that raised it. */
const wrapContextOf = (
  { loopId, generation, roster }: Pick<GenerationBody, "loopId" | "generation" | "roster">,
  crypto: CryptoPort,
): WrapContext => ({
  use: "panelbook/1/loop-secret",
  version: 1,
  loopId,
  generation,
  context: crypto.toBase64Url(signedBytes("generation-wrap", roster, crypto)),
});

export interface NewGeneration {
  /** The roster that raises the generation; every laptop in it gets the secret. */
  readonly roster: Roster;
  /** 32 fresh bytes. */
  readonly secret: Uint8Array;
  readonly at: Timestamp;
  /** The laptop that signed the roster and will sign this. */
  readonly deviceId: DeviceId;
}

/** The record's body; refused where a laptop's key cannot be wrapped to, since it would be left out. */
export const layOutGeneration = (
  { roster, secret, at, deviceId }: NewGeneration,
  crypto: CryptoPort,
): Result<GenerationBody, { readonly type: "unusableKey"; readonly deviceId: DeviceId }> => {
  const { loopId, generation, devices } = roster.body;
  const facts = { loopId, generation, roster: roster.hash };
  const context = wrapContextOf(facts, crypto);
  const wraps: GenerationBody["wraps"] = [];
  for (const device of devices) {
    const wrap = wrapSecret(secret, textBytes(device.agreeKey, crypto), context, crypto);
    if (wrap === null) return err({ type: "unusableKey", deviceId: device.deviceId });
    wraps.push({ deviceId: device.deviceId, ...wrap });
  }
  return ok({ v: 1, deviceId, at, ...facts, wraps });
};

/** What a laptop finds in a record: the secret, or why there is none for it. */
export const openGeneration = (
  { body }: Generation,
  device: DeviceIdentity,
  crypto: CryptoPort,
): Result<Uint8Array, { readonly type: "notInGeneration" | "wrapDoesNotOpen" }> => {
  const wrap = body.wraps.find(({ deviceId }) => deviceId === device.deviceId);
  if (wrap === undefined) return err({ type: "notInGeneration" });
  const secret = unwrapSecret(wrap, device.agreement, wrapContextOf(body, crypto), crypto);
  return secret?.length === 32 ? ok(secret) : err({ type: "wrapDoesNotOpen" });
};
