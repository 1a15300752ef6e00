import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { agreementKeyFrom } from "../../../electron/main/vault/agreement-key";
import { nodeCrypto } from "../../../electron/main/vault/node-crypto";
import { timestampSchema } from "../../../src/domain/ids";
import { unwrap } from "../../../src/domain/result";
import { recoverySecret } from "../../../src/domain/sealing/recovery-key";
import { type HeldRecovery, nodeVault } from "../../support/app/node-vault";
import {
  aPanel,
  cardIn,
  filledCard,
  morning,
  noonSlot,
  type Panel,
  type Seat,
} from "../../support/app/panel";

const agreement = agreementKeyFrom(recoverySecret(new Uint8Array(16).fill(7), nodeCrypto));
const noon = () => timestampSchema.parse("2026-11-23T12:00:00.000Z");

let panel: Panel;
beforeEach(async () => {
  panel = await aPanel();
});
afterEach(() => panel.stop());

/** Starts the program again with a recovery key in the laptop's vault. */
const withKey = async (seat: Seat, held: HeldRecovery): Promise<void> => {
  const { device, secrets } = seat.laptop;
  await seat.restart({ vault: nodeVault(device, noon, secrets, () => held) });
};

/** Ben seals with a recovery key and loses his laptop; another one comes in under his name. */
const benLosesHisLaptop = async (): Promise<Seat> => {
  const { ana, ben, cleo } = panel;
  await withKey(ben, { publicKey: agreement.publicKey, agreement: null });
  for (const [seat, slot] of [
    [ana, morning],
    [ben, morning],
    [cleo, noonSlot],
  ] as const)
    unwrap(await seat.session().seal(filledCard(seat.session(), slot)));
  await panel.until(() => cardIn(ana.session(), morning, "ben").sealed.length === 1);
  await ben.laptop.stop();
  return panel.join("ben-again", ana, "ben");
};

const bensCard = (seat: Seat) => cardIn(seat.session(), morning, "ben").sealed[0]?.opened?.state;

describe("a card whose author lost the laptop that sealed it", () => {
  it("is opened after the call by their new laptop with the recovery key, and stays independent", async () => {
    const again = await benLosesHisLaptop();
    await withKey(again, { publicKey: agreement.publicKey, agreement });
    unwrap(await panel.ana.session().reveal(null));
    await panel.until(() => bensCard(panel.ana) === "open");
    const [sealed] = cardIn(panel.ana.session(), morning, "ben").sealed;
    expect(sealed?.opened).toMatchObject({ state: "open", dependence: [], byEscrow: false });
  });

  it("stays closed while their new laptop was not given the key, and nobody is told of a trouble", async () => {
    const again = await benLosesHisLaptop();
    unwrap(await panel.ana.session().reveal(null));
    await panel.until(() => bensCard(again) === "withheld");
    await panel.rest();
    expect(bensCard(panel.ana)).toBe("withheld");
    expect(again.session().room.get().problem).toBeNull();
  });

  it("stays closed before the call, whoever has the key", async () => {
    const again = await benLosesHisLaptop();
    await withKey(again, { publicKey: agreement.publicKey, agreement });
    await panel.rest();
    expect(bensCard(again)).toBeUndefined();
    expect(bensCard(panel.ana)).toBeUndefined();
  });
});
