import type { z } from "zod";
import type { Bridge } from "../../../electron/contract/bridge";
import type { Hosting, JoinProgress, LanNotices, WaitingRequest } from "../../../electron/contract/lan";
import type { LoopSecrets } from "../../../electron/main/vault/loop-secrets";
import { roomSealOf } from "../../../electron/main/vault/room-seal";
import { type Hash, hashSchema, loopIdSchema, personIdSchema } from "../../../src/domain/ids";
import { openingSchema } from "../../../src/domain/loop/lobby/messages";
import { type KnockProof, knockProofSchema } from "../../../src/domain/loop/lobby/passed-on";
import type { DeviceKeys } from "../../../src/domain/loop/roster";
import { err, ok, unwrap } from "../../../src/domain/result";
import { signedEntrySchema } from "../../../src/domain/sealing/entries";

/** What main on one laptop does in the LAN, without one. */
export interface FakeLan {
  readonly bridge: Bridge["lan"];
  /** How many listeners of main's notices there are. */
  readonly listeners: () => number;
}

interface Knock {
  readonly request: WaitingRequest;
  readonly charterHash: Hash;
  readonly tell: (progress: JoinProgress) => void;
  readonly secrets: LoopSecrets;
}

interface Door {
  readonly hosting: Hosting;
  readonly charterHash: Hash;
  readonly host: DeviceKeys;
  readonly knocks: Knock[];
  readonly changed: () => void;
}

/** What a laptop tells those that come back from an older generation. */
interface Offer {
  readonly secrets: LoopSecrets;
  readonly passages: Parameters<Bridge["lan"]["offerPassages"]>[0]["passages"];
}

const words = ["amber", "birch", "cedar", "dune", "ember", "fjord"];

/** The shape of what a joiner signs; nobody here looks at signatures. */
const proofOf = (opening: z.input<typeof openingSchema>): KnockProof =>
  knockProofSchema.parse({
    hello: "{}",
    ephemeralKey: "e".repeat(43),
    nonce: "n".repeat(43),
    opening: JSON.stringify(opening),
    signature: "s".repeat(86),
  });

/** Something many listen to, counted. */
const noticeBoard = <Payload>() => {
  const listeners = new Set<(payload: Payload) => void>();
  return {
    tell: (payload: Payload): void => {
      for (const listener of [...listeners]) listener(payload);
    },
    listen: (listener: (payload: Payload) => void) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    count: () => listeners.size,
  };
};

/** A LAN in one process: every laptop finds the doors of every other by the text of its invite. */
export const createFakeLan = (): {
  readonly laptop: (device: DeviceKeys, secrets: LoopSecrets) => FakeLan;
} => {
  const doors = new Map<string, Door>();
  const offers = new Map<string, Offer>();
  let count = 0;
  const freshId = (name: string): string => {
    count += 1;
    return `${name}-${count}`.padEnd(22, "_");
  };

  const laptop = (device: DeviceKeys, secrets: LoopSecrets): FakeLan => {
    const lobby = noticeBoard<LanNotices["lan.lobby"]>();
    const joins = noticeBoard<LanNotices["lan.join"]>();
    const mine = (): readonly Door[] => [...doors.values()].filter((door) => door.host === device);
    const requests = (): readonly WaitingRequest[] =>
      mine().flatMap(({ knocks }) => knocks.map(({ request }) => request));
    const changed = (): void => lobby.tell({ requests: requests() });
    const take = (requestId: string): Knock | null => {
      for (const { knocks } of mine()) {
        const at = knocks.findIndex(({ request }) => request.requestId === requestId);
        if (at >= 0) return knocks.splice(at, 1)[0] ?? null;
      }
      return null;
    };

    const bridge: Bridge["lan"] = {
      host: async (asked) => {
        const loopId = loopIdSchema.parse(asked.loopId);
        const charterHash = hashSchema.parse(asked.charterHash);
        if (!secrets.newest(loopId).ok) return err({ type: "noLoopSecret" });
        const invite = `invite to ${loopId} at ${device.deviceId}`;
        const hosting: Hosting = {
          loopId,
          port: 47_111,
          addresses: ["192.168.10.4:47111"],
          reach: "network",
          invite,
          qrSvg: "<svg/>",
          typedCode: "192.168.10.4:47111/K7QX",
          signalingUrl: `memory://${device.deviceId}`,
        };
        const before = doors.get(invite);
        if (asked.renew === true && before === undefined) return err({ type: "doorClosed" });
        doors.set(invite, { hosting, charterHash, host: device, knocks: before?.knocks ?? [], changed });
        return ok(hosting);
      },
      stopHosting: async ({ loopId }) => {
        for (const door of mine()) if (door.hosting.loopId === loopId) doors.delete(door.hosting.invite);
        changed();
        return ok(undefined);
      },
      serve: async ({ loopId }) => {
        const id = loopIdSchema.parse(loopId);
        if (!secrets.newest(id).ok) return err({ type: "noLoopSecret" });
        return ok({
          port: 47_111,
          addresses: ["192.168.10.4:47111"],
          reach: "network",
          signalingUrl: `memory://${device.deviceId}`,
        });
      },
      requests: async () => ok(requests()),
      admit: async ({ requestId, ...asked }) => {
        const personId = personIdSchema.parse(asked.personId);
        const knock = take(requestId);
        if (knock === null) return err({ type: "noSuchRequest" });
        const { name, label, loopId } = knock.request;
        changed();
        const secret = unwrap(secrets.newest(loopId));
        unwrap(knock.secrets.keep(loopId, secret));
        knock.tell({
          step: "admitted",
          loopId,
          generation: secret.generation,
          charterHash: knock.charterHash,
          personId,
          host: device,
          signalingUrls: [`memory://${device.deviceId}`],
        });
        return ok({ personId, name, label, device: knock.request.device });
      },
      readKnock: async ({ proof }) => {
        const said = openingSchema.parse(JSON.parse(proof.opening));
        return ok({ name: said.personName, label: said.deviceLabel, device: said.device, words });
      },
      deny: async ({ requestId }) => {
        const knock = take(requestId);
        if (knock === null) return err({ type: "noSuchRequest" });
        changed();
        knock.tell({ step: "refused", problem: { type: "denied" } });
        return ok(undefined);
      },
      join: async ({ joinId, invite, name, deviceLabel }) => {
        const door = doors.get(invite);
        if (door === undefined) return err({ type: "notAnInvite" });
        const tell = (progress: JoinProgress): void => joins.tell({ joinId, progress });
        const request: WaitingRequest = {
          requestId: freshId("request"),
          loopId: door.hosting.loopId,
          name,
          label: deviceLabel,
          device,
          words,
          invited: true,
          proof: proofOf({ device, deviceLabel, personName: name, nonce: "n".repeat(43) }),
          state: "waiting",
        };
        door.knocks.push({ request, charterHash: door.charterHash, tell, secrets });
        tell({ step: "waiting", words, compareWords: false, wordsConfirmed: false });
        door.changed();
        return ok(undefined);
      },
      confirmWords: async () => ok(undefined),
      cancelJoin: async () => ok(undefined),
      look: async () => ok({ loops: [], listening: true }),
      stopLooking: async () => ok(undefined),
      onNearby: () => () => undefined,
      offerPassages: async ({ loopId, passages }) => {
        offers.set(`${device.deviceId} ${loopId}`, { secrets, passages });
        return ok(undefined);
      },
      askCurrent: async ({ loopId, signalingUrls }) => {
        const id = loopIdSchema.parse(loopId);
        const rooms = unwrap(secrets.all(id)).map(roomSealOf);
        for (const url of signalingUrls) {
          const host = offers.get(`${url.replace("memory://", "")} ${loopId}`);
          const known = host === undefined ? [] : unwrap(host.secrets.all(id)).map(roomSealOf);
          const room = rooms.find(({ topic }) => known.some((other) => other.topic === topic));
          if (host === undefined || room === undefined) continue;
          const passage = host.passages.find(({ from }) => from === room.generation);
          if (passage === undefined) return ok({ state: "newest" });
          return ok({
            state: "moved",
            entries: passage.entries.map((entry) => signedEntrySchema.parse(entry)),
          });
        }
        return ok({ state: "unknown" });
      },
      onLobby: lobby.listen,
      onJoin: joins.listen,
    };
    return { bridge, listeners: () => lobby.count() + joins.count() };
  };
  return { laptop };
};
