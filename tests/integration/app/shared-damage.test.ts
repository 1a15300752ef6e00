import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { unwrap } from "../../../src/domain/result";
import { channelOf } from "../../support/app/laptop-secrets";
import { aPanel, type Panel } from "../../support/app/panel";
import { idOf } from "../../support/sealing/loop-world";
import { bareLaptop } from "../../support/sync/bare-laptop";

let panel: Panel;
beforeEach(async () => {
  panel = await aPanel();
});
afterEach(() => panel.stop());

const items = ["care", "money", "people"] as const;
const long = (item: string) => `${item}: ${"We heard two things about it. ".repeat(4)}`;

describe("a member whose program damages what everybody may write", () => {
  it("finds hand-offs and notes as they were on every other laptop, named with its device, and is muted where it came first", async () => {
    const { ana, ben, cleo } = panel;
    for (const index of [1, 2, 3]) ana.session().handOff(null, `Ask for figure ${index}.`);
    for (const item of items) ana.session().setDiscussion(item, long(item));
    await panel.rest();
    const { topic, cipher } = await channelOf(unwrap(ben.laptop.secrets.newest(panel.loopId)));
    await ben.laptop.stop();
    const device = idOf(ben.laptop.device);
    const changed = bareLaptop(panel.around.network, device, cipher, topic);
    await panel.until(() => changed.doc.getMap("handOffs").size === 3);
    const keys = [...changed.doc.getMap("handOffs").keys()];
    changed.doc.transact(() => {
      for (const key of keys) changed.doc.getMap("handOffs").delete(key);
      for (const item of items) {
        const text = changed.doc.getText(`discussion:${item}`);
        text.delete(0, text.length);
      }
    });
    await panel.rest();
    for (const seat of [ana, cleo]) {
      expect(
        seat
          .session()
          .view.get()
          .handOffs.map(({ text }) => text)
          .toSorted(),
      ).toEqual(["Ask for figure 1.", "Ask for figure 2.", "Ask for figure 3."]);
      expect(items.map((item) => seat.session().discussion(item).get())).toEqual(items.map(long));
    }
    const rows = [ana, cleo].flatMap((seat) => seat.session().refused.get().rows);
    expect(rows).toContainEqual(
      expect.objectContaining({ source: "sharedText", reason: "handOffChanged", deviceId: device }),
    );
    expect(rows).toContainEqual(
      expect.objectContaining({ source: "sharedText", reason: "notesEmptied", deviceId: device }),
    );
    expect(rows).toContainEqual(
      expect.objectContaining({ source: "connection", reason: "muted", deviceId: device }),
    );
    expect(rows.filter(({ deviceId }) => deviceId !== device)).toEqual([]);
    await changed.leave();
  });
});
