import { expect, it } from "vitest";
import {
  hasBorrowedLoop,
  hasOtherBorrowedLoop,
  noteBorrowed,
  noteBorrowedAgain,
} from "../../../../../src/app/loop/borrowed/borrowed-setting";
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

it("notes a borrowed laptop in main before it does so itself, and not at all where main cannot", async () => {
  const done: string[] = [];
  const settings = {
    put: async ({ key }: { readonly key: string }) => {
      done.push(key);
      return ok(undefined);
    },
  };
  const loopId = anId(loopIdSchema, "loop");
  const store = { settings: settings as unknown as Parameters<typeof noteBorrowed>[0]["store"]["settings"] };
  const locking = { store, lockRecovery: async (id: string) => ok(done.push(`locked for ${id}`)) };
  expect(await noteBorrowed(locking, loopId)).toEqual({ ok: true, value: undefined });
  expect(done).toEqual([`locked for ${loopId}`, `borrowed.${loopId}`]);
  const failing = { store, lockRecovery: async () => err({ type: "vaultNotWritable" }) };
  expect(await noteBorrowed(failing, loopId)).toMatchObject({ error: { type: "vaultNotWritable" } });
  expect(done).toHaveLength(2);
});

it("tells main again of every borrowed loop, and of no other", async () => {
  const told: string[] = [];
  const lockRecovery = async (id: string) => ok(told.push(id));
  const settings = holding(
    `borrowed.${one}`,
    `doors.${one}`,
    `wiping.${other}`,
    "borrowed.",
    `borrowed.${other}`,
  );
  await noteBorrowedAgain({ store: { settings }, lockRecovery });
  expect(told).toEqual([one, other]);
  await noteBorrowedAgain({ store: { settings: unreadable }, lockRecovery });
  expect(told).toHaveLength(2);
});
