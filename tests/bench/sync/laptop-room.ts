import "../../../src/app/validator";
import * as Y from "yjs";
import { deviceIdSchema, loopIdSchema, type Timestamp, timestampSchema } from "../../../src/domain/ids";
import { liveCell } from "../../../src/domain/live";
import { unwrap } from "../../../src/domain/result";
import { createDexieStorage } from "../../../src/store/dexie-storage";
import { openStore } from "../../../src/store/open-store";
import { toBase64Url } from "../../../src/store/rows/base64url";
import { aesGcmFrameCipher } from "../../../src/sync/gate/frame-cipher";
import { openRoom, type Room } from "../../../src/sync/room";
import { webrtcTransport } from "../../../src/sync/transport/webrtc/webrtc-transport";
import { createFakeSubjectKeys } from "../../support/store/fake-subject-keys";
import type { BenchSetup } from "./bench-page";

const loopId = loopIdSchema.parse("bench-loop".padEnd(22, "_"));
/** As the signaling server knows it. */
export const benchTopic = "bench";

const now = (): Timestamp => timestampSchema.parse(new Date().toISOString());
const newId = (): string => toBase64Url(crypto.getRandomValues(new Uint8Array(16)));

/** A room as the app opens it: rows encrypted and strictly durable in this window's IndexedDB, frames sealed. */
export interface LaptopRoom {
  readonly doc: Y.Doc;
  readonly room: Room;
  readonly join: () => Promise<void>;
}

export const openLaptopRoom = async ({ laptop, server }: BenchSetup): Promise<LaptopRoom> => {
  const store = unwrap(
    await openStore({
      storage: createDexieStorage(),
      subjectKeys: createFakeSubjectKeys(),
      name: `bench-${newId()}`.toLowerCase(),
      now,
      newId,
      collections: ["loopUpdates"],
    }),
  );
  unwrap(await store.openSubject(loopId, "create"));
  const doc = new Y.Doc();
  const deviceId = deviceIdSchema.parse(toBase64Url(new Uint8Array(32).fill(laptop + 1)));
  const room = unwrap(await openRoom({ loopId, deviceId, doc, persistence: store.loopUpdates }));
  const key = await crypto.subtle.importKey("raw", new Uint8Array(32).fill(7), "AES-GCM", false, [
    "encrypt",
    "decrypt",
  ]);
  const transport = webrtcTransport({ servers: liveCell([server]), room: benchTopic, password: "password" });
  return { doc, room, join: () => room.join(transport, aesGcmFrameCipher(key, crypto)) };
};
