import * as Y from "yjs";
import type { DeviceId } from "../../../src/domain/ids";
import type { FrameCipher } from "../../../src/sync/gate/frame-cipher";
import { type Gate, openGate } from "../../../src/sync/gate/gate";
import { linkOpener } from "../../../src/sync/gate/link";
import { encodePassedOn, isUpdateMessage } from "../../../src/sync/gate/message";
import type { MemoryNetwork } from "../../../src/sync/transport/in-memory";

/** A laptop that holds the loop's key and runs a changed program: it defends nothing and puts nothing back. */
export interface BareLaptop {
  readonly doc: Y.Doc;
  /** Says of itself to the others whatever it is told to. */
  readonly gate: Pick<Gate, "say">;
  readonly leave: () => Promise<void>;
}

/** Everything that goes out says that this laptop made it; null says nothing of the kind. */
const inTheNameOf = (gate: Gate, author: DeviceId | null): Gate => ({
  ...gate,
  seat: (port) => {
    const seat = gate.seat(port);
    const outgoing = (message: Uint8Array) => {
      const isWrapped = author !== null && isUpdateMessage(message);
      return isWrapped ? encodePassedOn({ author, update: message }) : seat.outgoing(message);
    };
    return { ...seat, outgoing };
  },
});

/** Connects as the device it says to be, with whatever key it has; its changes are passed on as `author`'s where one is named. */
export const bareLaptop = (
  network: Pick<MemoryNetwork, "transport">,
  deviceId: DeviceId,
  cipher: FrameCipher,
  topic?: string,
  author: DeviceId | null = null,
): BareLaptop => {
  const doc = new Y.Doc();
  const gate = openGate({ doc, limits: { refusals: Number.POSITIVE_INFINITY } });
  const transport = network.transport(topic);
  const said = inTheNameOf(gate, author);
  transport.connect({ doc, deviceId, openLink: linkOpener({ gate: said, cipher, deviceId }) });
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
