import type { DeviceId, Hash, SlotId } from "../../domain/ids";
import { personOfDevice } from "../../domain/loop/roster";
import { err, ok } from "../../domain/result";
import { containedIn, leavesOf } from "../../domain/sealing/ledger/chains";
import type { LoopLedger } from "../../domain/sealing/ledger/ledger";
import { cardPlace } from "../../domain/sealing/ledger/plans";
import { type ActParts, type Done, now, publish } from "./act-parts";

const meIn = ({ roster }: LoopLedger, deviceId: DeviceId) =>
  roster === null ? null : personOfDevice(roster.body, deviceId);

const head = (parts: ActParts) => ({
  v: 1 as const,
  loopId: parts.ledger().loopId,
  deviceId: parts.vault.device.deviceId,
  at: now(parts),
});

/** Says, signed, that another laptop of the roster is this person's too; they compared its words. Once is enough. */
export const vouch = async (parts: ActParts, other: DeviceId): Promise<Done> => {
  const { vault } = parts;
  const ledger = parts.ledger();
  const me = meIn(ledger, vault.device.deviceId);
  const laptop = ledger.roster?.body.devices.find(({ deviceId }) => deviceId === other);
  if (me === null) return err({ type: "notAMember" });
  if (laptop === undefined) return err({ type: "laptopMissing" });
  const done = ledger.ownLaptops.some(
    ({ deviceId, body }) => deviceId === vault.device.deviceId && body.laptop.deviceId === other,
  );
  if (done) return ok(undefined);
  const { deviceId, agreeKey } = laptop;
  const body = { ...head(parts), personId: me.personId, laptop: { deviceId, agreeKey } };
  return publish(parts, await vault.sign("ownLaptop", body));
};

/** Says, signed, which version of this person's card counts; `chosen` is any envelope of that version. */
export const choose = async (parts: ActParts, slotId: SlotId, chosen: Hash): Promise<Done> => {
  const { vault } = parts;
  const ledger = parts.ledger();
  const me = meIn(ledger, vault.device.deviceId);
  if (me === null) return err({ type: "notAMember" });
  const place = { slotId, personId: me.personId };
  const cards = ledger.cards.filter(({ body }) => cardPlace(body.header) === cardPlace(place));
  const leaves = leavesOf(cards);
  const tip = leaves.find(({ hash }) => containedIn([hash], cards).has(chosen));
  if (tip === undefined) return err({ type: "envelopeMissing" });
  const body = {
    ...head(parts),
    ...place,
    chosen: tip.hash,
    rejected: leaves.filter((leaf) => leaf !== tip).map(({ hash }) => hash),
    replaces: ledger.choices
      .filter((choice) => cardPlace(choice.body) === cardPlace(place))
      .map(({ hash }) => hash),
    knownReveals: ledger.calls.map(({ hash }) => hash),
  };
  return body.rejected.length === 0
    ? err({ type: "notAFork" })
    : publish(parts, await vault.sign("choice", body));
};
