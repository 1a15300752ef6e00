import { describe, expect, it } from "vitest";
import { type ForgetParts, forgetBegunJoinings } from "../../../../../src/app/loop/borrowed/forget-begun";
import { loopIdSchema } from "../../../../../src/domain/ids";
import { err, ok } from "../../../../../src/domain/result";
import { anId } from "../../../../support/builders/ids";

const loopId = anId(loopIdSchema, "loop");
const nothing = { rows: [], unreadable: [] };
const unreadable = err({ type: "storageBroken" });

/** A borrowed laptop that noted a joining; returns which keys were destroyed and which settings are left. */
const started = async (loop: unknown, drafts: unknown) => {
  const keys = [`borrowed.${loopId}`, `other.${anId(loopIdSchema, "other")}`];
  const destroyed: string[] = [];
  const parts = {
    destroySubject: async (subjectId: string) => ok(destroyed.push(subjectId)),
    store: {
      loops: { one: async () => loop, all: async () => ok([]) },
      drafts: { ofLoop: async () => drafts },
      forgetSubject: async () => ok(undefined),
      settings: {
        put: async () => ok(undefined),
        keys: async () => ok([...keys]),
        removeAll: async (isMeant: (key: string) => boolean) => {
          keys.splice(0, keys.length, ...keys.filter((key) => !isMeant(key)));
          return ok(undefined);
        },
      },
    },
  } as unknown as ForgetParts;
  await forgetBegunJoinings(parts);
  return { destroyed, keys };
};

describe("a joining on a borrowed laptop that broke off", () => {
  it("is forgotten at the next start with its key, so that the owner may make a recovery key again", async () => {
    const { destroyed, keys } = await started(ok(null), ok(nothing));
    expect(destroyed).toEqual([loopId]);
    expect(keys).toEqual([`other.${anId(loopIdSchema, "other")}`]);
  });

  it("is none where the loop is here, where somebody wrote in it, or where that cannot be read", async () => {
    const wrote = ok({ rows: [{ id: "draft", value: {} }], unreadable: [] });
    const damaged = ok({ rows: [], unreadable: [{ id: "draft" }] });
    for (const [loop, drafts] of [
      [ok({ loopId }), ok(nothing)],
      [unreadable, ok(nothing)],
      [ok(null), wrote],
      [ok(null), damaged],
      [ok(null), unreadable],
    ]) {
      const { destroyed, keys } = await started(loop, drafts);
      expect(destroyed).toEqual([]);
      expect(keys).toHaveLength(2);
    }
  });
});
