import { describe, expect, it } from "vitest";
import { namesOf } from "../../../../src/app/exports/candidate-names";
import type { KnownLoops, OwnCandidates } from "../../../../src/bindings/candidate-names";
import { liveCell } from "../../../../src/domain/live";

const loading = { state: "loading" } as const;
const failed = { state: "failed", error: { type: "unreadable" } } as const;
const own = (...names: readonly string[]): OwnCandidates => ({
  state: "ready",
  value: names.map((name) => ({ name })),
});
const joined = (...names: readonly string[]): KnownLoops => ({
  state: "ready",
  value: names.map((candidateName) => ({ candidateName })),
});

describe("the names a pack must not have", () => {
  it("come from this laptop’s list and from the loops it joined, once both are loaded", async () => {
    const candidates = liveCell<OwnCandidates>(loading);
    const loops = liveCell<KnownLoops>(loading);
    const names = namesOf(candidates, loops);
    candidates.set(own("Noor Haddad", "Zoë Muñoz"));
    loops.set(joined("Noor Haddad", "", "Ximena Quiroga"));
    expect(await names).toEqual({ ok: true, value: ["Noor Haddad", "Zoë Muñoz", "Ximena Quiroga"] });
  });

  it.each([
    ["candidates", failed, joined("Noor Haddad")],
    ["candidates, while the loops still load", failed, loading],
    ["loops", own("Noor Haddad"), failed],
  ])("are not known where the list of %s cannot be read", async (_, candidates, loops) => {
    expect(await namesOf(liveCell<OwnCandidates>(candidates), liveCell<KnownLoops>(loops))).toEqual({
      ok: false,
      error: { type: "candidatesUnread" },
    });
  });
});
