import { describe, expect, it } from "vitest";
import { hashSchema, kitItemIdSchema } from "../../../../src/domain/ids";
import type { AcceptanceState } from "../../../../src/domain/loop/acceptance";
import { acceptanceLines } from "../../../../src/features/room/acceptance-lines";
import { aHash } from "../../../support/builders/ids";
import { aPerson, aPlan, aSlot, noon, personId } from "../../../support/builders/record";

const persons = [
  aPerson("ana"),
  aPerson("ben"),
  aPerson("cleo", ["rolePlayer"]),
  aPerson("hana", ["observer"]),
];
const roleId = kitItemIdSchema.parse("lead");
const plan = aPlan([aSlot("one", ["ana", "ben"], { rolePlayers: [{ personId: personId("cleo"), roleId }] })]);
const accepted = (name: string, conflict: string | null = null): AcceptanceState => ({
  hash: aHash(hashSchema, `${name}-${conflict}`),
  personId: personId(name),
  at: noon,
  conflict,
  wording: "It stays in the panel.",
});

describe("who accepted", () => {
  it("is told of everybody who sits or plays in a slot, and of nobody else", () => {
    const lines = acceptanceLines({ acceptances: [accepted("ben"), accepted("hana")], persons, plan });
    expect(lines.map(({ name, at }) => [name, at])).toEqual([
      ["ana", null],
      ["ben", noon],
      ["cleo", null],
    ]);
  });

  it("keeps a declared conflict beside a word of another laptop that declares none", () => {
    const acceptances = [accepted("ana"), accepted("ana", "A cousin.")];
    expect(acceptanceLines({ acceptances, persons, plan })[0]).toMatchObject({
      at: noon,
      conflicts: ["A cousin."],
    });
  });

  it("is not asked in a loop whose protocol does not know it, or before there is a plan", () => {
    expect(acceptanceLines({ acceptances: null, persons, plan })).toEqual([]);
    expect(acceptanceLines({ acceptances: [], persons, plan: null })).toEqual([]);
  });
});
