import { join } from "node:path";
import { z } from "zod";
import { secondsLeft, type Tries, waitAfter } from "../../guards/growing-waits";
import { readIfThere, writeDurably } from "../durable-file";
import { nodeCrypto } from "../node-crypto";

export const triesFile = "tries.json";

const triesSchema = z.strictObject({ failures: z.int().nonnegative(), lastAt: z.number() });

/** How often a passphrase was tried, kept over restarts so that none shortens a wait. */
export interface PassphraseTries {
  readonly secondsLeft: () => number;
  /** Counts a try before it is compared; gives the seconds to wait if it turns out wrong. */
  readonly count: () => number;
  readonly clear: () => void;
}

const none: Tries = { failures: 0, lastAt: 0 };

const parsed = (bytes: Uint8Array | null): Tries => {
  const text = bytes === null ? null : nodeCrypto.utf8Text(bytes);
  if (text === null) return none;
  try {
    return triesSchema.safeParse(JSON.parse(text)).data ?? none;
  } catch (thrown) {
    if (thrown instanceof SyntaxError) return none;
    throw thrown;
  }
};

/** `now` gives ms since 1970. On a disk that takes nothing tries count until the program ends. */
export const openPassphraseTries = (folder: string, now: () => number): PassphraseTries => {
  const path = join(folder, triesFile);
  let unwritten: Tries | null = null;
  const read = (): Tries => {
    const stored = readIfThere(path);
    return unwritten ?? (stored.ok ? parsed(stored.value) : none);
  };
  const write = (tries: Tries): void => {
    const written = writeDurably(path, nodeCrypto.utf8(`${JSON.stringify(tries)}\n`));
    unwritten = written.ok ? null : tries;
  };
  return {
    secondsLeft: () => secondsLeft(read(), now()),
    count: () => {
      const failures = read().failures + 1;
      write({ failures, lastAt: now() });
      return waitAfter(failures);
    },
    clear: () => write(none),
  };
};
