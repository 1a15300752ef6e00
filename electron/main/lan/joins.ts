import type { networkInterfaces } from "node:os";
import type { Timestamp } from "../../../src/domain/ids";
import { parseWayIn, ticketOf } from "../../../src/domain/loop/invite";
import { lobbyDeviceLabelSchema, lobbyNameSchema } from "../../../src/domain/loop/lobby/lobby-names";
import { err, ok, type Result } from "../../../src/domain/result";
import { protocolVersion } from "../../../src/domain/sealing/entries";
import type { JoinProgress, JoinRefusal } from "../../contract/lan";
import { ownAddresses } from "./addresses";
import type { JoinLimits } from "./join-attempt";
import { type Joining, joinLobby } from "./lobby-client";
import type { LobbyVault } from "./lobby-vault";

export interface JoinsOptions {
  readonly vault: LobbyVault;
  readonly limits?: Partial<JoinLimits>;
  readonly now: () => Timestamp;
  readonly interfaces: () => ReturnType<typeof networkInterfaces>;
  readonly onProgress: (joinId: string, progress: JoinProgress) => void;
  readonly report: (error: unknown) => void;
}

export interface JoinRequestInput {
  readonly joinId: string;
  readonly invite: string;
  readonly name: string;
  readonly deviceLabel: string;
}

export interface Joins {
  readonly join: (input: JoinRequestInput) => Result<undefined, JoinRefusal>;
  readonly confirmWords: (joinId: string) => void;
  readonly cancel: (joinId: string) => void;
  readonly cancelAll: () => void;
}

/** This laptop's attempts to get into others' loops. */
export const joins = (options: JoinsOptions): Joins => {
  const running = new Map<string, Joining>();
  const { vault, limits, report } = options;
  const cancel = (joinId: string) => {
    running.get(joinId)?.cancel();
    running.delete(joinId);
  };
  const begin = (joinId: string, input: Parameters<typeof joinLobby>[0]["input"]) => {
    cancel(joinId);
    const joining = joinLobby({
      input,
      vault,
      ...(limits === undefined ? {} : { limits }),
      hasNetwork: () => ownAddresses(options.interfaces()).reach === "network",
      onProgress: (progress) => options.onProgress(joinId, progress),
      report,
    });
    running.set(joinId, joining);
    void joining.done.then(() => {
      if (running.get(joinId) === joining) running.delete(joinId);
    });
  };
  return {
    join: ({ joinId, invite, name, deviceLabel }) => {
      const way = parseWayIn(invite, { now: options.now() });
      if (!way.ok) return way;
      const personName = lobbyNameSchema.safeParse(name);
      if (!personName.success) return err({ type: "badName" });
      const laptop = lobbyDeviceLabelSchema.safeParse(deviceLabel);
      if (!laptop.success) return err({ type: "badDeviceLabel" });
      const ticket = ticketOf(way.value);
      const protocol = protocolVersion;
      begin(joinId, { ticket, protocol, personName: personName.data, deviceLabel: laptop.data });
      return ok(undefined);
    },
    confirmWords: (joinId) => running.get(joinId)?.confirmWords(),
    cancel,
    cancelAll: () => {
      for (const joinId of [...running.keys()]) cancel(joinId);
    },
  };
};
