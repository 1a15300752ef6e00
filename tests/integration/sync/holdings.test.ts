import { afterEach, describe, expect, it } from "vitest";
import type { Result } from "../../../src/domain/result";
import { err } from "../../../src/domain/result";
import type { LoopPersistence, PersistenceFailure } from "../../../src/sync/persistence/loop-persistence";
import { memoryPersistence } from "../../../src/sync/persistence/memory-persistence";
import { stateDigest } from "../../../src/sync/state-digest";
import { memoryNetwork } from "../../../src/sync/transport/in-memory";
import { seededRandom } from "../../support/seeded-random";
import { aDevice } from "../../support/sync/keys";
import type { TestRoom } from "../../support/sync/rooms";
import { aRoom } from "../../support/sync/rooms";

const open: TestRoom[] = [];
afterEach(async () => {
  for (const room of open.splice(0)) await room.close();
});

const patienceMs = 10_000;

/** A disk that takes what it is given when it is told to. */
const slowDisk = () => {
  const disk = memoryPersistence();
  let held: (() => void)[] = [];
  let failing = false;
  let slow = false;
  const append: LoopPersistence["append"] = async (loopId, record) => {
    if (slow) await new Promise<void>((resolve) => held.push(resolve));
    const full: Result<void, PersistenceFailure> = err({ type: "diskFull" });
    return failing ? full : disk.append(loopId, record);
  };
  return {
    persistence: { ...disk, append },
    slow: () => {
      slow = true;
    },
    goOn: () => {
      slow = false;
      for (const resolve of held) resolve();
      held = [];
    },
    fail: (now: boolean) => {
      failing = now;
    },
    waiting: () => held.length,
  };
};

const twoTogether = async () => {
  const network = memoryNetwork({ random: seededRandom(9).next });
  const disk = slowDisk();
  const one = await aRoom(1, network.transport());
  const other = await aRoom(2, network.transport(), { persistence: disk.persistence });
  open.push(one, other);
  await one.meet();
  await other.meet();
  /** Lets frames travel until `holds`. */
  const until = async (holds: () => boolean): Promise<void> => {
    const end = performance.now() + patienceMs;
    while (!holds() && performance.now() < end) {
      await network.settle();
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
    expect(holds(), `never came true: ${holds}`).toBe(true);
  };
  const holding = () => one.holdings.get().get(aDevice(2))?.holds;
  const lacks = () => one.holdings.get().get(aDevice(2))?.lacks;
  return { network, disk, one, other, until, holding, lacks };
};

describe("what another laptop holds", () => {
  it("is everything as soon as its disk has it, told without waiting for the time when states are compared", async () => {
    const { one, until, holding } = await twoTogether();
    await until(() => holding() === "all");
    one.loop.setDiscussion("care", "new");
    const now = stateDigest(one.doc);
    await until(() => one.facts.get().get(aDevice(2))?.held?.mark === now.mark && holding() === "all");
  });

  it("is not everything while its disk has not taken it, though the change is shown there", async () => {
    const { disk, one, other, until, holding, lacks } = await twoTogether();
    await until(() => holding() === "all");
    expect(lacks()).toBe(0);
    disk.slow();
    one.loop.setDiscussion("care", "new");
    await until(() => other.loop.discussion("care") === "new" && holding() === "some");
    other.compareNotes();
    one.compareNotes();
    await until(() => disk.waiting() > 0);
    // Three letters, and no more than those however long the disk takes.
    await until(() => lacks() === 3);
    expect(holding()).toBe("some");
    disk.goOn();
    await until(() => holding() === "all" && lacks() === 0);
  });

  it("is not everything where its disk refuses, until a later attempt succeeds", async () => {
    const { disk, one, other, until, holding } = await twoTogether();
    await until(() => holding() === "all");
    disk.fail(true);
    one.loop.setDiscussion("care", "new");
    await until(() => other.disk.state.get().state === "failed" && holding() === "some");
    disk.fail(false);
    other.loop.setDiscussion("care", "new and more");
    await until(() => holding() === "all");
  });

  it("is everything where it has more than this laptop, and nothing is known of a laptop that said nothing", async () => {
    const { network, one, other, until, holding } = await twoTogether();
    await until(() => holding() === "all");
    network.setLoss(1);
    other.loop.setDiscussion("care", "theirs");
    await until(() => network.moved() > 0);
    network.setLoss(0);
    expect(one.loop.discussion("care")).toBe("");
    expect(holding()).toBe("all");
    expect(one.holdings.get().has(aDevice(3))).toBe(false);
  });

  it("is still what it said last after it left", async () => {
    const { one, other, until, holding } = await twoTogether();
    await until(() => holding() === "all");
    await other.leave();
    expect(holding()).toBe("all");
    one.loop.setDiscussion("care", "alone");
    await until(() => holding() === "some");
  });
});
