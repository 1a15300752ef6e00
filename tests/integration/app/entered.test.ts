import { afterEach, describe, expect, it } from "vitest";
import { candidateIdSchema } from "../../../src/domain/ids";
import { unwrap } from "../../../src/domain/result";
import { aPanel, filledCard, morning, type Panel, panelDraft } from "../../support/app/panel";
import { anId } from "../../support/builders/ids";
import { personId } from "../../support/builders/record";

let panel: Panel;
afterEach(() => panel.stop());

describe("a card with a rating that has no evidence", () => {
  it("is sealed by no laptop where the panel agreed that ratings need evidence", async () => {
    const { plan } = panelDraft(anId(candidateIdSchema, "noor"));
    panel = await aPanel({ plan: { ...plan, policy: { evidenceRequired: true } } });
    const { ben } = panel;
    const card = filledCard(ben.session(), morning);
    const bare = { ...card, answers: card.answers.map((answer) => ({ ...answer, notes: [] })) };
    expect(await ben.session().seal(bare)).toEqual({ ok: false, error: { type: "evidenceMissing" } });
    unwrap(await ben.session().seal(card));
  });
});

describe("a card that somebody else typed in", () => {
  it("is named in every laptop's log before anything is revealed, and says both names itself afterwards", async () => {
    panel = await aPanel();
    const { ana, ben, cleo } = panel;
    const card = filledCard(ben.session(), morning);
    const onBehalf = { by: personId("cleo"), reason: "His arm is in plaster." };
    const noReason = { ...card, onBehalf: { ...onBehalf, reason: " " } };
    expect(await ben.session().seal(noReason)).toEqual({ ok: false, error: { type: "behalfReasonMissing" } });
    unwrap(await ben.session().seal({ ...card, onBehalf }));
    const entered = {
      kind: "entered",
      slotId: morning.slotId,
      personId: personId("ben"),
      typedBy: personId("cleo"),
      from: "speech",
    };
    await panel.until(() =>
      [ana, ben, cleo].every((seat) =>
        seat
          .session()
          .view.get()
          .day.log.some(({ what }) => JSON.stringify(what) === JSON.stringify(entered)),
      ),
    );
  });

  it("leaves no line where its own person wrote it while the candidate spoke", async () => {
    panel = await aPanel();
    const { ana, ben } = panel;
    unwrap(await ben.session().seal(filledCard(ben.session(), morning)));
    await panel.until(() =>
      ana
        .session()
        .view.get()
        .cards.some(({ personId: author, sealed }) => author === personId("ben") && sealed.length === 1),
    );
    expect(
      ana
        .session()
        .view.get()
        .day.log.filter(({ what }) => what.kind === "entered"),
    ).toEqual([]);
  });
});
