import { expect, it } from "vitest";
import * as Y from "yjs";
import { memoryNetwork } from "../../../../src/sync/transport/in-memory";
import type { TransportSession } from "../../../../src/sync/transport/transport";
import { seededRandom } from "../../../support/seeded-random";
import { aDevice } from "../../../support/sync/keys";

const session = (): TransportSession => ({
  doc: new Y.Doc(),
  deviceId: aDevice(1),
  openLink: () => {
    throw new Error("nobody else is here");
  },
});

it("a laptop of the memory network that is connected does not connect to another document, and may once it left", async () => {
  const transport = memoryNetwork({ random: seededRandom(1).next }).transport();
  const first = session();
  transport.connect(first);
  expect(() => transport.connect(first)).toThrow("connected already");
  expect(() => transport.connect(session())).toThrow("connected already");
  expect(transport.serverReached.get()).toBe(true);
  await transport.disconnect();
  transport.connect(session());
  expect(transport.serverReached.get()).toBe(true);
  await transport.disconnect();
});
