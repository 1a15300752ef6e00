import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { keepOwnMarks } from "../../../../src/app/loop/own-marks";
import type { DeviceId } from "../../../../src/domain/ids";
import type { LoopView } from "../../../../src/domain/loop/loop-view";
import { ok } from "../../../../src/domain/result";
import type { UndoneDamage } from "../../../../src/sync/gate/shared-guard";
import { openLoopDoc } from "../../../../src/sync/loop-doc/loop-doc";
import { aCard, aSlot, loopId, personId } from "../../../support/builders/record";
import { aDevice } from "../../../support/sync/keys";

const [ownLaptop, bens] = [aDevice(1), aDevice(2)];
const [slot, ana] = [aSlot("morning", ["ana"]), personId("ana")];
const card = aCard(slot, "ana", { "q-samples": 3 });

/** Ana's laptop, on which another's change says that she did not ask what her card says she asked. */
const markedBy = async (author: DeviceId) => {
  const [doc, other] = [new Y.Doc(), new Y.Doc()];
  const loop = openLoopDoc(doc);
  const [answer] = card.answers;
  if (answer === undefined) throw new Error("the card has no answer");
  const mark = { slotId: slot.slotId, questionId: answer.questionId, personId: ana };
  loop.markCoverage({ ...mark, state: answer.state });
  Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
  const damage: UndoneDamage[] = [];
  const view = {
    me: { personId: ana },
    devices: [{ deviceId: ownLaptop, personId: ana }],
    removals: [],
    cards: [],
    plan: { slots: [slot] },
  } as unknown as LoopView;
  const shown = { get: () => ({ state: "ready", value: { card } }), subscribe: () => () => undefined };
  const stop = keepOwnMarks({
    store: {
      drafts: { stored: async () => ok(null), live: () => shown },
    } as unknown as Parameters<typeof keepOwnMarks>[0]["store"],
    sync: { loop, author: () => author },
    ownDevice: ownLaptop,
    loopId,
    view: { get: () => view, subscribe: () => () => undefined },
    onDamage: (undone) => damage.push(undone),
  });
  openLoopDoc(other).markCoverage({ ...mark, state: "notAsked" });
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(other, Y.encodeStateVector(doc)), "peer");
  await stop();
  return { damage, states: loop.coverage().map(({ state }) => state), said: answer.state };
};

describe("a mark that another laptop set in this person's name", () => {
  it("is set right and noted with the laptop whose change it was", async () => {
    const { damage, states, said } = await markedBy(bens);
    expect(said).not.toBe("notAsked");
    expect(states).toEqual([said]);
    expect(damage).toEqual([{ damage: "markInAnothersName", deviceId: bens }]);
  });

  it("is never held against this laptop itself, whatever whoever passed it on says", async () => {
    const { damage, states, said } = await markedBy(ownLaptop);
    expect(states).toEqual([said]);
    expect(damage).toEqual([{ damage: "markInAnothersName", deviceId: null }]);
  });
});
