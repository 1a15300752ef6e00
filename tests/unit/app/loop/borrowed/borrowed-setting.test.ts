import { expect, it } from "vitest";
import { hasBorrowedLoop, hasOtherBorrowedLoop } from "../../../../../src/app/loop/borrowed/borrowed-setting";
import { loopIdSchema } from "../../../../../src/domain/ids";
import { err, ok } from "../../../../../src/domain/result";
import { anId } from "../../../../support/builders/ids";

const one = anId(loopIdSchema, "one");
const other = anId(loopIdSchema, "other");
const holding = (...keys: readonly string[]) => ({ keys: async () => ok(keys) });
const unreadable = { keys: async () => err({ type: "locked" } as never) };

it("typed words outlast the wiping of one borrowed loop while another is here, and no longer", async () => {
  expect(await hasOtherBorrowedLoop(holding(`borrowed.${one}`, `borrowed.${other}`), one)).toBe(true);
  expect(await hasOtherBorrowedLoop(holding(`borrowed.${one}`, `wiping.${other}`), one)).toBe(false);
});

it("where it cannot be read, new words are a borrower's and old ones go", async () => {
  expect(await hasBorrowedLoop(unreadable)).toBe(true);
  expect(await hasOtherBorrowedLoop(unreadable, one)).toBe(false);
});
