import { randomBytes, scrypt, timingSafeEqual } from "node:crypto";
import { z } from "zod";
import { base64UrlSchema } from "../../../src/domain/ids";
import { inTurn } from "../../../src/domain/in-turn";
import { err, ok, type Result } from "../../../src/domain/result";
import type { LeaveRefusal } from "../../contract/candidate-contract";
import { secondsLeft, type Tries, waitAfter } from "../guards/growing-waits";
import { readIfThere, writeDurably } from "../vault/durable-file";

/**
 * The PIN that brings the laptop back. Its file holds a salt and a scrypt hash (RFC 7914, r = 8, p = 1), never the
 * PIN; and how many wrong ones there were, so that a restart shortens no wait.
 */
const pinFileSchema = z.strictObject({
  format: z.literal("panelbook-staff-pin"),
  formatVersion: z.literal(1),
  salt: base64UrlSchema.length(22),
  hash: base64UrlSchema.length(43),
  /** scrypt's N: what one try costs. */
  cost: z
    .int()
    .min(2)
    .max(2 ** 20),
  /** Tries since the last right one. A try counts before it is compared: a kill in between makes none free. */
  failures: z.int().nonnegative(),
  /** When the last of them was, in ms since 1970. */
  lastAt: z.number(),
});
type PinFile = z.infer<typeof pinFileSchema>;

/** What keeps the PIN; all in one file at `path`. */
export interface StaffPin {
  readonly isSet: () => boolean;
  /** Sets the first PIN, or another one in the place of `before`. */
  readonly set: (pin: string, before: string | null) => Promise<Result<null, LeaveRefusal>>;
  readonly check: (pin: string) => Promise<Result<null, LeaveRefusal>>;
}

/** About 0.1 s and 32 MB a try. */
const usualCost = 2 ** 15;

const hashOf = (pin: string, salt: Uint8Array, cost: number): Promise<Buffer> =>
  new Promise((done, failed) =>
    scrypt(pin, salt, 32, { N: cost, r: 8, p: 1, maxmem: 2048 * cost + 2 ** 20 }, (error, hash) =>
      error === null ? done(hash) : failed(error),
    ),
  );

const parse = (bytes: Uint8Array | null): PinFile | null => {
  if (bytes === null) return null;
  try {
    return pinFileSchema.safeParse(JSON.parse(Buffer.from(bytes).toString("utf8"))).data ?? null;
  } catch (thrown) {
    if (thrown instanceof SyntaxError) return null;
    throw thrown;
  }
};

/** Opens the PIN kept at `path`; `now` gives ms since 1970, `cost` is scrypt's N for a PIN set from now on. */
export const openStaffPin = (
  path: string,
  now: () => number,
  cost = usualCost,
  writeFile: typeof writeDurably = writeDurably,
): StaffPin => {
  const take = inTurn().run;
  /** Tries that the disk did not take: they count until the program ends. Staff needs the laptop most where it is full. */
  let unwritten: Tries | null = null;
  const read = (): PinFile | null => {
    const stored = readIfThere(path);
    const file = stored.ok ? parse(stored.value) : null;
    return file && { ...file, ...unwritten };
  };
  const write = (file: PinFile): Result<null, LeaveRefusal> => {
    const written = writeFile(path, Buffer.from(`${JSON.stringify(file)}\n`));
    if (written.ok) unwritten = null;
    return written.ok ? ok(null) : err({ type: "notWritable" });
  };
  const count = (file: PinFile, tries: Tries): void => {
    if (!write({ ...file, ...tries }).ok) unwritten = tries;
  };

  const check = async (pin: string): Promise<Result<null, LeaveRefusal>> => {
    const file = read();
    if (file === null) return err({ type: "pinMissing" });
    const left = secondsLeft(file, now());
    if (left > 0) {
      if (now() < file.lastAt) count(file, { failures: file.failures, lastAt: now() });
      return err({ type: "wait", waitSeconds: left });
    }
    const tried = { failures: file.failures + 1, lastAt: now() };
    count(file, tried);
    const hash = await hashOf(pin, Buffer.from(file.salt, "base64url"), file.cost);
    if (timingSafeEqual(hash, Buffer.from(file.hash, "base64url"))) {
      count(file, { failures: 0, lastAt: tried.lastAt });
      return ok(null);
    }
    return err({ type: "wrongPin", waitSeconds: waitAfter(tried.failures) });
  };

  const set: StaffPin["set"] = async (pin, before) => {
    if (read() !== null) {
      const allowed =
        before === null ? err({ type: "wrongPin" as const, waitSeconds: 0 }) : await check(before);
      if (!allowed.ok) return allowed;
    }
    const salt = randomBytes(16);
    const hash = await hashOf(pin, salt, cost);
    return write({
      format: "panelbook-staff-pin",
      formatVersion: 1,
      salt: base64UrlSchema.parse(salt.toString("base64url")),
      hash: base64UrlSchema.parse(hash.toString("base64url")),
      cost,
      failures: 0,
      lastAt: now(),
    });
  };
  return {
    isSet: () => read() !== null,
    set: (pin, before) => take(() => set(pin, before)),
    check: (pin) => take(() => check(pin)),
  };
};
