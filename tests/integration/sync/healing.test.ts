import { afterEach, describe, expect, it } from "vitest";
import * as Y from "yjs";
import { hashSchema, questionIdSchema } from "../../../src/domain/ids";
import { openGate } from "../../../src/sync/gate/gate";
import { linkOpener } from "../../../src/sync/gate/link";
import { memoryPersistence } from "../../../src/sync/persistence/memory-persistence";
import { memoryNetwork } from "../../../src/sync/transport/in-memory";
import { aHash } from "../../support/builders/ids";
import { personId, slotId } from "../../support/builders/record";
import { seededRandom } from "../../support/seeded-random";
import { aCipher, aDevice } from "../../support/sync/keys";
import type { TestRoom } from "../../support/sync/rooms";
import { aRoom } from "../../support/sync/rooms";

const open: TestRoom[] = [];
afterEach(async () => {
  for (const room of open.splice(0)) await room.close();
});

const network = () => memoryNetwork({ random: seededRandom(5).next });
const opened = async (...given: Parameters<typeof aRoom>): Promise<TestRoom> => {
  const room = await aRoom(...given);
  open.push(room);
  return room;
};
const twoTogether = async () => {
  const net = network();
  const [one, other] = [await opened(1, net.transport()), await opened(2, net.transport())];
  await one.meet();
  await other.meet();
  await net.settle();
  return { net, one, other };
};
const entry = (name: string, ...bytes: number[]) => ({
  hash: aHash(hashSchema, name),
  bytes: Uint8Array.from(bytes),
});
const mark = (question: string) => ({
  slotId: slotId("morning"),
  questionId: questionIdSchema.parse(question),
  personId: personId("ana"),
  state: "asked" as const,
});

describe("a message that was lost", () => {
  it("comes when laptops compare their states", async () => {
    const { net, one, other } = await twoTogether();
    net.setLoss(1);
    one.loop.markCoverage(mark("q-lost"));
    await net.settle();
    net.setLoss(0);
    expect(other.loop.coverage()).toEqual([]);
    one.compareNotes();
    await net.settle();
    expect(other.loop.coverage()).toEqual([mark("q-lost")]);
  });

  it("comes at once with the next change, which has a gap before it", async () => {
    const { net, one, other } = await twoTogether();
    net.setLoss(1);
    one.loop.markCoverage(mark("q-lost"));
    await net.settle();
    net.setLoss(0);
    one.loop.markCoverage(mark("q-next"));
    await net.settle();
    expect(other.loop.coverage()).toEqual([mark("q-lost"), mark("q-next")]);
  });

  it("comes though it only deleted something", async () => {
    const { net, one, other } = await twoTogether();
    one.loop.setDiscussion("care", "We differ.");
    await net.settle();
    net.setLoss(1);
    one.loop.setDiscussion("care", "");
    await net.settle();
    net.setLoss(0);
    expect(other.loop.discussion("care")).toBe("We differ.");
    other.compareNotes();
    one.compareNotes();
    await net.settle();
    expect(other.loop.discussion("care")).toBe("");
  });

  it("costs nothing once laptops are in the same state: comparing ends the talk", async () => {
    const { net, one, other } = await twoTogether();
    one.loop.markCoverage(mark("q"));
    await net.settle();
    one.compareNotes();
    other.compareNotes();
    await net.settle();
    const before = net.moved();
    one.compareNotes();
    await net.settle();
    // Which state it is in, and which of it is durable.
    expect(net.moved() - before).toBe(2);
  });
});

describe("a document of 5 MB", () => {
  it("comes whole to a laptop that joins, and to one that is there", async () => {
    const net = network();
    const rooms = [
      await opened(1, net.transport()),
      await opened(2, net.transport()),
      await opened(3, net.transport()),
    ] as const;
    await rooms[0].meet();
    await rooms[1].meet();
    await net.settle();
    const text = "evidence ".repeat(600_000).slice(0, 5 * 1024 * 1024);
    rooms[0].loop.putKitParts([{ path: "essay", audience: "all", text }]);
    await net.settle();
    await rooms[2].meet();
    await net.settle();
    for (const { loop } of rooms) {
      const [part] = loop.kitParts();
      expect(part !== undefined && "text" in part && part.text === text).toBe(true);
    }
  });
});

describe("a member who takes signed entries away", () => {
  /** A laptop with the key and without a guard: it may write whatever Yjs lets it. */
  const member = async (net: ReturnType<typeof network>) => {
    const doc = new Y.Doc();
    const gate = openGate({ doc });
    const deviceId = aDevice(9);
    const transport = net.transport();
    transport.connect({ doc, deviceId, openLink: linkOpener({ gate, cipher: await aCipher(1), deviceId }) });
    await net.settle();
    return { doc, leave: transport.disconnect };
  };

  it.each<[string, (entries: Y.Map<unknown>) => void]>([
    ["deletes them", (entries) => entries.clear()],
    ["writes over them", (entries) => entries.set(aHash(hashSchema, "card"), Uint8Array.from([6, 6, 6]))],
  ])("and %s finds them put back everywhere", async (_, act) => {
    const { net, one, other } = await twoTogether();
    one.loop.putEntries([entry("card", 1, 2, 3), entry("call", 4)]);
    await net.settle();
    const bad = await member(net);
    act(bad.doc.getMap("entries"));
    await net.settle();
    for (const { loop } of [one, other])
      expect(loop.entries()).toEqual([entry("call", 4), entry("card", 1, 2, 3)]);
    expect(bad.doc.getMap("entries").get(aHash(hashSchema, "card"))).toEqual(Uint8Array.from([1, 2, 3]));
    await bad.leave();
  });

  it("is reported with the entry that vanished", async () => {
    const net = network();
    const vanished: string[] = [];
    const one = await opened(1, net.transport(), { onVanished: ({ hash }) => vanished.push(hash) });
    await one.meet();
    one.loop.putEntries([entry("card", 1)]);
    const bad = await member(net);
    bad.doc.getMap("entries").delete(aHash(hashSchema, "card"));
    await net.settle();
    expect(vanished).toEqual([aHash(hashSchema, "card")]);
    await bad.leave();
  });

  it("and writes outside the loop's names is refused, reported and heard by nobody", async () => {
    const net = network();
    const reports: unknown[] = [];
    const one = await opened(1, net.transport(), { onRefused: (report) => reports.push(report) });
    await one.meet();
    const bad = await member(net);
    bad.doc.getMap("drafts").set("slot/ana", "rated 5");
    await net.settle();
    expect([...one.doc.share.keys()]).not.toContain("drafts");
    expect(reports).toEqual([{ deviceId: aDevice(9), reason: "foreignName" }]);
    await bad.leave();
  });
});

describe("a laptop that is killed", () => {
  it("has everything it was told and everything it wrote when it starts again", async () => {
    const net = network();
    const persistence = memoryPersistence();
    const killed = await opened(1, net.transport(), { persistence });
    const other = await opened(2, net.transport());
    await killed.meet();
    await other.meet();
    killed.loop.markCoverage(mark("q-own"));
    other.loop.markCoverage(mark("q-theirs"));
    await net.settle();
    await killed.disk.saved();
    const again = await opened(1, net.transport(), { persistence });
    expect(again.loop.coverage()).toEqual([mark("q-own"), mark("q-theirs")]);
  });
});

describe("a room that was closed", () => {
  it("hears nothing, writes nothing and is gone from the others' lists", async () => {
    const { net, one, other } = await twoTogether();
    const persistence = one.persistence;
    await one.close();
    other.loop.markCoverage(mark("q"));
    await net.settle();
    expect(other.peers.get()).toEqual([]);
    const again = await opened(1, net.transport(), { persistence });
    expect(again.loop.coverage()).toEqual([]);
  });
});
