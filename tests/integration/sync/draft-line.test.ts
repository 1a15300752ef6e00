import { afterEach, expect, it } from "vitest";
import type { DeviceId } from "../../../src/domain/ids";
import { stateDigest } from "../../../src/sync/state-digest";
import { memoryNetwork } from "../../../src/sync/transport/in-memory";
import { seededRandom } from "../../support/seeded-random";
import { aDevice } from "../../support/sync/keys";
import { aRoom, type TestRoom } from "../../support/sync/rooms";

const rooms: TestRoom[] = [];
afterEach(async () => {
  for (const room of rooms.splice(0)) await room.close();
});

it("a card in progress goes to the one laptop it is meant for, and comes nowhere near the document", async () => {
  const network = memoryNetwork({ random: seededRandom(2).next });
  for (const name of [1, 2, 3]) rooms.push(await aRoom(name, network.transport()));
  const [one, two, three] = rooms as [TestRoom, TestRoom, TestRoom];
  for (const room of rooms) await room.meet();
  await network.settle();
  one.compareNotes();
  two.compareNotes();
  three.compareNotes();
  await network.settle();
  const before = stateDigest(two.doc);
  const heard: { readonly by: number; readonly from: DeviceId; readonly bytes: number[] }[] = [];
  for (const [index, room] of rooms.entries())
    room.drafts.onMessage((from, message) => {
      if (message.kind === "draftCopy") heard.push({ by: index + 1, from, bytes: [...message.copy] });
    });
  expect(one.drafts.send(aDevice(2), { kind: "draftCopy", copy: Uint8Array.of(1, 2, 3) })).toBe(true);
  expect(one.drafts.send(aDevice(9), { kind: "draftCopy", copy: Uint8Array.of(1, 2, 3) })).toBe(false);
  await network.settle();
  expect(heard).toEqual([{ by: 2, from: aDevice(1), bytes: [1, 2, 3] }]);
  expect(stateDigest(two.doc)).toEqual(before);
});
