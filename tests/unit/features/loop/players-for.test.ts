import { expect, it } from "vitest";
import { kitItemIdSchema } from "../../../../src/domain/ids";
import { playersFor } from "../../../../src/features/loop/players-for";
import { aPerson, personId } from "../../../support/builders/record";

const [courier, clerk] = [kitItemIdSchema.parse("courier"), kitItemIdSchema.parse("clerk")];
const [cleo, dora] = [aPerson("cleo", ["rolePlayer"]), aPerson("dora", ["rolePlayer"])];
const slot = { rolePlayers: [{ personId: personId("cleo"), roleId: courier }] };

it("each role of a slot is offered to another person, and to the one who plays it", () => {
  expect(playersFor(courier, slot, [cleo, dora])).toEqual([cleo, dora]);
  expect(playersFor(clerk, slot, [cleo, dora])).toEqual([dora]);
  expect(playersFor(clerk, { rolePlayers: [] }, [cleo, dora])).toEqual([cleo, dora]);
});

it("whoever plays two roles of a slot in an older plan is shown in both", () => {
  const both = [courier, clerk].map((roleId) => ({ personId: personId("cleo"), roleId }));
  expect(playersFor(courier, { rolePlayers: both }, [cleo, dora])).toEqual([cleo, dora]);
  expect(playersFor(clerk, { rolePlayers: both }, [cleo, dora])).toEqual([cleo, dora]);
});
