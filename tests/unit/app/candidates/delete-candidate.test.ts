import { describe, expect, it } from "vitest";
import {
  createDeleting,
  type DeletingParts,
  departedSetting,
} from "../../../../src/app/candidates/delete-candidate";
import { nobodyDeparted } from "../../../../src/domain/candidates/departed";
import { candidateIdSchema, type SubjectId } from "../../../../src/domain/ids";
import { err, ok } from "../../../../src/domain/result";
import { anApplication } from "../../../support/builders/application";

const application = anApplication();
const { candidateId } = application;

/** A laptop whose steps of a deletion can be made to fail. */
const aLaptop = () => {
  const steps: string[] = [];
  let departed = nobodyDeparted;
  let broken: "key" | "rows" | null = null;
  let held = false;
  const parts = {
    isHeld: async () => ok(held),
    destroySubject: async (id: SubjectId) => {
      if (broken === "key") return err({ type: "notWritable" });
      steps.push(`key ${id}`);
      return ok(undefined);
    },
    store: {
      applications: { ofCandidate: async () => ok([application]) },
      forgetSubject: async (id: SubjectId) => {
        if (broken === "rows") return err({ type: "diskFull" });
        steps.push(`rows ${id}`);
        return ok(undefined);
      },
      settings: {
        get: async () => ok(departed),
        put: async (_: unknown, value: typeof departed) => {
          departed = departedSetting.schema.parse(JSON.parse(JSON.stringify(value)));
          return ok(undefined);
        },
      },
    },
  } as unknown as DeletingParts;
  return {
    parts,
    steps,
    departed: () => departed,
    hold: (isHeld: boolean) => {
      held = isHeld;
    },
    breakAt: (step: typeof broken) => {
      broken = step;
    },
  };
};

const once = [{ kitId: application.kitId, steps: ["application"], cause: null, count: 1 }];

describe("deleting a person", () => {
  it("is refused while a loop of theirs is under a legal hold, and possible once it ended", async () => {
    const laptop = aLaptop();
    const { remove } = createDeleting(laptop.parts);
    laptop.hold(true);
    expect(await remove([candidateId], "askedFor")).toEqual(err({ type: "legalHold" }));
    expect([laptop.steps, laptop.departed()]).toEqual([[], nobodyDeparted]);
    laptop.hold(false);
    expect(await remove([candidateId], "askedFor")).toEqual(ok(undefined));
    expect(laptop.steps).toHaveLength(2);
  });

  it("destroys the key before the rows go, and leaves only counts", async () => {
    const laptop = aLaptop();
    expect(await createDeleting(laptop.parts).remove([candidateId], "askedFor")).toEqual(ok(undefined));
    expect(laptop.steps).toEqual([`key ${candidateId}`, `rows ${candidateId}`]);
    expect(laptop.departed()).toEqual({ formatVersion: 1, counts: once, deleting: [] });
  });

  it.each(["key", "rows"] as const)(
    "that fails at the %s says so, and is done at the next start without counting twice",
    async (step) => {
      const laptop = aLaptop();
      laptop.breakAt(step);
      expect((await createDeleting(laptop.parts).remove([candidateId], "other")).ok).toBe(false);
      expect(laptop.departed().deleting).toEqual([candidateId]);
      laptop.breakAt(null);
      await createDeleting(laptop.parts).finishAll();
      expect(laptop.steps.at(-1)).toBe(`rows ${candidateId}`);
      expect(laptop.departed()).toEqual({ formatVersion: 1, counts: once, deleting: [] });
    },
  );

  it("that is asked for again after a failure goes on, and counts nobody twice", async () => {
    const laptop = aLaptop();
    laptop.breakAt("rows");
    const deleting = createDeleting(laptop.parts);
    await deleting.remove([candidateId], "other");
    laptop.breakAt(null);
    expect((await deleting.remove([candidateId], "other")).ok).toBe(true);
    expect(laptop.departed().counts).toEqual(once);
  });

  it("takes all candidates who are one person along, and a crash between them leaves none of them", async () => {
    const laptop = aLaptop();
    const other = candidateIdSchema.parse("candidate-000000000002");
    laptop.breakAt("key");
    await createDeleting(laptop.parts).remove([candidateId, other], "other");
    laptop.breakAt(null);
    await createDeleting(laptop.parts).finishAll();
    expect(laptop.steps.filter((step) => step.startsWith("rows"))).toEqual([
      `rows ${candidateId}`,
      `rows ${other}`,
    ]);
    expect(laptop.departed().counts.map(({ count }) => count)).toEqual([2]);
  });
});
