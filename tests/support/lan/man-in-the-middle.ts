import type { JoinProgress, WaitingRequest } from "../../../electron/contract/lan";
import { joinLobby } from "../../../electron/main/lan/lobby-client";
import { createLobbyHost, type LobbyHost } from "../../../electron/main/lan/lobby-host";
import { loopIdSchema } from "../../../src/domain/ids";
import { type LobbyTicket, parseWayIn, ticketOf, typedCodeText } from "../../../src/domain/loop/invite";
import { unwrap } from "../../../src/domain/result";
import { protocolVersion } from "../../../src/domain/sealing/entries";
import { anId } from "../builders/ids";
import { joinToken } from "./handshake";
import { charterHash } from "./laptop";
import { aServer } from "./signaling";
import { testVault } from "./test-vault";

export interface ManInTheMiddle {
  readonly port: number;
  /** The host's code as somebody types it whose traffic goes to the attacker. */
  readonly typedCode: string;
  readonly ticket: LobbyTicket;
  readonly lobby: LobbyHost;
  /** Who knocked at the attacker's door. */
  readonly requests: () => readonly WaitingRequest[];
  /** How far the attacker came at the real host's door. */
  readonly steps: readonly JoinProgress[];
  readonly stop: () => Promise<void>;
}

/**
 * An attacker that has the joiner's traffic: it answers as the host with keys of its own and, as a laptop with keys
 * of its own, asks the real host under the joiner's name.
 */
export const manInTheMiddle = async (realTypedCode: string, name = "Ana"): Promise<ManInTheMiddle> => {
  const [asHost, asJoiner] = [testVault(), testVault()];
  const ticket = ticketOf(unwrap(parseWayIn(realTypedCode, { now: null })));
  let requests: readonly WaitingRequest[] = [];
  const lobby = createLobbyHost({
    vault: asHost,
    onChange: (now) => {
      requests = now;
    },
    report: (error) => {
      throw error;
    },
  });
  const loopId = anId(loopIdSchema, "attackers-loop");
  asHost.secrets.set(loopId, new Uint8Array(32));
  lobby.open({ loopId, charterHash, label: ticket.label, protocol: 1, joinToken });
  const { server } = await aServer({}, { onLobby: lobby.serve });
  const steps: JoinProgress[] = [];
  const asking = joinLobby({
    input: { ticket, protocol: protocolVersion, personName: name, deviceLabel: "" },
    vault: asJoiner,
    hasNetwork: () => true,
    onProgress: (progress) => steps.push(progress),
    report: () => undefined,
  });
  const { port } = server;
  return {
    port,
    typedCode: typedCodeText({ address: { host: "127.0.0.1", port }, label: ticket.label }),
    ticket,
    lobby,
    requests: () => requests,
    steps,
    stop: async () => {
      asking.cancel();
      await server.stop();
    },
  };
};
