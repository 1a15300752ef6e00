import { describe, expect, it } from "vitest";
import { exporterStanding } from "../../../../../src/domain/loop/bundle/standing";
import type { AuthenticEntry } from "../../../../../src/domain/sealing/entries";
import { aDevice, rosterDevice } from "../../../../support/sealing/devices";
import {
  aGeneration,
  ana,
  anEnvelope,
  aReceipt,
  aRoster,
  beginning,
  ben,
  cleo,
  idOf,
  ledgerOf,
  morning,
  noonSlot,
  roster,
  stranger,
} from "../../../../support/sealing/loop-world";

const bens = anEnvelope("ben", morning);
const cleos = anEnvelope("cleo", noonSlot);

const standing = (
  exporter: typeof ben,
  known: readonly AuthenticEntry[],
  brought: readonly AuthenticEntry[],
) => {
  const entries = [...known, ...brought];
  return exporterStanding(idOf(exporter), brought, ledgerOf(...entries), entries);
};
const withoutBen = (heads: readonly AuthenticEntry[]) =>
  aRoster({
    version: 2,
    prev: roster.hash,
    generation: 2,
    devices: roster.body.devices.filter(({ deviceId }) => deviceId !== ben.deviceId),
    heads: heads.map(({ hash }) => hash),
  });

describe("what the laptop that wrote a bundle is to the loop", () => {
  it("is a member where the roster that counts has it, also where the bundle itself brings that roster", () => {
    expect(standing(ben, beginning, [bens])).toBe("member");
    const dora = aDevice("dora");
    const second = aRoster({
      version: 2,
      prev: roster.hash,
      devices: [...roster.body.devices, rosterDevice(dora, "hana")],
    });
    expect(standing(dora, beginning, [])).toBe("stranger");
    expect(standing(dora, beginning, [second])).toBe("member");
  });

  it("is a stranger where no roster ever had it, whatever roster it makes for itself", () => {
    expect(standing(stranger, beginning, [bens, cleos])).toBe("stranger");
    const own = aRoster(
      {
        version: 2,
        prev: roster.hash,
        devices: [...roster.body.devices, rosterDevice(stranger, "hana")],
      },
      stranger,
    );
    expect(standing(stranger, beginning, [own])).toBe("stranger");
    expect(standing(ben, [], [])).toBe("stranger");
  });

  it("was removed, and is believed only where the removing roster had seen all it signed", () => {
    const seen = withoutBen([bens]);
    expect(standing(ben, [...beginning, seen], [bens, cleos])).toBe("beforeRemoval");
    expect(standing(ben, [...beginning, seen], [cleos])).toBe("beforeRemoval");
    const unseen = withoutBen([]);
    expect(standing(ben, [...beginning, unseen], [bens])).toBe("removed");
    const later = anEnvelope("ben", morning, { facts: { revision: 2, prev: bens.hash, counter: 1 } });
    expect(standing(ben, [...beginning, seen], [bens, later])).toBe("removed");
  });

  it("is not held against a removed laptop for a receipt, which no roster names", () => {
    const seen = withoutBen([bens]);
    expect(standing(ben, [...beginning, seen], [bens, aReceipt(ben, [bens])])).toBe("beforeRemoval");
  });

  it("is not held against a removed founder that the charter and a generation are theirs", () => {
    const second = aDevice("ana's second");
    const devices = [...roster.body.devices.filter(({ deviceId }) => deviceId !== ben.deviceId)];
    const two = aRoster({
      version: 2,
      prev: roster.hash,
      generation: 2,
      devices: [...devices, rosterDevice(second, "ana")],
    });
    const record = aGeneration(two);
    const anas = anEnvelope("ana", morning);
    const without = (heads: readonly AuthenticEntry[]) =>
      aRoster(
        {
          version: 3,
          prev: two.hash,
          generation: 3,
          devices: two.body.devices.filter(({ deviceId }) => deviceId !== ana.deviceId),
          heads: heads.map(({ hash }) => hash),
        },
        second,
      );
    const brought = [...beginning, two, record, anas];
    const [, , plan] = beginning;
    const seen = without([two, anas, ...(plan === undefined ? [] : [plan])]);
    expect(standing(ana, [...beginning, seen], brought)).toBe("beforeRemoval");
    expect(standing(ana, [...beginning, without([two])], brought)).toBe("removed");
  });

  it("is a member again once a later roster has it back", () => {
    const gone = withoutBen([]);
    const back = aRoster({
      version: 3,
      prev: gone.hash,
      generation: 2,
      devices: [...roster.body.devices],
    });
    expect(standing(ben, [...beginning, gone, back], [bens])).toBe("member");
    expect(standing(cleo, [...beginning, gone], [cleos])).toBe("member");
    expect(standing(ana, [...beginning, gone], [])).toBe("member");
  });
});
