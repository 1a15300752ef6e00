import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { keepSignalingUrls } from "../../../src/app/loop/keep-admission";
import { unwrap } from "../../../src/domain/result";
import { type Laptop, newLaptop, type Running } from "../../support/app/laptop";
import { aPanel, cardIn, filledCard, lean, morning, type Panel, type Seat } from "../../support/app/panel";

/** What a backup of a laptop holds of the loop: its row and its log as they were. */
const backUp = async ({ running }: Seat, { loopId }: Panel) => {
  const { store } = running();
  return {
    row: unwrap(await store.loops.one(loopId)),
    log: unwrap(await store.loopUpdates.load(loopId)),
  };
};

/** The same laptop with the same keys, on whose disk is what the backup had. */
const restore = async (
  panel: Panel,
  seat: Seat,
  { row, log }: Awaited<ReturnType<typeof backUp>>,
): Promise<{ readonly laptop: Laptop; readonly running: Running }> => {
  if (row === null) throw new Error("the backup does not have the loop");
  const laptop = newLaptop(seat.laptop.name, panel.around);
  unwrap(laptop.secrets.keep(panel.loopId, unwrap(seat.laptop.secrets.newest(panel.loopId))));
  const running = await laptop.start(lean);
  unwrap(await running.store.openSubject(panel.loopId, "create"));
  for (const record of log.updates) unwrap(await running.store.loopUpdates.append(panel.loopId, record));
  unwrap(await running.store.loops.add(row));
  const doors = [`memory://${panel.ana.laptop.device.deviceId}`];
  unwrap(await keepSignalingUrls(running.store, panel.loopId, doors));
  return { laptop, running };
};

describe("a laptop restored from a backup older than what it had sealed", () => {
  let panel: Panel;
  beforeAll(async () => {
    panel = await aPanel();
  });
  afterAll(() => panel.stop());

  it("catches up with its own card before it signs, so that nothing it sealed is sealed twice", async () => {
    const { ben, ana } = panel;
    const backup = await backUp(ben, panel);
    unwrap(await ben.session().seal(filledCard(ben.session(), morning, { words: "first" })));
    await panel.until(() => cardIn(ana.session(), morning, "ben").sealed.length === 1);
    await ben.laptop.stop();

    const { laptop, running } = await restore(panel, ben, backup);
    onTestFinished(() => laptop.stop());
    const session = unwrap(await running.loops.open(panel.loopId));
    expect(cardIn(session, morning, "ben").sealed).toHaveLength(0);
    await panel.until(() => session.room.get().peers.some(({ link }) => link === "direct"));
    const sealing = session.seal(filledCard(session, morning, { words: "second" }));
    await panel.rest();
    expect(await sealing).toEqual({ ok: false, error: { type: "amendReasonMissing" } });
    expect(cardIn(session, morning, "ben").sealed).toHaveLength(1);

    const amended = {
      ...filledCard(session, morning, { words: "second" }),
      amendReason: "a note was missing",
    };
    unwrap(await session.seal(amended));
    await panel.until(() => cardIn(ana.session(), morning, "ben").sealed.length === 2);
    expect(cardIn(ana.session(), morning, "ben")).toMatchObject({
      forked: false,
      sealed: [{ revision: 1 }, { revision: 2 }],
    });
  });
});
