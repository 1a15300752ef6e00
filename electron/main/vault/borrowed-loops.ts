import { join } from "node:path";
import { z } from "zod";
import { loopIdSchema, type SubjectId } from "../../../src/domain/ids";
import { err, ok, type Result } from "../../../src/domain/result";
import type { VaultFailure } from "../../contract/vault";
import { readIfThere, writeDurably } from "./durable-file";
import { nodeCrypto } from "./node-crypto";

export const borrowedFile = "borrowed.json";

/**
 * The loops of people who only borrowed this laptop, noted where no window can take them out but by erasing the loop's
 * keys: while there is one, nobody makes a recovery key in the place of the owner's.
 */
export interface BorrowedLoops {
  /** A damaged file is begun anew; the window says at each start which loops there are. */
  readonly note: (loopId: SubjectId) => Result<undefined, VaultFailure>;
  readonly forget: (loopId: SubjectId) => Result<undefined, VaultFailure>;
  readonly isAny: () => Result<boolean, VaultFailure>;
}

const fileSchema = z.strictObject({
  format: z.literal("panelbook-borrowed"),
  formatVersion: z.literal(1),
  loops: z.array(loopIdSchema),
});

const parsed = (bytes: Uint8Array): readonly SubjectId[] | null => {
  try {
    return fileSchema.safeParse(JSON.parse(nodeCrypto.utf8Text(bytes) ?? "")).data?.loops ?? null;
  } catch (thrown) {
    if (thrown instanceof SyntaxError) return null;
    throw thrown;
  }
};

export const openBorrowedLoops = (folder: string): BorrowedLoops => {
  const path = join(folder, borrowedFile);
  const read = (): Result<readonly SubjectId[], VaultFailure> => {
    const bytes = readIfThere(path);
    if (!bytes.ok) return bytes;
    const loops = bytes.value === null ? [] : parsed(bytes.value);
    return loops === null ? err({ type: "vaultDamaged", file: borrowedFile }) : ok(loops);
  };
  const write = (loops: readonly SubjectId[]): Result<undefined, VaultFailure> => {
    const text = JSON.stringify({ format: "panelbook-borrowed", formatVersion: 1, loops });
    const written = writeDurably(path, nodeCrypto.utf8(`${text}\n`));
    return written.ok ? ok(undefined) : written;
  };
  return {
    note: (loopId) => {
      const loops = read();
      if (!loops.ok) return loops.error.type === "vaultDamaged" ? write([loopId]) : loops;
      return loops.value.includes(loopId) ? ok(undefined) : write([...loops.value, loopId]);
    },
    forget: (loopId) => {
      const loops = read();
      // A file that cannot be read keeps the laptop locked; it must not keep a key from being destroyed.
      if (!loops.ok) return loops.error.type === "vaultDamaged" ? ok(undefined) : loops;
      const others = loops.value.filter((one) => one !== loopId);
      return others.length === loops.value.length ? ok(undefined) : write(others);
    },
    isAny: () => {
      const loops = read();
      return loops.ok ? ok(loops.value.length > 0) : loops;
    },
  };
};
