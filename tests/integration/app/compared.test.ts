import { readFile, writeFile } from "node:fs/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { unwrap } from "../../../src/domain/result";
import { aPanelApart, type LonelySeat, type PanelApart } from "../../support/app/apart";
import { filledCard, morning, noonSlot } from "../../support/app/panel";
import { aHire } from "../../support/builders/record";

let panel: PanelApart;
beforeEach(async () => {
  panel = await aPanelApart();
  await panel.ana.write("start.pbloop");
  await panel.ben.take("start.pbloop");
  for (const seat of [panel.ana, panel.ben]) await sealOwn(seat);
  await panel.ben.write("ben.pbloop", "own");
  await panel.ana.take("ben.pbloop");
});
afterEach(() => panel.stop());

const sealOwn = async (seat: LonelySeat): Promise<void> => {
  const slot = seat.laptop.name === "cleo" ? noonSlot : morning;
  unwrap(await seat.session().seal(filledCard(seat.session(), slot, { words: seat.laptop.name })));
};

const reveal = async (): Promise<void> => {
  unwrap(await panel.ana.session().reveal({ reason: "Cleo is ill." }));
};
const decide = async (): Promise<void> => {
  unwrap(await panel.ana.session().decide(aHire()));
};

describe("a bundle beside the record on a laptop", () => {
  it("matches where it was written after all the record rests on, also once more is said that is not in the record", async () => {
    await reveal();
    panel.ana.session().setDiscussion("overall", "Careful with glass.");
    await decide();
    await panel.ana.write("closed.pbloop");
    expect(unwrap(await panel.ana.compare("closed.pbloop"))).toMatchObject({
      relation: "matches",
      part: "whole",
      personName: "ana",
      name: "closed.pbloop",
      lacking: [],
      bringing: [],
      notes: 0,
    });
    panel.ana.session().setDiscussion("overall", "Careful with glass. Said afterwards.");
    await panel.ana.write("afterwards.pbloop");
    expect(unwrap(await panel.ana.compare("afterwards.pbloop"))).toMatchObject({ relation: "matches" });
  });

  it("is older where the record rests on what it lacks, and the difference is counted by kind", async () => {
    await panel.ana.write("sealed.pbloop");
    await reveal();
    panel.ana.session().setDiscussion("overall", "Careful with glass.");
    await decide();
    expect(unwrap(await panel.ana.compare("sealed.pbloop"))).toMatchObject({
      relation: "older",
      lacking: [
        { kind: "call", count: 1 },
        { kind: "release", count: 1 },
        { kind: "decision", count: 1 },
      ],
      bringing: [],
      notes: 1,
    });
  });

  it("is newer where it brings what the record here does not have, and nothing of it is taken in", async () => {
    await reveal();
    await panel.ana.write("revealed.pbloop");
    await panel.ben.take("revealed.pbloop");
    await panel.ben.write("bens.pbloop", "own");
    await panel.ana.take("bens.pbloop");
    panel.ana.session().setDiscussion("overall", "Careful with glass.");
    await decide();
    await panel.ana.write("decided.pbloop");
    expect(unwrap(await panel.ben.compare("decided.pbloop"))).toMatchObject({
      relation: "newer",
      lacking: [],
      bringing: [{ kind: "decision", count: 1 }],
      notes: 1,
    });
    expect(panel.ben.session().view.get().decision).toBeNull();
    expect(panel.ben.session().discussion("overall").get()).toBe("");
  });

  it("and the record each have something the other lacks where both went on apart", async () => {
    await reveal();
    await panel.ana.write("revealed.pbloop");
    await panel.ben.take("revealed.pbloop");
    await decide();
    await panel.ana.write("decided.pbloop");
    expect(unwrap(await panel.ben.compare("decided.pbloop"))).toMatchObject({
      relation: "apart",
      // Ben's laptop published the key of his card, which Ana's has not heard of.
      lacking: [{ kind: "release", count: 1 }],
      bringing: [{ kind: "decision", count: 1 }],
    });
  });

  it("of one person is asked only for what is theirs", async () => {
    await reveal();
    await panel.ana.write("revealed.pbloop");
    await panel.ben.take("revealed.pbloop");
    await panel.ben.write("bens.pbloop", "own");
    expect(unwrap(await panel.ben.compare("bens.pbloop"))).toMatchObject({
      relation: "matches",
      part: "own",
    });
    // Ben's first file was written before his laptop published the key of his card.
    expect(unwrap(await panel.ben.compare("ben.pbloop"))).toMatchObject({
      relation: "older",
      lacking: [{ kind: "release", count: 1 }],
    });
  });

  it("is refused where a byte of it was changed, and where it is no bundle", async () => {
    await reveal();
    await panel.ana.write("whole.pbloop");
    const path = panel.stick.path("whole.pbloop");
    const bytes = await readFile(path);
    bytes[bytes.length - 200] = (bytes[bytes.length - 200] ?? 0) ^ 1;
    await writeFile(path, bytes);
    expect(await panel.ana.compare("whole.pbloop")).toMatchObject({ ok: false, error: { type: "damaged" } });
    await writeFile(
      panel.stick.path("text.pbloop"),
      "no bundle at all, but longer than a header is ".repeat(9),
    );
    expect(await panel.ana.compare("text.pbloop")).toMatchObject({
      ok: false,
      error: { type: "notABundle" },
    });
  });
});
