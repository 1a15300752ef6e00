import type { networkInterfaces } from "node:os";
import { base64UrlSchema, hashSchema, type LoopId } from "../../../src/domain/ids";
import { inTurn } from "../../../src/domain/in-turn";
import { loopLabel } from "../../../src/domain/loop/loop-label";
import { err, ok, type Result } from "../../../src/domain/result";
import type { HostFailure, Hosting, OtherDoor, Serving } from "../../contract/lan";
import type { CurrentDesk } from "./current-desk";
import type { OpenDoor } from "./discovery/announcement";
import { inviteCard, servingAt } from "./invite-card";
import type { HostedLoop } from "./lobby-guest";
import type { LobbyHost } from "./lobby-host";
import type { LobbyVault } from "./lobby-vault";
import { type SignalingOptions, type SignalingServer, startSignalingServer } from "./signaling-server";

export interface HostingOptions
  extends Pick<SignalingOptions, "port" | "ports" | "hosts" | "origins" | "limits" | "report"> {
  readonly vault: LobbyVault;
  readonly lobby: LobbyHost;
  readonly current: CurrentDesk;
  /** How long a door stays open, in milliseconds. */
  readonly doorMs?: number;
  readonly interfaces: () => ReturnType<typeof networkInterfaces>;
  /** Hears which doors are open whenever that changes. */
  readonly onDoors: (doors: readonly OpenDoor[]) => void;
}

/** A loop as the window asks to open it. */
export interface LoopToHost extends Pick<HostedLoop, "loopId" | "charterHash" | "protocol"> {
  /** True asks about a door that is open, and opens none. */
  readonly renew?: boolean | undefined;
  /** Other members' laptops that the invite names. */
  readonly others?: readonly OtherDoor[] | undefined;
}

/**
 * A day's work. Counted by this laptop from the moment a person opened the door, while it is awake: no clock on any wall has
 * a say in it, since those of two laptops may be hours apart.
 */
export const defaultDoorMs = 12 * 60 * 60_000;

export interface HostedLoops {
  readonly host: (loop: LoopToHost) => Promise<Result<Hosting, HostFailure>>;
  readonly stopHosting: (loopId: LoopId) => Promise<void>;
  /** Lets laptops that are in the loop meet through this one, until `stop`. */
  readonly serve: (loopId: LoopId) => Promise<Result<Serving, HostFailure>>;
  /** Stops hosting and serving every loop. */
  readonly stop: () => Promise<void>;
}

interface Hosted {
  readonly loop: HostedLoop;
  /** The newest room. */
  readonly topic: string;
  readonly closing: ReturnType<typeof setTimeout>;
}

/** The loops this laptop hosts: one server for all of them, which listens only while there is one. */
export const hostedLoops = (options: HostingOptions): HostedLoops => {
  const { vault, lobby, current } = options;
  // One after the other, so that two clicks cannot start two servers.
  const queue = inTurn().run;
  const loops = new Map<LoopId, Hosted>();
  /** Loops whose laptops may meet here without a lobby, each with its newest room. */
  const served = new Map<LoopId, string>();
  let server: SignalingServer | null = null;

  // Rooms that were left are not relayed: whoever still looks for others there is told the way by `current?`.
  const topics = () => [...[...loops.values()].map(({ topic }) => topic), ...served.values()];
  const running = async (): Promise<Result<SignalingServer, HostFailure>> => {
    if (server !== null) return ok(server);
    const { port, ports, hosts, origins, limits, report } = options;
    const base = {
      port,
      ports,
      hosts,
      origins,
      report,
      knownTopics: topics(),
      onLobby: lobby.serve,
      onCurrent: current.serve,
    };
    const started = await startSignalingServer(limits === undefined ? base : { ...base, limits });
    if (started.ok) server = started.value;
    return started;
  };
  const tellDoors = () => {
    const port = server?.port;
    options.onDoors(
      port === undefined
        ? []
        : [...loops.values()].map(({ loop: { label, protocol } }) => ({ label, protocol, port })),
    );
  };
  const stopIfIdle = async () => {
    if (loops.size > 0 || served.size > 0 || server === null) return;
    const idle = server;
    server = null;
    await idle.stop();
  };
  const freshToken = () => base64UrlSchema.parse(vault.crypto.toBase64Url(vault.crypto.randomBytes(16)));
  /** An invite from before somebody was removed opens nothing any more. */
  const tokenOf = (loopId: LoopId, topic: string) => {
    const before = loops.get(loopId);
    return before?.topic === topic ? before.loop.joinToken : freshToken();
  };
  const hostedLoop = ({ loopId, charterHash, protocol }: LoopToHost, topic: string): HostedLoop => ({
    loopId,
    charterHash,
    label: loopLabel(vault.crypto.sha256(vault.crypto.utf8(loopId))),
    protocol,
    joinToken: tokenOf(loopId, topic),
  });

  // With the door go its invite and its typed code: the next one has another token.
  const closeLater = (loopId: LoopId) => {
    const closing = setTimeout(() => void queue(() => stopHosting(loopId)), options.doorMs ?? defaultDoorMs);
    closing.unref();
    return closing;
  };
  const host = async (asked: LoopToHost): Promise<Result<Hosting, HostFailure>> => {
    const { loopId } = asked;
    if (asked.renew === true && !loops.has(loopId)) return err({ type: "doorClosed" });
    const rooms = await vault.rooms(loopId);
    if (!rooms.ok) return rooms;
    const topic = rooms.value[0]?.topic ?? "";
    const loop = hostedLoop(asked, topic);
    const clash = [...loops.values()].some(
      ({ loop: other }) => other.label === loop.label && other.loopId !== loopId,
    );
    if (clash) return err({ type: "labelTaken" });
    const started = await running();
    if (!started.ok) return started;
    loops.set(loopId, { loop, topic, closing: loops.get(loopId)?.closing ?? closeLater(loopId) });
    lobby.open(loop);
    started.value.setTopics(topics());
    tellDoors();
    const key = hashSchema.parse(vault.identity().deviceId);
    const card = { loop, port: started.value.port, facilitatorKey: key, others: asked.others ?? [] };
    return ok(await inviteCard(card, options.interfaces()));
  };
  const stopHosting = async (loopId: LoopId) => {
    clearTimeout(loops.get(loopId)?.closing);
    loops.delete(loopId);
    lobby.close(loopId);
    tellDoors();
    server?.setTopics(topics());
    await stopIfIdle();
  };

  const serve = async (loopId: LoopId): Promise<Result<Serving, HostFailure>> => {
    const rooms = await vault.rooms(loopId);
    if (!rooms.ok) return rooms;
    const started = await running();
    if (!started.ok) return started;
    served.set(loopId, rooms.value[0]?.topic ?? "");
    started.value.setTopics(topics());
    return ok(servingAt(started.value.port, options.interfaces()));
  };

  return {
    serve: (loopId) => queue(() => serve(loopId)),
    host: (loop) => queue(() => host(loop)),
    stopHosting: (loopId) => queue(() => stopHosting(loopId)),
    stop: () =>
      queue(async () => {
        served.clear();
        for (const loopId of [...loops.keys()]) await stopHosting(loopId);
        await stopIfIdle();
      }),
  };
};
