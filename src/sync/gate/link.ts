import type { DeviceId } from "../../domain/ids";
import type { Frame } from "./frame";
import { associatedData, decodeFrame, encodeFrame, frameOverhead } from "./frame";
import type { FrameCipher } from "./frame-cipher";
import type { Gate } from "./gate";
import type { GateLimits } from "./limits";
import { defaultGateLimits } from "./limits";
import type { GateReason } from "./refusal";
import { replayWindow } from "./replay-window";
import type { GateSeat } from "./seat";

/** What a transport gives for one connection. */
export interface LinkEnds {
  /** Puts a whole frame on the channel, behind those before it. */
  readonly sendFrame: (frame: Uint8Array) => void;
  /** Hands an admitted message to the provider, which applies and answers it before it returns. */
  readonly deliver: (message: Uint8Array) => void;
  /** The connection showed which device it speaks for. */
  readonly onDevice: (deviceId: DeviceId) => void;
}

/** One connection between the provider and the channel: everything that passes is sealed and checked. */
export interface Link {
  /** The channel is open. Before that, what the provider sends is dropped: it syncs when it is connected. */
  readonly opened: () => void;
  readonly send: (message: Uint8Array) => void;
  readonly receive: (frame: Uint8Array) => void;
  readonly close: () => void;
  /** Resolves when nothing is being sealed or opened. */
  readonly idle: () => Promise<void>;
  readonly isBusy: () => boolean;
}

export type OpenLink = (ends: LinkEnds) => Link;

export interface LinkOptions {
  readonly gate: Gate;
  readonly cipher: FrameCipher;
  readonly deviceId: DeviceId;
  readonly limits?: Partial<GateLimits>;
}

/**
 * Work one after the other in the order it came, though each step is asynchronous. With nothing before it a step starts
 * at once: a promise's turn comes only after the window has drawn what the change did to it.
 */
const inOrder = (onFault: (error: unknown) => void) => {
  let last: Promise<void> = Promise.resolve();
  let waiting = 0;
  return {
    add: (step: () => Promise<void>): void => {
      const started = waiting === 0 ? step() : last.then(step);
      waiting += 1;
      last = started.catch(onFault).finally(() => {
        waiting -= 1;
      });
    },
    isBusy: (): boolean => waiting > 0,
    done: (): Promise<void> => last,
  };
};

/** Makes the links of one room. */
export const linkOpener =
  (options: LinkOptions): OpenLink =>
  (ends) => {
    const received = newReceiver(options.deviceId, ends.onDevice);
    const maxMessage = options.limits?.messageBytes ?? defaultGateLimits.messageBytes;
    let state: "new" | "open" | "closed" = "new";
    let number = 0;

    const seal = async (message: Uint8Array): Promise<void> => {
      if (state !== "open") return;
      number += 1;
      const header = { deviceId: options.deviceId, number };
      const sealed = await options.cipher.seal(associatedData(header), message);
      ends.sendFrame(encodeFrame(header, sealed));
    };
    const open = async (bytes: Uint8Array): Promise<void> => {
      const frame = decodeFrame(bytes);
      if (!frame.ok) return seat.refuse(frame.error.type);
      const message = await options.cipher.open(frame.value.associated, frame.value.sealed);
      if (state === "closed") return;
      if (message === null) return seat.refuse("doesNotOpen");
      const reason = received.reasonAgainst(frame.value);
      if (reason === null) seat.receive(message);
      else seat.refuse(reason);
    };

    const fault = (error: unknown): void => {
      seat.refuse("failedHere");
      // A bug on this laptop: the next message is still taken, and whoever watches for errors hears of it.
      queueMicrotask(() => {
        throw error;
      });
    };
    const outgoing = inOrder(fault);
    const incoming = inOrder(fault);
    const enqueue = (message: Uint8Array): void => {
      if (state !== "open") return;
      // The other side would refuse it and in the end stop listening.
      if (message.length > maxMessage) seat.refuse("failedHere");
      else outgoing.add(() => seal(message));
    };
    const seat: GateSeat = options.gate.seat({
      deliver: ends.deliver,
      send: enqueue,
      deviceId: received.deviceId,
    });
    return {
      opened: () => {
        if (state !== "new") return;
        state = "open";
        seat.opened();
      },
      send: (message) => {
        const outgoing = seat.outgoing(message);
        if (outgoing !== null) enqueue(outgoing);
      },
      receive: (frame) => {
        if (seat.isMuted()) return;
        if (frame.length > frameOverhead + maxMessage) seat.refuse("tooLarge");
        else incoming.add(() => open(frame));
      },
      close: () => {
        state = "closed";
        seat.leave();
      },
      idle: async () => {
        while (outgoing.isBusy() || incoming.isBusy()) await Promise.all([outgoing.done(), incoming.done()]);
      },
      isBusy: () => outgoing.isBusy() || incoming.isBusy(),
    };
  };

/** Who speaks on a connection and which of their frames came. Only for frames whose seal was opened. */
const newReceiver = (own: DeviceId, onDevice: (deviceId: DeviceId) => void) => {
  let speaker: DeviceId | null = null;
  const numbers = replayWindow();
  return {
    deviceId: (): DeviceId | null => speaker,
    reasonAgainst: ({ header }: Frame): GateReason | null => {
      if (header.deviceId === own) return "reflected";
      if (speaker !== null && header.deviceId !== speaker) return "otherDevice";
      if (!numbers.accept(header.number)) return "replayed";
      if (speaker === null) {
        speaker = header.deviceId;
        onDevice(speaker);
      }
      return null;
    },
  };
};
