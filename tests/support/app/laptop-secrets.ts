import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openDeviceLock } from "../../../electron/main/vault/lock/device-lock";
import { deriveLoopKey, topicOf } from "../../../electron/main/vault/loop-keys";
import {
  type LoopSecret,
  type LoopSecrets,
  openLoopSecrets,
} from "../../../electron/main/vault/loop-secrets";
import type { LoopId } from "../../../src/domain/ids";
import { unwrap } from "../../../src/domain/result";
import { aesGcmFrameCipher, type FrameCipher } from "../../../src/sync/gate/frame-cipher";
import type { HeldKeys } from "../bundle/bundle-desk";

let root: string | null = null;
let count = 0;

/** One folder for all laptops of a test file, gone when its process ends. */
const freshFolder = (): string => {
  if (root === null) {
    const made = mkdtempSync(join(tmpdir(), "panelbook-laptops-"));
    process.on("exit", () => rmSync(made, { recursive: true, force: true }));
    root = made;
  }
  count += 1;
  return join(root, `laptop-${count}`);
};

/** The loop secrets of one laptop, and which loops they are of. */
export interface LaptopSecrets extends LoopSecrets {
  readonly loops: () => readonly LoopId[];
}

/** The loop secrets of one laptop, in files as in main. */
export const newLaptopSecrets = (): LaptopSecrets => {
  const folder = freshFolder();
  const secrets = openLoopSecrets(folder, unwrap(openDeviceLock({ folder }).key()));
  const loops = new Set<LoopId>();
  return {
    ...secrets,
    create: (loopId) => {
      loops.add(loopId);
      return secrets.create(loopId);
    },
    keep: (loopId, secret) => {
      loops.add(loopId);
      return secrets.keep(loopId, secret);
    },
    loops: () => [...loops],
  };
};

/** The bundle keys of every loop and generation a laptop holds. */
export const bundleKeysIn = (secrets: LaptopSecrets): HeldKeys =>
  new Map(
    secrets
      .loops()
      .map((loopId) => [
        loopId,
        new Map(
          unwrap(secrets.all(loopId)).map(({ generation, secret }) => [
            generation,
            deriveLoopKey(secret, "bundleKey"),
          ]),
        ),
      ]),
  );

/** Where the laptops of a generation meet, and how they seal what they send each other. */
export const channelOf = async ({
  secret,
}: LoopSecret): Promise<{ readonly topic: string; readonly cipher: FrameCipher }> => {
  const bytes = new Uint8Array(deriveLoopKey(secret, "transportKey"));
  const key = await crypto.subtle.importKey("raw", bytes, "AES-GCM", false, ["encrypt", "decrypt"]);
  return { topic: topicOf(secret), cipher: aesGcmFrameCipher(key, crypto) };
};
