import { describe, expect, it } from "vitest";
import { createKitDesk } from "../../../src/bindings/kit-desk";
import type { Failure } from "../../../src/bindings/services";
import type { TextSpot } from "../../../src/domain/kit/edit/kit-edit";
import { textAt } from "../../../src/domain/kit/edit/set-text";
import type { Kit } from "../../../src/domain/kit/kit";
import { err, type Result } from "../../../src/domain/result";
import { aKit } from "../../support/builders/kit";

const kit = aKit();
const title: TextSpot = { in: "kit", field: "title" };
const author: TextSpot = { in: "kit", field: "author" };

/** One stored kit that several desks write to; `failing` refuses every write while it is set. */
const storage = () => {
  const disk = { kit, writes: 0, failing: null as Failure | null };
  const write = async (act: (stored: Kit) => Result<Kit, Failure>): Promise<Result<Kit, Failure>> => {
    await Promise.resolve();
    if (disk.failing !== null) return err(disk.failing);
    const next = act(disk.kit);
    disk.writes += 1;
    if (next.ok) disk.kit = next.value;
    return next;
  };
  return { disk, open: () => createKitDesk({ stored: disk.kit, write, nowMs: () => 0 }) };
};

describe("a kit on the desk", () => {
  it("shows a change at once and says that it is saved only when it is", async () => {
    const { disk, open } = storage();
    const desk = open();
    desk.change({ type: "setText", spot: title, text: "Lab Lead" });
    expect([desk.get().kit.title, desk.get().save, disk.kit.title]).toEqual([
      "Lab Lead",
      "saving",
      kit.title,
    ]);
    await desk.whenIdle();
    expect([desk.get().save, disk.kit.title]).toEqual(["saved", "Lab Lead"]);
  });

  it("takes a change back and makes it again, on the disk too", async () => {
    const { disk, open } = storage();
    const desk = open();
    desk.change({ type: "setText", spot: title, text: "Lab Lead" });
    await desk.whenIdle();
    desk.undo();
    await desk.whenIdle();
    expect(disk.kit).toEqual(kit);
    desk.redo();
    await desk.whenIdle();
    expect(disk.kit.title).toBe("Lab Lead");
    expect([desk.get().canUndo, desk.get().canRedo]).toEqual([true, false]);
  });

  it("says why a change was refused, and forgets it with the next", () => {
    const desk = storage().open();
    desk.change({ type: "remove", list: "competencies", id: "sample-handling" });
    expect(desk.get().trouble).toMatchObject({ kind: "refused", refusal: { type: "stillUsed" } });
    expect(desk.get().canUndo).toBe(false);
    desk.change({ type: "setText", spot: author, text: "Ada" });
    expect(desk.get().trouble).toBeNull();
  });

  it("keeps what was typed where the disk refuses, and saves it on the next try", async () => {
    const { disk, open } = storage();
    const desk = open();
    disk.failing = { type: "diskFull" };
    desk.change({ type: "setText", spot: title, text: "Lab Lead" });
    await desk.whenIdle();
    expect(desk.get()).toMatchObject({ save: "failed", trouble: { kind: "failed" } });
    disk.failing = null;
    desk.retry();
    await desk.whenIdle();
    expect([desk.get().save, disk.kit.title]).toEqual(["saved", "Lab Lead"]);
  });

  it("saves by itself what the disk refused, once the store was opened anew and says what it holds", async () => {
    const { disk, open } = storage();
    const desk = open();
    disk.failing = { type: "diskFull" };
    desk.change({ type: "setText", spot: title, text: "Lab Lead" });
    await desk.whenIdle();
    desk.takeIn({ ...kit });
    await desk.whenIdle();
    expect(desk.get()).toMatchObject({ save: "failed", trouble: { kind: "failed" } });
    disk.failing = null;
    desk.takeIn({ ...kit });
    await desk.whenIdle();
    expect(desk.get()).toMatchObject({ save: "saved", trouble: null });
    expect(disk.kit.title).toBe("Lab Lead");
  });

  it("saves many changes that come while one is being saved", async () => {
    const { disk, open } = storage();
    const desk = open();
    for (const text of ["L", "La", "Lab"]) desk.change({ type: "setText", spot: title, text }, "title");
    await desk.whenIdle();
    expect(disk.kit.title).toBe("Lab");
    expect(disk.writes).toBe(2);
    desk.undo();
    expect(desk.get().kit).toEqual(kit);
  });
});

describe("two desks with one kit", () => {
  it("both keep their changes, and each sees the other's", async () => {
    const { disk, open } = storage();
    const [mine, theirs] = [open(), open()];
    mine.change({ type: "setText", spot: title, text: "Mine" });
    theirs.change({ type: "setText", spot: author, text: "Theirs" });
    await Promise.all([mine.whenIdle(), theirs.whenIdle()]);
    // An old state that arrives late changes nothing: it only makes the desk look.
    mine.takeIn(kit);
    await mine.whenIdle();
    for (const seen of [disk.kit, mine.get().kit, theirs.get().kit])
      expect([textAt(seen, title), textAt(seen, author)]).toEqual(["Mine", "Theirs"]);
  });

  it("that change the same text are told so, and the person chooses which stays", async () => {
    const { disk, open } = storage();
    const [mine, theirs] = [open(), open()];
    theirs.change({ type: "setText", spot: title, text: "Theirs" });
    await theirs.whenIdle();
    mine.change({ type: "setText", spot: title, text: "Mine" });
    await mine.whenIdle();
    expect(mine.get()).toMatchObject({
      save: "failed",
      trouble: { kind: "conflict", conflict: { type: "changedElsewhere", path: ["title"] } },
    });
    expect([disk.kit.title, mine.get().kit.title]).toEqual(["Theirs", "Mine"]);
    mine.retry("theirs");
    await mine.whenIdle();
    expect([disk.kit.title, mine.get().kit.title]).toEqual(["Theirs", "Theirs"]);
  });
});
