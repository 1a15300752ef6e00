import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Exercise, Kit } from "../../../../src/domain/kit/kit";
import { kitLeaf, kitRoot } from "../../../../src/domain/kit/kit-root";
import { openSnapshot } from "../../../../src/domain/kit/open-snapshot";
import { partsToKit } from "../../../../src/domain/kit/parts-to-kit";
import { kitToParts } from "../../../../src/domain/kit/snapshot";
import { unwrap } from "../../../../src/domain/result";
import { canonicalJson } from "../../../../src/domain/sealing/canonical-json";
import { type KitPart, kitPartSchema } from "../../../../src/domain/sealing/entries";
import { anyKit } from "../../../support/builders/any-kit";
import { aKit } from "../../../support/builders/kit";
import { rootHasher } from "../../../support/root-hasher";

const seeded = { seed: 20261123, numRuns: 200 };

/** The builder's kit with a role to play and a test to answer. */
const kitWithSecrets = (): Kit => {
  const kit = aKit();
  const [spill] = kit.exercises;
  const role = {
    id: "caretaker",
    name: "Caretaker",
    archetype: "In a hurry",
    playedBy: "Lab manager",
    motivation: "Wants to lock up.",
    constraints: ["The alarm is set at six."],
    tensions: ["Offers a mop."],
    guidance: ["Stay friendly."],
    doNot: ["Do not help."],
  };
  const item = { id: "colour", prompt: "Which bin is it?", expected: "The yellow one." };
  return { ...kit, exercises: [{ ...spill, roles: [role], items: [item] } as Exercise] };
};

const only = (parts: readonly KitPart[], audience: KitPart["audience"]) =>
  parts.filter((part) => part.audience === audience);
const textAt = (parts: readonly KitPart[], path: string) => parts.find((part) => part.path === path)?.text;
const changed = (parts: readonly KitPart[], path: string, change: Partial<KitPart>) =>
  parts.map((part) => (part.path === path ? { ...part, ...change } : part));
const failure = (parts: readonly KitPart[]) => {
  const opened = partsToKit(parts);
  return opened.ok ? null : opened.error;
};

describe("the parts of a kit", () => {
  it("are one per unit somebody edits, sorted by path", () => {
    expect(kitToParts(kitWithSecrets()).map((part) => part.path)).toEqual([
      "answers/spill",
      "attitude/candour",
      "competency/instrument-care",
      "competency/sample-handling",
      "discipline/bench-work",
      "essay",
      "exercise/spill",
      "head",
      "intros",
      "levels",
      "order",
      "question/q-candour",
      "question/q-instruments",
      "question/q-samples",
      "role/spill/caretaker",
      "round/bench-interview",
      "scales",
    ]);
  });

  it("are written as canonical JSON", () => {
    expect(textAt(kitToParts(aKit()), "discipline/bench-work")).toBe(
      '{"id":"bench-work","name":"Bench work"}',
    );
  });

  it("keep role guides for the role player and answers for the assessors", () => {
    const parts = kitToParts(kitWithSecrets());
    expect(only(parts, "rolePlayer").map((part) => part.path)).toEqual(["role/spill/caretaker"]);
    expect(only(parts, "assessors").map((part) => part.path)).toEqual(["answers/spill"]);
  });

  it("say nothing of a guide or an answer in what everybody reads", () => {
    const open = only(kitToParts(kitWithSecrets()), "all").map((part) => part.text);
    const secrets = ["In a hurry", "lock up", "alarm", "mop", "friendly", "not help", "yellow"];
    for (const secret of secrets) expect(open.filter((text) => text.includes(secret))).toEqual([]);
    expect(open.join("")).toContain('{"id":"caretaker","name":"Caretaker","playedBy":"Lab manager"}');
  });

  it("are well formed with one guide per role, whatever the kit", () => {
    fc.assert(
      fc.property(anyKit, (kit) => {
        for (const part of kitToParts(kit)) expect(kitPartSchema.safeParse(part).success).toBe(true);
        const roles = kit.exercises.flatMap((exercise) => exercise.roles);
        expect(only(kitToParts(kit), "rolePlayer")).toHaveLength(roles.length);
      }),
      seeded,
    );
  });

  it("are not made of a kit that uses an id twice", () => {
    const kit = aKit();
    expect(() => kitToParts({ ...kit, attitudes: [...kit.attitudes, ...kit.attitudes] })).toThrow(
      "attitude/candour",
    );
  });
});

describe("putting parts together", () => {
  it("gives back the kit they came from, whatever the kit and in whatever order they come", () => {
    fc.assert(
      fc.property(anyKit, fc.infiniteStream(fc.nat()), (kit, dice) => {
        const shuffled = kitToParts(kit)
          .map((part) => ({ part, key: dice.next().value ?? 0 }))
          .toSorted((left, right) => left.key - right.key)
          .map(({ part }) => part);
        expect(partsToKit(shuffled)).toEqual({ ok: true, value: { kit, withheld: [] } });
      }),
      seeded,
    );
  });

  it("keeps the order of the lists, which the paths do not have", () => {
    const kit = aKit();
    const turned = { ...kit, questions: kit.questions.toReversed() };
    expect(unwrap(partsToKit(kitToParts(turned))).kit.questions).toEqual(turned.questions);
  });

  it("leaves guides and answers empty for who does not hold them, and names them", () => {
    const opened = unwrap(partsToKit(only(kitToParts(kitWithSecrets()), "all")));
    expect(opened.withheld).toEqual(["answers/spill", "role/spill/caretaker"]);
    const [spill] = opened.kit.exercises;
    expect(spill?.roles[0]).toMatchObject({ name: "Caretaker", archetype: "", motivation: "", tensions: [] });
    expect(spill?.items[0]).toEqual({ id: "colour", prompt: "Which bin is it?", expected: "" });
  });

  it("refuses when any other part is missing", () => {
    const parts = kitToParts(kitWithSecrets());
    for (const { path } of only(parts, "all")) {
      expect(failure(parts.filter((part) => part.path !== path))?.type, path).toBe("partMissing");
    }
    expect(failure([])).toEqual({ type: "partMissing", path: "head" });
  });

  it("refuses a part that is there twice", () => {
    const parts = kitToParts(aKit());
    expect(failure([...parts, ...parts.slice(0, 1)])).toEqual({
      type: "partRepeated",
      path: "attitude/candour",
    });
  });

  it("refuses a list that names one item twice", () => {
    const parts = kitToParts(aKit());
    const order = JSON.parse(textAt(parts, "order") ?? "") as Record<string, string[]>;
    const text = canonicalJson({ ...order, attitudes: ["candour", "candour"] });
    expect(failure(changed(parts, "order", { text }))).toEqual({
      type: "partRepeated",
      path: "attitude/candour",
    });
  });

  it.each([
    ["is not JSON", "{"],
    ["has another spacing", '{ "id":"bench-work","name":"Bench work"}'],
    ["has its keys in another order", '{"name":"Bench work","id":"bench-work"}'],
    ["has a key twice", '{"id":"bench-work","id":"bench-work","name":"Bench work"}'],
    ["has a lone surrogate", '{"id":"bench-work","name":"\\ud800"}'],
    ["is nested without end", `${"[".repeat(100_000)}${"]".repeat(100_000)}`],
  ])("refuses a part whose text %s", (_, text) => {
    const parts = changed(kitToParts(aKit()), "discipline/bench-work", { text });
    expect(failure(parts)).toEqual({ type: "partUnreadable", path: "discipline/bench-work" });
  });

  it.each([
    ["nobody's", [{ path: "pricing", audience: "all", text: "{}" }], "pricing"],
    ["not in its list", [{ path: "question/q-other", audience: "all", text: "{}" }], "question/q-other"],
    [
      "a guide without its role",
      [{ path: "role/spill/ghost", audience: "rolePlayer", text: "{}" }],
      "role/spill/ghost",
    ],
  ] as const)("refuses a part that is %s", (_, extra, path) => {
    expect(failure([...kitToParts(kitWithSecrets()), ...extra])).toEqual({ type: "partMisplaced", path });
  });

  it("refuses an item under another item's path, and a field no kit has", () => {
    const parts = kitToParts(aKit());
    const path = "discipline/bench-work";
    const moved = changed(parts, path, { text: '{"id":"desk-work","name":"Bench work"}' });
    const wider = changed(parts, path, { text: '{"id":"bench-work","name":"Bench work","rank":1}' });
    expect(failure(moved)).toEqual({ type: "partMisplaced", path });
    expect(failure(wider)).toEqual({ type: "partMisplaced", path });
  });

  it("refuses a guide that claims to be for everybody", () => {
    const path = "role/spill/caretaker";
    const parts = changed(kitToParts(kitWithSecrets()), path, { audience: "all" });
    expect(failure(parts)).toEqual({ type: "partMisplaced", path });
  });

  it("never throws on a stranger's text, and takes none that it would not write itself", () => {
    const parts = kitToParts(kitWithSecrets());
    const stranger = fc.oneof(
      fc.json(),
      fc.jsonValue().map(canonicalJson),
      fc.constant('{"__proto__":{"a":1}}'),
    );
    fc.assert(
      fc.property(fc.nat(parts.length - 1), stranger, (index, text) => {
        const tried = parts.map((part, at) => (at === index ? { ...part, text } : part));
        const opened = partsToKit(tried);
        if (opened.ok) expect(kitToParts(opened.value.kit)).toEqual(tried);
      }),
      { ...seeded, numRuns: 1000 },
    );
  });

  it("refuses what is readable but not a kit, and says where", () => {
    const path = "discipline/bench-work";
    const refused = failure(changed(kitToParts(aKit()), path, { text: '{"id":"bench-work","name":""}' }));
    expect(refused).toMatchObject({
      type: "notAKit",
      places: [expect.stringMatching(/^disciplines\.0\.name: /)],
    });
  });
});

describe("opening a snapshot from somebody else", () => {
  const parts = kitToParts(kitWithSecrets());
  const root = kitRoot(parts, rootHasher);
  const secret = parts.filter((part) => part.audience !== "all");
  const open = only(parts, "all");
  const leaves = secret.map((part) => kitLeaf(part, rootHasher));

  it("takes all parts, or the open ones with the leaves of the rest", () => {
    expect(openSnapshot({ parts, leaves: [], root }, rootHasher).ok).toBe(true);
    expect(unwrap(openSnapshot({ parts: open, leaves, root }, rootHasher)).withheld).toHaveLength(2);
  });

  it("refuses a snapshot in which one letter differs", () => {
    const forged = changed(parts, "discipline/bench-work", {
      text: '{"id":"bench-work","name":"Bench worl"}',
    });
    expect(openSnapshot({ parts: forged, leaves: [], root }, rootHasher)).toMatchObject({
      ok: false,
      error: { type: "rootDiffers" },
    });
  });

  it("refuses a guide other than the one that was frozen", () => {
    const text = textAt(parts, "role/spill/caretaker")?.replace("mop", "mob") ?? "";
    const forged = changed(parts, "role/spill/caretaker", { text });
    expect(openSnapshot({ parts: forged, leaves: [], root }, rootHasher).ok).toBe(false);
  });

  it("refuses a leaf that is missing, of a part it holds, or there twice", () => {
    const refused = (given: typeof leaves) => openSnapshot({ parts: open, leaves: given, root }, rootHasher);
    expect(refused(leaves.slice(1))).toMatchObject({ error: { type: "partMissing", path: "answers/spill" } });
    const held = open.slice(0, 1).map((part) => kitLeaf(part, rootHasher));
    expect(refused([...leaves, ...held])).toMatchObject({ error: { type: "partMisplaced" } });
    expect(refused([...leaves, ...leaves])).toMatchObject({ error: { type: "partRepeated" } });
  });
});
