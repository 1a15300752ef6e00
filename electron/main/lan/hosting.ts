import type { networkInterfaces } from "node:os";
import { base64UrlSchema, hashSchema, type LoopId } from "../../../src/domain/ids";
import { loopLabel } from "../../../src/domain/loop/loop-label";
import { err, ok, type Result } from "../../../src/domain/result";
import type { HostFailure, Hosting } from "../../contract/lan";
import { inviteCard } from "./invite-card";
import type { HostedLoop } from "./lobby-guest";
import type { LobbyHost } from "./lobby-host";
import type { LobbyVault } from "./lobby-vault";
import { type SignalingOptions, type SignalingServer, startSignalingServer } from "./signaling-server";

export interface HostingOptions
  extends Pick<SignalingOptions, "port" | "ports" | "hosts" | "origins" | "limits" | "report"> {
  readonly vault: LobbyVault;
  readonly lobby: LobbyHost;
  readonly interfaces: () => ReturnType<typeof networkInterfaces>;
}

/** A loop as the window asks to open it. */
export type LoopToHost = Pick<HostedLoop, "loopId" | "charterHash" | "protocol">;

export interface HostedLoops {
  readonly host: (loop: LoopToHost) => Promise<Result<Hosting, HostFailure>>;
  readonly stopHosting: (loopId: LoopId) => Promise<void>;
  /** Stops hosting every loop. */
  readonly stop: () => Promise<void>;
}

/** Runs what it is given one after the other, so that two clicks cannot start two servers. */
const inOrder = () => {
  let last: Promise<unknown> = Promise.resolve();
  return <Value>(task: () => Promise<Value>): Promise<Value> => {
    const mine = last.then(task);
    last = mine.catch(() => undefined);
    return mine;
  };
};

/** The loops this laptop hosts: one server for all of them, which listens only while there is one. */
export const hostedLoops = (options: HostingOptions): HostedLoops => {
  const { vault, lobby } = options;
  const queue = inOrder();
  const loops = new Map<LoopId, { readonly loop: HostedLoop; readonly topics: readonly string[] }>();
  let server: SignalingServer | null = null;

  const allTopics = () => [...loops.values()].flatMap(({ topics }) => topics);
  const running = async (): Promise<Result<SignalingServer, HostFailure>> => {
    if (server !== null) return ok(server);
    const { port, ports, hosts, origins, limits, report } = options;
    const base = { port, ports, hosts, origins, report, knownTopics: allTopics(), onLobby: lobby.serve };
    const started = await startSignalingServer(limits === undefined ? base : { ...base, limits });
    if (started.ok) server = started.value;
    return started;
  };
  const stopIfIdle = async () => {
    if (loops.size > 0 || server === null) return;
    const idle = server;
    server = null;
    await idle.stop();
  };
  const hostedLoop = ({ loopId, charterHash, protocol }: LoopToHost): HostedLoop => ({
    loopId,
    charterHash,
    label: loopLabel(vault.crypto.sha256(vault.crypto.utf8(loopId))),
    protocol,
    joinToken:
      loops.get(loopId)?.loop.joinToken ??
      base64UrlSchema.parse(vault.crypto.toBase64Url(vault.crypto.randomBytes(16))),
  });

  const host = async (asked: LoopToHost): Promise<Result<Hosting, HostFailure>> => {
    const { loopId } = asked;
    const topics = await vault.roomTopics(loopId);
    if (!topics.ok) return topics;
    const loop = hostedLoop(asked);
    const clash = [...loops.values()].some(
      ({ loop: other }) => other.label === loop.label && other.loopId !== loopId,
    );
    if (clash) return err({ type: "labelTaken" });
    const started = await running();
    if (!started.ok) return started;
    loops.set(loopId, { loop, topics: topics.value });
    lobby.open(loop);
    started.value.setTopics(allTopics());
    const key = hashSchema.parse(vault.identity().deviceId);
    return ok(await inviteCard(loop, started.value.port, key, options.interfaces()));
  };
  const stopHosting = async (loopId: LoopId) => {
    loops.delete(loopId);
    lobby.close(loopId);
    server?.setTopics(allTopics());
    await stopIfIdle();
  };

  return {
    host: (loop) => queue(() => host(loop)),
    stopHosting: (loopId) => queue(() => stopHosting(loopId)),
    stop: () =>
      queue(async () => {
        for (const loopId of [...loops.keys()]) await stopHosting(loopId);
      }),
  };
};
