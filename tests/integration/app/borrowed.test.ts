import { afterEach, describe, expect, it } from "vitest";
import { unwrap } from "../../../src/domain/result";
import { newLaptop } from "../../support/app/laptop";
import { aPanel, cardIn, filledCard, lean, morning, noonSlot, type Panel } from "../../support/app/panel";
import { aHire, personId } from "../../support/builders/record";
import { whenLive } from "../../support/store/when-ready";

let panel: Panel;
afterEach(() => panel.stop());

describe("a borrowed laptop", () => {
  it("says so to everybody, and takes the loop off its disk by itself once nothing is lost by that", async () => {
    panel = await aPanel();
    const { ana, ben, cleo, loopId } = panel;
    await ben.laptop.stop();
    const lent = newLaptop("ben-lent", panel.around);
    const running = await lent.start(lean);
    const joining = running.loops.join(ana.session().room.get().invite?.text ?? "", "ben", {
      borrowed: true,
    });
    await panel.until(() => ana.session().room.get().lobby.length === 1);
    const [request] = ana.session().room.get().lobby;
    unwrap(await ana.session().admit(request?.requestId ?? "", personId("ben")));
    await whenLive(joining, (state): state is typeof state => state.step === "admitted");
    joining.cancel();
    const session = unwrap(await running.loops.open(loopId));
    try {
      await panel.until(() => cleo.session().view.get().day.borrowed.length === 1);
      expect(cleo.session().view.get().day.borrowed).toMatchObject([
        { personId: personId("ben"), wipedAt: null },
      ]);
      expect(session.borrowed.get()).toMatchObject({ state: "kept" });
      expect(ana.session().borrowed.get()).toBeNull();

      await panel.until(() => session.view.get().kit !== null);
      unwrap(await session.seal(filledCard(session, morning, { words: "lent-words" })));
      unwrap(await ana.session().seal(filledCard(ana.session(), morning)));
      unwrap(await cleo.session().seal(filledCard(cleo.session(), noonSlot)));
      await panel.rest();
      expect(session.borrowed.get()).toMatchObject({ state: "kept", outlook: { unpublished: [{}] } });
      unwrap(await ana.session().reveal(null));
      await panel.until(() => cardIn(cleo.session(), morning, "ben").sealed[0]?.opened?.state === "open");
      unwrap(await ana.session().decide(aHire({ decidedBy: personId("ana") })));

      await panel.until(() => session.borrowed.get()?.state === "wiped");
      await panel.until(() => cleo.session().view.get().day.borrowed[0]?.wipedAt != null);
      expect(
        cleo
          .session()
          .view.get()
          .day.log.map(({ what }) => what.kind),
      ).toContain("wiped");
      expect(await running.loops.open(loopId)).toMatchObject({ ok: false });
      const settings = unwrap(await running.store.settings.keys());
      expect(settings.filter((key) => key.includes(loopId))).toEqual([]);
      expect(lent.spare.frozen).toEqual([]);
      expect(unwrap(await running.store.loopUpdates.load(loopId)).updates).toEqual([]);
      expect(await lent.subjectKeys.lend(loopId)).toMatchObject({ error: { type: "destroyed" } });
      expect(lent.secrets.newest(loopId).ok).toBe(false);
    } finally {
      await lent.stop();
    }
  });
});
