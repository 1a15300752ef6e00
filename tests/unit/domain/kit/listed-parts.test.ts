import { expect, it } from "vitest";
import { questionIdSchema } from "../../../../src/domain/ids";
import { copyQuestion } from "../../../../src/domain/kit/copy-question";
import { listedParts } from "../../../../src/domain/kit/listed-parts";
import { partsToKit } from "../../../../src/domain/kit/parts-to-kit";
import { kitToParts } from "../../../../src/domain/kit/snapshot";
import { unwrap } from "../../../../src/domain/result";
import { aKit } from "../../../support/builders/kit";

const kit = aKit();
const [question] = kit.questions;
if (question === undefined) throw new Error("the kit has questions");
const grown = copyQuestion(kit, { ...question, id: questionIdSchema.parse("new-one") }, kit).kit;

it("a kit whose growing was broken off before its order was written is the kit it was", () => {
  const before = kitToParts(kit);
  const added = kitToParts(grown).filter(({ path }) => path === "question/new-one");
  expect(added).toHaveLength(1);
  expect(partsToKit([...before, ...added]).ok).toBe(false);
  expect(unwrap(partsToKit(listedParts([...before, ...added]))).kit).toEqual(kit);
});

it("a whole kit keeps every part", () => {
  expect(listedParts(kitToParts(grown))).toEqual(kitToParts(grown));
});
