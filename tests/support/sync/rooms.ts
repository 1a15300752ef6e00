import * as Y from "yjs";
import { loopIdSchema } from "../../../src/domain/ids";
import { unwrap } from "../../../src/domain/result";
import type { LoopPersistence } from "../../../src/sync/persistence/loop-persistence";
import { memoryPersistence } from "../../../src/sync/persistence/memory-persistence";
import type { Room, RoomOptions } from "../../../src/sync/room";
import { openRoom } from "../../../src/sync/room";
import type { Transport } from "../../../src/sync/transport/transport";
import { anId } from "../builders/ids";
import { aCipher, aDevice } from "./keys";

export const theLoop = anId(loopIdSchema, "loop");

/** A laptop's room with everything a test looks at. Nothing in it runs on a timer. */
export interface TestRoom extends Room {
  readonly doc: Y.Doc;
  readonly transport: Transport;
  readonly persistence: LoopPersistence;
  /** Joins with the transport key that has this fill. */
  readonly meet: (key?: number) => Promise<void>;
}

export const aRoom = async (
  name: number,
  transport: Transport,
  overrides: Partial<RoomOptions> = {},
): Promise<TestRoom> => {
  const doc = overrides.doc ?? new Y.Doc();
  const persistence = overrides.persistence ?? memoryPersistence();
  const room = unwrap(
    await openRoom({
      loopId: theLoop,
      deviceId: aDevice(name),
      every: () => () => undefined,
      ...overrides,
      doc,
      persistence,
    }),
  );
  const meet = async (key = 1): Promise<void> => room.join(transport, await aCipher(key));
  return { ...room, doc, transport, persistence, meet };
};
