import { describe, expect, it } from "vitest";
import { exerciseIdSchema, kitItemIdSchema } from "../../../../src/domain/ids";
import type { LoopView } from "../../../../src/domain/loop/loop-view";
import { openRoleIn } from "../../../../src/domain/loop/role-players";
import type { Person } from "../../../../src/domain/loop/roster";
import { aLoopView } from "../../../support/builders/loop-view";
import { aPerson, aPlan, aSlot, personId } from "../../../support/builders/record";
import { aFullKit } from "../../../support/gallery/full-kit";

const kit = aFullKit();
const courier = kitItemIdSchema.parse("courier");
const scene = aSlot("scene", ["ben"], {
  exerciseId: exerciseIdSchema.parse("spill"),
  rolePlayers: [{ personId: personId("cleo"), roleId: courier }],
});
const plan = aPlan([scene]);
const open = (me: Person, overrides: Partial<LoopView> = {}, slot = scene) => {
  const view = aLoopView([me], { plan, kit, ...overrides });
  return openRoleIn({ ...view, plan: view.plan ?? plan, kit: view.kit ?? kit }, slot);
};
const refusal = (type: string) => ({ ok: false, error: { type } });

describe("a role's guide on the role player's screen", () => {
  it("is for the planned role player to play, and for the facilitator to read", () => {
    expect(open(aPerson("cleo", ["rolePlayer"]))).toMatchObject({
      value: { plays: true, role: { id: "courier" } },
    });
    expect(open(aPerson("ana", ["facilitator"]))).toMatchObject({ value: { plays: false } });
  });

  it("is for nobody else, whatever hat they wear; another role player reads it only where the plan names nobody", () => {
    for (const hat of [
      "panelist",
      "hiringManager",
      "observer",
      "shadow",
      "recordsKeeper",
      "rolePlayer",
    ] as const)
      expect(open(aPerson("dora", [hat]))).toEqual(refusal("notForYou"));
    expect(open(aPerson("ben"))).toEqual(refusal("notForYou"));
    const unplanned = { ...scene, rolePlayers: [] };
    const free = { plan: aPlan([unplanned]) };
    expect(open(aPerson("dora", ["rolePlayer"]), free, unplanned)).toMatchObject({ value: { plays: false } });
  });

  it("says so where it has not arrived, where there is no role, and where its player also assesses", () => {
    const bare = {
      ...kit,
      exercises: kit.exercises.map((exercise) => ({
        ...exercise,
        roles: exercise.roles.map((role) => ({
          ...role,
          motivation: "",
          constraints: [],
          tensions: [],
          guidance: [],
          doNot: [],
        })),
      })),
    };
    expect(open(aPerson("cleo", ["rolePlayer"]), { kit: bare })).toEqual(refusal("guideMissing"));
    expect(open(aPerson("ben"), {}, aSlot("bench", ["ben"]))).toEqual(refusal("noRole"));
    const both = { ...scene, interviewers: [personId("cleo")] };
    expect(open(aPerson("cleo", ["rolePlayer", "panelist"]), {}, both)).toEqual(refusal("alsoAssesses"));
  });
});
