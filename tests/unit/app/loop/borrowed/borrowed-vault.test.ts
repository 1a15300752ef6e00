import { describe, expect, it } from "vitest";
import { agreementKeyFrom } from "../../../../../electron/main/vault/agreement-key";
import { borrowedVault } from "../../../../../src/app/loop/borrowed/borrowed-vault";
import { unwrap } from "../../../../../src/domain/result";
import { nodeVault } from "../../../../support/app/node-vault";
import { aCard, aSlot, noon } from "../../../../support/builders/record";
import { aDevice, keysOf } from "../../../../support/sealing/devices";

const device = aDevice("lent");
const ownersKey = agreementKeyFrom(new Uint8Array(32).fill(7));
const vault = nodeVault(
  device,
  () => noon,
  undefined,
  () => ({ publicKey: ownersKey.publicKey, agreement: ownersKey }),
);
const card = aCard(aSlot("morning", ["ana"]), "ana", {});
const facts = { revision: 1, prev: null, counter: 0, at: noon, knownReveals: [] };
const itself = [
  {
    recipient: { kind: "device" as const, deviceId: keysOf(device).deviceId },
    agreeKey: keysOf(device).agreeKey,
  },
];

/** Whom a sealed card and a copy of a card in progress can be opened by. */
const openers = async (sealing: typeof vault) => {
  const copy = unwrap(await sealing.drafts.seal(card, 1));
  const { body } = unwrap(await sealing.seal(card, facts, itself));
  const { wraps } = JSON.parse(body) as Pick<typeof copy, "wraps">;
  return [copy.wraps, wraps].map((each) => each.map(({ recipient }) => recipient.kind));
};

describe("the vault of a borrowed laptop", () => {
  it("seals nothing for the recovery key of whoever owns the laptop", async () => {
    expect(await openers(borrowedVault(vault))).toEqual([["device"], ["device"]]);
    expect(await openers(vault)).toEqual([
      ["device", "recovery"],
      ["device", "recovery"],
    ]);
  });
});
