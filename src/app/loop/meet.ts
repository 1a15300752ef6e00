import type { Bridge } from "../../../electron/contract/bridge";
import type { LoopId } from "../../domain/ids";
import { err, ok } from "../../domain/result";
import { expectedOnly } from "../../shell/bridge-shell";
import { aesGcmFrameCipher } from "../../sync/gate/frame-cipher";
import { webrtcTransport } from "../../sync/transport/webrtc/webrtc-transport";
import { importAesKey } from "../services/subject-keys";
import type { Meet } from "./room";

/** Joins a loop's room over WebRTC with the channel that the loop's secret gives. */
export const meetOverWebrtc =
  (vault: Bridge["vault"], loopId: LoopId): Meet =>
  async (sync, servers) => {
    const channel = expectedOnly(await vault.loopChannel({ loopId }));
    if (!channel.ok) return err({ ...channel.error });
    const { topic, signalingPassword, transportKey } = channel.value;
    const cipher = aesGcmFrameCipher(await importAesKey(transportKey), crypto);
    const transport = webrtcTransport({
      servers: servers.urls,
      sameLaptop: servers.sameLaptop,
      room: topic,
      password: signalingPassword,
    });
    await sync.join(transport, cipher);
    return ok(undefined);
  };
