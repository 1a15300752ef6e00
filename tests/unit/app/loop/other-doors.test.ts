import { describe, expect, it, vi } from "vitest";
import type { Bridge } from "../../../../electron/contract/bridge";
import type { OtherDoor } from "../../../../electron/contract/lan";
import { followOtherDoors } from "../../../../src/app/loop/other-doors";
import { createRoomDoor } from "../../../../src/app/loop/room-door";
import { type DeviceId, deviceIdSchema, hashSchema, loopIdSchema } from "../../../../src/domain/ids";
import { liveCell } from "../../../../src/domain/live";
import { type LanAddress, parseAddress } from "../../../../src/domain/loop/lan-address";
import type { Device } from "../../../../src/domain/loop/roster";
import { ok } from "../../../../src/domain/result";
import { type FactsByDevice, noFacts } from "../../../../src/sync/gate/peer-facts";
import type { TransportPeer } from "../../../../src/sync/transport/transport";
import { aHash, anId } from "../../../support/builders/ids";
import { aDevice, rosterDevice } from "../../../support/sealing/devices";

const idOf = (name: string): DeviceId => deviceIdSchema.parse(aDevice(name).deviceId);
const at = (...texts: readonly string[]): readonly LanAddress[] =>
  texts.flatMap((text) => parseAddress(text) ?? []);

const aPanel = (...names: readonly string[]) => {
  const facts = liveCell<FactsByDevice>(new Map());
  const peers = liveCell<readonly TransportPeer[]>([]);
  const devices = liveCell<readonly Device[]>(names.map((name) => rosterDevice(aDevice(name), name)));
  const others = followOtherDoors({ sync: { facts, peers }, devices, ownDevice: idOf("ana") });
  return {
    others,
    meet: (...present: readonly string[]) =>
      peers.set(present.map((name) => ({ deviceId: idOf(name), link: "direct" }))),
    says: (name: string, ...doors: readonly string[]) =>
      facts.set(new Map([...facts.get(), [idOf(name), { ...noFacts, doors: at(...doors) }]])),
    named: () => others.live.get().map(({ key, addresses }) => [key, ...addresses]),
  };
};

describe("the doors that an invite names besides this laptop's", () => {
  it("are those of members who are here and let others meet, two addresses of each", () => {
    const { meet, says, named } = aPanel("ana", "ben", "cleo");
    says("ben", "10.0.0.2:47111", "10.0.1.2:47111", "10.0.2.2:47111");
    says("a stranger", "10.0.0.6:47111");
    expect(named()).toEqual([]);
    meet("ben", "cleo", "a stranger", "ana");
    expect(named()).toEqual([[idOf("ben"), "10.0.0.2:47111", "10.0.1.2:47111"]]);
    meet("cleo");
    expect(named()).toEqual([]);
  });

  it("are three at most, and the same three whoever spoke last", () => {
    const names = ["ben", "cleo", "dora", "emil"];
    const { others, meet, says, named } = aPanel("ana", ...names);
    const heard = vi.fn();
    for (const name of names) says(name, "10.0.0.2:47111");
    meet(...names);
    const before = named();
    expect(before).toHaveLength(3);
    others.live.subscribe(heard);
    for (const name of names.toReversed()) says(name, "10.0.0.2:47111");
    meet(...names.toReversed());
    expect(named()).toEqual(before);
    expect(heard).not.toHaveBeenCalled();
    others.close();
    meet();
    expect(heard).not.toHaveBeenCalled();
  });
});

it("an open door shows its invite anew when the others' doors change, and a closed one asks for nothing", async () => {
  const asked: unknown[] = [];
  const lan = {
    onLobby: () => () => undefined,
    requests: async () => ok([]),
    host: async ({ others }: { others?: readonly OtherDoor[] }) => {
      asked.push(others);
      return ok({ invite: `with ${others?.length ?? 0}`, addresses: [], typedCode: "", qrSvg: "" });
    },
  };
  const others = liveCell<readonly OtherDoor[]>([]);
  const charterHash = aHash(hashSchema, "charter");
  const loop = { loopId: anId(loopIdSchema, "loop"), charterHash, protocol: () => 4, others };
  const door = createRoomDoor(lan as unknown as Bridge["lan"], loop);
  const ben = { key: idOf("ben"), addresses: ["10.0.0.2:47111"] };
  others.set([ben]);
  expect(asked).toEqual([]);
  await door.open();
  expect(asked).toEqual([[ben]]);
  others.set([]);
  await vi.waitFor(() => expect(door.state.get().hosting?.invite).toBe("with 0"));
  door.close();
  others.set([ben]);
  expect(asked).toEqual([[ben], []]);
});
