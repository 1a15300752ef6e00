import { wordlist } from "@scure/bip39/wordlists/english.js";
import type { DeviceId } from "../../domain/ids";
import { sixWords } from "../../domain/loop/lobby/six-words";
import type { OwnLaptop } from "../../domain/loop/loop-view";
import { personOfDevice } from "../../domain/loop/roster";
import { sinceProtocol } from "../../domain/sealing/entries";
import type { LoopLedger } from "../../domain/sealing/ledger/ledger";
import { ownLaptopDigest } from "../../domain/sealing/own-laptop-words";
import { snapshotHasher } from "../services/snapshot-hasher";

/**
 * The laptops of this laptop's person, with the words that stand for their keys. Empty where there is one alone or the
 * loop's protocol knows no vouching.
 */
export const ownLaptopsOf = (ledger: LoopLedger, own: DeviceId): readonly OwnLaptop[] => {
  const { loopId, charter, roster, ownLaptops } = ledger;
  if (roster === null || charter === null || charter.body.protocol < sinceProtocol.ownLaptop) return [];
  const me = personOfDevice(roster.body, own);
  const mine = roster.body.devices.filter(({ personId }) => personId === me?.personId);
  if (mine.length < 2) return [];
  const vouched = ownLaptops
    .filter(({ deviceId }) => deviceId === own)
    .map(({ body }) => body.laptop.deviceId);
  return mine.map((device) => ({
    deviceId: device.deviceId,
    label: device.label,
    words: sixWords(ownLaptopDigest(loopId, device, snapshotHasher), wordlist),
    isThis: device.deviceId === own,
    vouched: vouched.includes(device.deviceId),
  }));
};
