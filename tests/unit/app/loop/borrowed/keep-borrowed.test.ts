import { describe, expect, it } from "vitest";
import { keepBorrowed } from "../../../../../src/app/loop/borrowed/keep-borrowed";
import type { OpenLoop } from "../../../../../src/app/loop/open-loop";
import { liveCell } from "../../../../../src/domain/live";
import { err, ok, type Result } from "../../../../../src/domain/result";
import { aLoopView } from "../../../../support/builders/loop-view";
import { aPerson } from "../../../../support/builders/record";
import { aDevice } from "../../../../support/sealing/devices";

/** A borrowed laptop alone in its room; `outcomes` are what taking the loop off comes to, one after the other. */
const lent = (outcomes: Result<void, { readonly type: string }>[]) => {
  const acts: string[] = [];
  const open = {
    state: { view: liveCell(aLoopView([aPerson("ben")])) },
    room: { state: liveCell({ peers: [] }) },
    device: aDevice("lent"),
    acts: {
      sayWiped: async () => {
        acts.push("sayWiped");
        return ok(undefined);
      },
      sayBorrowed: async () => ok(undefined),
    },
  } as unknown as OpenLoop;
  const kept = keepBorrowed({
    open,
    borrowed: true,
    drafts: { ofLoop: async () => ok({ rows: [], unreadable: [] }) },
    after: (_milliseconds, act) => {
      const timer = setTimeout(act, 0);
      return () => clearTimeout(timer);
    },
    takeOff: async () => {
      acts.push("takeOff");
      return outcomes.shift() ?? ok(undefined);
    },
  });
  return { kept, acts };
};

describe("wiping a borrowed laptop again", () => {
  it("after it failed says nothing in the loop that is closed by then, and takes off what is left", async () => {
    const { kept, acts } = lent([err({ type: "notWritable" })]);
    expect(await kept.wipe()).toEqual({ ok: false, error: { type: "notWritable" } });
    expect(kept.state.get()).toMatchObject({ state: "failed" });
    expect(await kept.wipe()).toEqual({ ok: true, value: undefined });
    expect(acts).toEqual(["sayWiped", "takeOff", "takeOff"]);
    expect(kept.state.get()).toEqual({ state: "wiped" });
  });

  it("while it is being wiped, or after it was, does nothing more", async () => {
    const { kept, acts } = lent([]);
    await Promise.all([kept.wipe(), kept.wipe()]);
    await kept.wipe();
    expect(acts).toEqual(["sayWiped", "takeOff"]);
  });
});
