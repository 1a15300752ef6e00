import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { keepWords } from "../../../../src/app/loop/keep-words";
import { keptWordsText } from "../../../../src/bindings/kept-words";
import { type DeviceId, loopIdSchema } from "../../../../src/domain/ids";
import type { Device } from "../../../../src/domain/loop/roster";
import { ok } from "../../../../src/domain/result";
import type { WordsTaken } from "../../../../src/sync/gate/watch-words";
import { openLoopDoc } from "../../../../src/sync/loop-doc/loop-doc";
import { anId } from "../../../support/builders/ids";
import { personId } from "../../../support/builders/record";
import { aDevice } from "../../../support/sync/keys";

const [ownLaptop, anas, anasOther, bens] = [aDevice(1), aDevice(2), aDevice(3), aDevice(4)];
const device = (deviceId: DeviceId, name: string) => ({ deviceId, personId: personId(name) }) as Device;
const devices = [
  device(ownLaptop, "cleo"),
  device(anas, "ana"),
  device(anasOther, "ana"),
  device(bens, "ben"),
];
const words = "We heard two things about it, and both were about the figures.";

/** What Cleo's laptop keeps of a note of Ana's that was emptied. */
const emptied = async (by: Pick<WordsTaken, "deviceId" | "passedBy">) => {
  const keeper = keepWords({
    store: { keptWords: { put: async () => ok(undefined), ofLoop: async () => ok([]) } },
    ids: { newId: () => "kept", now: () => "2026-11-23T09:00:00.000Z" },
    loopId: anId(loopIdSchema, "loop"),
    loop: openLoopDoc(new Y.Doc()),
    ownDevice: ownLaptop,
    view: { get: () => ({ devices }), subscribe: () => () => undefined },
  });
  const note = { kind: "discussion", item: "care" } as const;
  keeper.taken({ note, ...by, before: words, after: "", lost: new Map([[personId("ana"), words.length]]) });
  const kept = keeper.kept.get();
  await keeper.close();
  return kept;
};

describe("a note that its own writer cleared", () => {
  it("is nobody's loss where that came over a connection of theirs", async () => {
    expect(await emptied({ deviceId: anas, passedBy: null })).toEqual([]);
    expect(await emptied({ deviceId: anas, passedBy: anasOther })).toEqual([]);
  });

  it("is kept where only another laptop says that it was the writer, with both names", async () => {
    const kept = await emptied({ deviceId: anas, passedBy: bens });
    expect(kept).toMatchObject([{ words, deviceId: anas, passedBy: bens }]);
    const persons = ["ana", "ben"].map((name) => ({ personId: personId(name), name }));
    const view = { devices, persons } as unknown as Parameters<typeof keptWordsText>[0];
    expect(kept.map((one) => keptWordsText(view, one, "10:00"))).toEqual([
      `ana’s laptop emptied this note at 10:00, as ben’s laptop says. It said: “${words}”`,
    ]);
  });

  it("is kept and nobody named where this laptop itself is said to have done it", async () => {
    const [kept] = await emptied({ deviceId: ownLaptop, passedBy: bens });
    expect(kept).toMatchObject({ words, deviceId: null });
    expect(kept).not.toHaveProperty("passedBy");
  });
});
