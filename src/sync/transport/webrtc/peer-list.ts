import type { Awareness } from "y-protocols/awareness";
import type { DeviceId } from "../../../domain/ids";
import type { Live } from "../../../domain/live";
import { liveCell } from "../../../domain/live";
import { presenceSchema } from "../../gate/awareness-check";
import type { Link, OpenLink } from "../../gate/link";
import type { TransportPeer } from "../transport";

/** Who is there, derived from the open links and from what laptops say of themselves through others. */
export interface PeerList {
  readonly live: Live<readonly TransportPeer[]>;
  /** Makes links as `openLink` does and follows each until it is closed; `via` is the server it goes through. */
  readonly followLinks: (openLink: OpenLink, via?: string) => OpenLink;
  /** Follows what is heard of laptops without a link; returns its undo. */
  readonly followAwareness: (awareness: Awareness, own: DeviceId) => () => void;
}

interface Followed {
  /** Null until the connection has shown who speaks on it. */
  readonly deviceId: DeviceId | null;
  readonly via: string | null;
}

const deviceIn = (state: unknown): DeviceId | null => {
  const presence = presenceSchema.safeParse(state);
  return presence.success ? presence.data.deviceId : null;
};

/**
 * Who is heard of through others. What was said before a connection was lost proves nothing: a laptop that died is
 * in everybody's memory for half a minute, and is shown again only once something new of it is heard.
 */
const newHearsay = () => {
  let turn = 0;
  const heardAt = new Map<DeviceId, number>();
  const lostAt = new Map<DeviceId, number>();
  return {
    heard: (deviceId: DeviceId): void => {
      turn += 1;
      heardAt.set(deviceId, turn);
    },
    lost: (deviceId: DeviceId): void => {
      turn += 1;
      lostAt.set(deviceId, turn);
    },
    isFresh: (deviceId: DeviceId): boolean => (heardAt.get(deviceId) ?? 0) > (lostAt.get(deviceId) ?? -1),
  };
};

interface AwarenessChange {
  readonly added: readonly number[];
  readonly updated: readonly number[];
}

export const newPeerList = (): PeerList => {
  const live = liveCell<readonly TransportPeer[]>([]);
  const links = new Map<Link, Followed>();
  const hearsay = newHearsay();
  let heardOf: readonly DeviceId[] = [];

  const show = (): void => {
    const all = [...links.values()];
    const known = all.flatMap(({ deviceId, via }) => (deviceId === null ? [] : [{ deviceId, via }]));
    const direct = new Set(known.filter(({ via }) => via === null).map(({ deviceId }) => deviceId));
    const relayed = new Map(known.flatMap(({ deviceId, via }) => (via === null ? [] : [[deviceId, via]])));
    for (const deviceId of direct) relayed.delete(deviceId);
    const indirect = new Set(
      heardOf.filter(
        (deviceId) => !direct.has(deviceId) && !relayed.has(deviceId) && hearsay.isFresh(deviceId),
      ),
    );
    // What goes through a server is somebody who is being tried directly too, and shown once.
    const connecting = all.filter(({ deviceId, via }) => deviceId === null && via === null);
    live.set([
      ...[...direct].map((deviceId) => ({ deviceId, link: "direct" as const })),
      ...[...relayed].map(([deviceId, via]) => ({ deviceId, link: "relayed" as const, via })),
      ...[...indirect].map((deviceId) => ({ deviceId, link: "indirect" as const })),
      ...connecting.map(() => ({ deviceId: null, link: "connecting" as const })),
    ]);
  };
  const remember = (link: Link, followed: Followed): void => {
    links.set(link, followed);
    show();
  };
  return {
    live,
    followLinks: (openLink, via) => (ends) => {
      const link = openLink({
        ...ends,
        onDevice: (deviceId) => {
          remember(link, { deviceId, via: via ?? null });
          ends.onDevice(deviceId);
        },
      });
      remember(link, { deviceId: null, via: via ?? null });
      return {
        ...link,
        close: () => {
          link.close();
          const lost = links.get(link)?.deviceId ?? null;
          links.delete(link);
          if (lost !== null) hearsay.lost(lost);
          show();
        },
      };
    },
    followAwareness: (awareness, own) => {
      const others = (states: readonly unknown[]): readonly DeviceId[] =>
        states.map(deviceIn).filter((deviceId) => deviceId !== null && deviceId !== own) as DeviceId[];
      const listen = ({ added, updated }: AwarenessChange): void => {
        const states = awareness.getStates();
        for (const deviceId of others([...added, ...updated].map((client) => states.get(client))))
          hearsay.heard(deviceId);
        heardOf = [...new Set(others([...states.values()]))];
        show();
      };
      awareness.on("update", listen);
      return () => {
        awareness.off("update", listen);
        heardOf = [];
        show();
      };
    },
  };
};
