import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { agreementKeyFrom } from "../../../../electron/main/vault/agreement-key";
import { nodeCrypto } from "../../../../electron/main/vault/node-crypto";
import { unwrap } from "../../../../src/domain/result";
import { draftCopySchema, openDraftCopy } from "../../../../src/domain/sealing/draft-copy";
import { recoverySecret } from "../../../../src/domain/sealing/recovery-key";

/** Sealed by an earlier program to a laptop and to the recovery key of sixteen zero bytes. */
const kept = JSON.parse(readFileSync(new URL("./samples/draft-copy-v1.json", import.meta.url), "utf8"));
const holder = (entropy: Uint8Array) => ({
  agreement: agreementKeyFrom(recoverySecret(entropy, nodeCrypto)),
});

it("a copy of a card in progress that an earlier program sealed opens with the recovery key, and with no other", () => {
  const copy = draftCopySchema.parse(kept.copy);
  const card = unwrap(openDraftCopy(copy, holder(new Uint8Array(16)), nodeCrypto));
  expect(card).toMatchObject({ slotId: kept.card.slotId, takeaway: "halfway" });
  expect(openDraftCopy(copy, holder(new Uint8Array(16).fill(1)), nodeCrypto)).toMatchObject({
    error: { type: "notForThisDevice" },
  });
});
