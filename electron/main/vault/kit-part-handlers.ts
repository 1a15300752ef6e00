import type { DeviceId } from "../../../src/domain/ids";
import { deviceIdSchema } from "../../../src/domain/ids";
import { openPart, type PartContext, type PartWrap, wrapPart } from "../../../src/domain/kit/part-wraps";
import { ok, type Result } from "../../../src/domain/result";
import { nodeCrypto } from "./node-crypto";
import type { Vault } from "./open-vault";

export interface PartsToWrap extends PartContext {
  readonly parts: readonly { readonly path: string; readonly text: string }[];
  readonly recipients: readonly { readonly deviceId: DeviceId; readonly agreeKey: string }[];
}

/** Wraps every part to every laptop; one whose key cannot be used is left out. */
export const wrapKitParts = (
  { identity }: Pick<Vault, "identity">,
  { parts, recipients, ...context }: PartsToWrap,
): Result<readonly PartWrap[], never> => {
  const from = { context, sender: deviceIdSchema.parse(identity.deviceId) };
  const wraps = parts.flatMap((part) =>
    recipients.map(({ deviceId, agreeKey }) =>
      wrapPart(part, { recipient: deviceId, agreeKey: nodeCrypto.fromBase64Url(agreeKey) }, from, nodeCrypto),
    ),
  );
  return ok(wraps.filter((wrap) => wrap !== null));
};

/** The text of each wrap, in order; null for one that is not for this laptop. */
export const openKitParts = (
  { identity }: Pick<Vault, "identity">,
  { wraps, ...context }: PartContext & { readonly wraps: readonly PartWrap[] },
): Result<readonly (string | null)[], never> =>
  ok(wraps.map((wrap) => openPart(wrap, context, identity.agreement, nodeCrypto)));
