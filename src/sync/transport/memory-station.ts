import type { DeviceId } from "../../domain/ids";
import { liveCell } from "../../domain/live";
import type { Link } from "../gate/link";
import type { DocProvider } from "./doc-provider";
import { provideDoc } from "./doc-provider";
import type { Transport, TransportPeer, TransportSession } from "./transport";

/** One laptop of the memory network. */
export interface Station {
  readonly transport: Transport;
  readonly isUp: () => boolean;
  /** Opens this station's end of a connection. */
  readonly plug: (send: (frame: Uint8Array) => void) => Plug;
}

/** One end of a connection. */
export interface Plug {
  readonly link: Link;
  readonly start: () => void;
  readonly pull: () => void;
}

/** `onUp` and `onDown` tell the network that this laptop came or is about to leave. */
export const newStation = (onUp: () => void, onDown: () => void): Station => {
  const peers = liveCell<readonly TransportPeer[]>([]);
  const serverReached = liveCell(false);
  const devices = new Map<Link, DeviceId | null>();
  let session: TransportSession | null = null;
  let provider: DocProvider | null = null;

  const show = (): void => {
    peers.set(
      [...devices.values()].map((deviceId) => ({
        deviceId,
        link: deviceId === null ? "connecting" : "direct",
      })),
    );
  };
  const plug = (sendFrame: (frame: Uint8Array) => void): Plug => {
    if (session === null || provider === null) throw new Error("this laptop is not connected");
    const providing = provider;
    const link = session.openLink({
      sendFrame,
      deliver: (message) => {
        const answer = providing.receive(message);
        if (answer !== null) link.send(answer);
      },
      onDevice: (deviceId) => {
        devices.set(link, deviceId);
        show();
      },
    });
    devices.set(link, null);
    show();
    return {
      link,
      start: () => {
        link.opened();
        for (const greeting of providing.greetings()) link.send(greeting);
      },
      pull: () => {
        link.close();
        devices.delete(link);
        show();
      },
    };
  };
  const transport: Transport = {
    peers,
    serverReached,
    connect: (given) => {
      if (session !== null) throw new Error("connected already");
      session = given;
      provider = provideDoc(given.doc, (message) => {
        for (const link of devices.keys()) link.send(message);
      });
      serverReached.set(true);
      onUp();
    },
    hurry: () => undefined,
    disconnect: async () => {
      onDown();
      provider?.close();
      session = null;
      provider = null;
      serverReached.set(false);
    },
  };
  return { transport, isUp: () => session !== null, plug };
};
