import * as Y from "yjs";
import type { DeviceId } from "../../../src/domain/ids";
import type { FrameCipher } from "../../../src/sync/gate/frame-cipher";
import { type Gate, openGate } from "../../../src/sync/gate/gate";
import { linkOpener } from "../../../src/sync/gate/link";
import type { MemoryNetwork } from "../../../src/sync/transport/in-memory";

/** A laptop that holds the loop's key and runs a changed program: it defends nothing and puts nothing back. */
export interface BareLaptop {
  readonly doc: Y.Doc;
  /** Says of itself to the others whatever it is told to. */
  readonly gate: Pick<Gate, "say">;
  readonly leave: () => Promise<void>;
}

/** Connects as the device it says to be, with whatever key it has. */
export const bareLaptop = (
  network: Pick<MemoryNetwork, "transport">,
  deviceId: DeviceId,
  cipher: FrameCipher,
  topic?: string,
): BareLaptop => {
  const doc = new Y.Doc();
  const gate = openGate({ doc, limits: { refusals: Number.POSITIVE_INFINITY } });
  const transport = network.transport(topic);
  transport.connect({ doc, deviceId, openLink: linkOpener({ gate, cipher, deviceId }) });
  return {
    doc,
    gate,
    leave: async () => {
      await transport.disconnect();
      gate.close();
      doc.destroy();
    },
  };
};
