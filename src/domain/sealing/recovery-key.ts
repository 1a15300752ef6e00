import type { PersonId } from "../ids";
import type { CryptoPort } from "./crypto-port";
import type { KeyWrap } from "./entries";

/** What the twelve words of a recovery key say: 128 bits, as BIP-39 lays them out. */
export const recoveryEntropyBytes = 16;

/** The X25519 private key, 32 bytes, of a recovery key: HKDF-SHA-256 of what its words say, no salt. */
export const recoverySecret = (
  entropy: Uint8Array,
  crypto: Pick<CryptoPort, "hkdfSha256" | "utf8">,
): Uint8Array =>
  crypto.hkdfSha256({
    secret: entropy,
    salt: new Uint8Array(0),
    info: crypto.utf8("panelbook/1/recovery-key"),
    length: 32,
  });

/** Whom a wrap names that a recovery key opens: the person whose card it is. */
export const recoveryRecipient = (personId: PersonId): KeyWrap["recipient"] => ({
  kind: "recovery",
  personId,
});
