import * as Y from "yjs";
import type { DeviceId } from "../../../src/domain/ids";
import type { FrameCipher } from "../../../src/sync/gate/frame-cipher";
import { openGate } from "../../../src/sync/gate/gate";
import type { GateLimits } from "../../../src/sync/gate/limits";
import type { Link } from "../../../src/sync/gate/link";
import { linkOpener } from "../../../src/sync/gate/link";
import type { GateReason } from "../../../src/sync/gate/refusal";
import { provideDoc } from "../../../src/sync/transport/doc-provider";

/** A document behind a gate with one connection; frames it sends are kept in `sent`. */
export interface LinkedDoc {
  readonly doc: Y.Doc;
  readonly link: Link;
  readonly sent: Uint8Array[];
  readonly reasons: GateReason[];
  readonly devices: DeviceId[];
}

/** One whose channel is not open yet. */
export const unopenedDoc = (
  deviceId: DeviceId,
  cipher: FrameCipher,
  limits: Partial<GateLimits> = { refusals: Number.POSITIVE_INFINITY },
  doc: Y.Doc = new Y.Doc(),
): LinkedDoc => {
  const sent: Uint8Array[] = [];
  const reasons: GateReason[] = [];
  const devices: DeviceId[] = [];
  const gate = openGate({ doc, limits, onRefused: ({ reason }) => reasons.push(reason) });
  const link = linkOpener({ gate, cipher, deviceId, limits })({
    sendFrame: (frame) => sent.push(frame),
    deliver: (message) => {
      const answer = provider.receive(message);
      if (answer !== null) link.send(answer);
    },
    onDevice: (device) => devices.push(device),
  });
  const provider = provideDoc(doc, link.send);
  return { doc, link, sent, reasons, devices };
};

export const linkedDoc = (...given: Parameters<typeof unopenedDoc>): LinkedDoc => {
  const side = unopenedDoc(...given);
  side.link.opened();
  return side;
};
