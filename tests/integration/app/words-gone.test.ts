import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { DeviceId } from "../../../src/domain/ids";
import { unwrap } from "../../../src/domain/result";
import { channelOf } from "../../support/app/laptop-secrets";
import { aPanel, filledCard, morning, type Panel, type Seat } from "../../support/app/panel";
import { personId } from "../../support/builders/record";
import { idOf } from "../../support/sealing/loop-world";
import { type BareLaptop, bareLaptop } from "../../support/sync/bare-laptop";

let panel: Panel;
beforeEach(async () => {
  panel = await aPanel();
});
afterEach(() => panel.stop());

const words = "We heard two things about it, and both of them were about the figures of spring.";
const noteOn = (seat: Seat) => seat.session().discussion("care").get();
const keptOn = (seat: Seat) => seat.session().keptWords.get();
const benDevice = () => idOf(panel.ben.laptop.device);

/** Ben's laptop goes on with a changed program, and has what the others have. */
const changedProgram = async (author: DeviceId | null = null): Promise<BareLaptop> => {
  const { topic, cipher } = await channelOf(unwrap(panel.ben.laptop.secrets.newest(panel.loopId)));
  await panel.ben.laptop.stop();
  const changed = bareLaptop(panel.around.network, benDevice(), cipher, topic, author);
  await panel.until(() => changed.doc.getText("discussion:care").toString() === noteOn(panel.ana));
  return changed;
};

describe("a shared note that a colleague's laptop empties", () => {
  it("is kept by every laptop that had it, also through a restart, and is there once where two put it back", async () => {
    const { ana, cleo } = panel;
    ana.session().setDiscussion("care", words);
    await panel.until(() => panel.seats.every((seat) => noteOn(seat) === words));
    const changed = await changedProgram();
    const text = changed.doc.getText("discussion:care");
    text.delete(0, text.length);
    await panel.until(() => [ana, cleo].every((seat) => keptOn(seat).length === 1));
    for (const seat of [ana, cleo])
      expect(keptOn(seat)[0]).toMatchObject({
        note: { kind: "discussion", item: "care" },
        words,
        how: "emptied",
        deviceId: benDevice(),
      });
    await panel.rest();
    await ana.restart();
    await panel.until(() => keptOn(ana).length === 1);
    for (const seat of [ana, cleo]) seat.session().putBackWords(keptOn(seat)[0]?.id ?? "");
    await panel.until(() => [ana, cleo].every((seat) => noteOn(seat) === `${words}\n`));
    expect([ana, cleo].map(keptOn)).toEqual([[], []]);
    await panel.rest();
    expect([ana, cleo].map(noteOn)).toEqual([`${words}\n`, `${words}\n`]);
    await changed.leave();
  });

  it("is kept though that laptop passes it on as a change of the note's own writer", async () => {
    const { ana, cleo } = panel;
    ana.session().setDiscussion("care", words);
    await panel.until(() => panel.seats.every((seat) => noteOn(seat) === words));
    const anaDevice = idOf(ana.laptop.device);
    const changed = await changedProgram(anaDevice);
    const text = changed.doc.getText("discussion:care");
    text.delete(0, text.length);
    await panel.until(() => [ana, cleo].every((seat) => keptOn(seat).length === 1));
    expect(keptOn(ana)[0]).toMatchObject({ words, deviceId: null });
    // Named or not, as it came over Ben's connection first or over Ana's.
    expect(keptOn(cleo)[0]).toMatchObject({ words, how: "emptied" });
    await changed.leave();
  });

  it("is no matter where its own writer clears it, and is offered no more where it was dismissed", async () => {
    const { ana, ben, cleo } = panel;
    // Two laptops only: what a third one passes on first is kept, since whose it is would be its word.
    await cleo.laptop.stop();
    ana.session().setDiscussion("care", words);
    await panel.until(() => noteOn(ben) === words);
    ana.session().setDiscussion("care", "");
    await panel.until(() => noteOn(ben) === "");
    expect(keptOn(ben)).toEqual([]);
    await cleo.restart();
    ana.session().setDiscussion("care", words);
    await panel.until(() => noteOn(ben) === words && noteOn(cleo) === words);
    ben.session().setDiscussion("care", "Something else.");
    await panel.until(() => keptOn(ana).length === 1 && keptOn(cleo).length === 1);
    expect(keptOn(ana)[0]?.how).toBe("rewritten");
    expect(keptOn(ben)).toEqual([]);
    ana.session().dismissWords(keptOn(ana)[0]?.id ?? "");
    expect(keptOn(ana)).toEqual([]);
    expect(keptOn(cleo)).toHaveLength(1);
    expect(noteOn(ana)).toBe("Something else.");
  });
});

describe("a mark that is set in another person's name", () => {
  it("is set again as that person's own card has it, and is noted with the laptop it came from", async () => {
    const { ana, cleo } = panel;
    const card = filledCard(ana.session(), morning);
    const changes = card.answers.map(({ questionId, state }) => ({ questionId, state }));
    ana.session().saveDraft(card, changes);
    const marks = (seat: Seat) => seat.session().view.get().coverage;
    await panel.until(() => marks(cleo).length === changes.length);
    const changed = await changedProgram();
    const map = changed.doc.getMap("coverage");
    await panel.until(() => map.size === changes.length);
    const [first] = [...map.keys()];
    map.set(first ?? "", "notAsked");
    const rows = () => ana.session().refused.get().rows;
    await panel.until(() => rows().some(({ reason }) => reason === "markInAnothersName"));
    expect(rows().find(({ reason }) => reason === "markInAnothersName")?.deviceId).toBe(benDevice());
    await panel.until(() => [ana, cleo].every((seat) => marks(seat).every(({ state }) => state === "asked")));
    expect(marks(ana).every((mark) => mark.personId === personId("ana"))).toBe(true);
    await changed.leave();
  });
});
