import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aPanel, guideWord, type Panel, panelKit } from "../../support/app/panel";
import { personId } from "../../support/builders/record";

let panel: Panel;
beforeAll(async () => {
  panel = await aPanel();
});
afterAll(() => panel.stop());

describe("laptops that were let in", () => {
  it("show whom they belong to", () => {
    const names = panel.seats.map((seat) => seat.session().view.get().me?.name);
    expect(names).toEqual(["ana", "ben", "cleo"]);
  });

  it("show the plan and the kit, the role guides only where the loop was founded", () => {
    for (const seat of panel.seats) {
      const { plan, kit } = seat.session().view.get();
      expect(plan?.candidate.name).toBe("Noor Haddad");
      expect(kit?.questions).toEqual(panelKit.questions);
    }
    const guides = panel.seats.map(
      (seat) => seat.session().view.get().kit?.exercises[0]?.roles[0]?.archetype,
    );
    expect(guides).toEqual([guideWord, "", ""]);
  });

  it("show each other in the room, by person", async () => {
    const persons = () =>
      panel.seats.map((seat) =>
        seat
          .session()
          .room.get()
          .peers.map((peer) => peer.personId)
          .sort(),
      );
    await panel.until(() => panel.seats.every((seat) => seat.session().room.get().connection === "together"));
    await panel.rest();
    expect(persons()).toEqual([
      [personId("ben"), personId("cleo")],
      [personId("ana"), personId("cleo")],
      [personId("ana"), personId("ben")],
    ]);
  });
});
