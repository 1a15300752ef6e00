import { vi } from "vitest";
import * as Y from "yjs";
import { type LiveCell, liveCell } from "../../../src/domain/live";
import { openGate } from "../../../src/sync/gate/gate";
import { linkOpener } from "../../../src/sync/gate/link";
import type { GateReport } from "../../../src/sync/gate/refusal";
import type { Transport, TransportSession } from "../../../src/sync/transport/transport";
import { fakeWebrtc } from "./fake-webrtc";
import { aCipher, aDevice } from "./keys";
import { WindowSocket } from "./relay-stations";

export const roomPassword = "a password from the loop secret";

/** A laptop with y-webrtc, a gate and a document, in this process. */
export interface WebrtcLaptop {
  readonly transport: Transport;
  readonly servers: LiveCell<readonly string[]>;
  readonly sameLaptop: LiveCell<readonly (readonly string[])[]>;
  readonly session: TransportSession;
  readonly doc: Y.Doc;
  readonly write: (text: string) => void;
  readonly text: () => string;
  readonly directTo: () => readonly (string | null)[];
  /** What its transport refused of what was said through servers. */
  readonly refused: readonly GateReport[];
  readonly stop: () => Promise<void>;
}

/**
 * What a window gives to y-webrtc, put in the place of this process's own: channels that stay in the process, and
 * sockets that reach nothing but this machine. Seconds pass only where a test lets them: otherwise who meets was
 * introduced, and nobody is helped by a watch that begins anew after a while.
 */
export const windowOfTests = () => {
  const network = fakeWebrtc();
  const configs: unknown[] = [];
  const dialled: string[] = [];
  class RecordedConnection extends network.wrtc.RTCPeerConnection {
    constructor(config: unknown) {
      super();
      configs.push(config);
    }
  }
  class RecordedSocket extends WindowSocket {
    constructor(url: string) {
      super(new URL(url).hostname === "127.0.0.1" ? url : "ws://127.0.0.1:9");
      dialled.push(url);
    }
  }
  const stubs = { ...network.wrtc, RTCPeerConnection: RecordedConnection, WebSocket: RecordedSocket };
  for (const [name, value] of Object.entries(stubs)) vi.stubGlobal(name, value);
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
  return {
    configs,
    dialled,
    loseOfferers: network.loseOfferers,
    close: (): void => {
      vi.useRealTimers();
      vi.unstubAllGlobals();
    },
  };
};

/** Every laptop has a y-webrtc of its own, as every window has: the module remembers its rooms and its servers. */
export const aWebrtcLaptop = async (
  name: number,
  urls: readonly string[],
  room = "room",
): Promise<WebrtcLaptop> => {
  vi.resetModules();
  const { webrtcTransport } = await import("../../../src/sync/transport/webrtc/webrtc-transport");
  const doc = new Y.Doc();
  const gate = openGate({ doc });
  const deviceId = aDevice(name);
  const servers = liveCell(urls);
  const sameLaptop = liveCell<readonly (readonly string[])[]>([]);
  const refused: GateReport[] = [];
  const transport = webrtcTransport({ servers, sameLaptop, room, password: roomPassword });
  const note = doc.getText("discussion:care");
  return {
    transport,
    servers,
    sameLaptop,
    refused,
    session: {
      doc,
      deviceId,
      openLink: linkOpener({ gate, cipher: await aCipher(), deviceId }),
      onRefused: (report) => refused.push(report),
    },
    doc,
    write: (text) => note.insert(note.length, text),
    text: () => note.toString(),
    directTo: () => transport.peers.get().flatMap((peer) => (peer.link === "direct" ? peer.deviceId : [])),
    stop: async () => {
      await transport.disconnect();
      gate.close();
      doc.destroy();
    },
  };
};

/** Two windows with y-webrtc as it comes, in a room of their own. */
export const twoPlainWindows = async (room: string) => {
  const plain = async () => {
    vi.resetModules();
    const { WebrtcProvider } = await import("y-webrtc");
    const doc = new Y.Doc();
    const provider = new WebrtcProvider(room, doc, { signaling: [], password: roomPassword });
    await provider.key;
    return { doc, provider };
  };
  const [one, other] = [await plain(), await plain()];
  return {
    write: (text: string): void => one.doc.getText("t").insert(0, text),
    text: (): string => other.doc.getText("t").toString(),
    close: (): void => {
      for (const { provider } of [one, other]) {
        provider.disconnect();
        provider.destroy();
      }
    },
  };
};
