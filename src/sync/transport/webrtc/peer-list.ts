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
  /** Makes links as `openLink` does and follows each until it is closed. */
  readonly followLinks: (openLink: OpenLink) => OpenLink;
  /** Follows what is heard of laptops without a link; returns its undo. */
  readonly followAwareness: (awareness: Awareness, own: DeviceId) => () => void;
}

const devicesIn = (awareness: Awareness): readonly DeviceId[] =>
  [...awareness.getStates().values()].flatMap((state) => {
    const presence = presenceSchema.safeParse(state);
    return presence.success ? [presence.data.deviceId] : [];
  });

export const newPeerList = (): PeerList => {
  const live = liveCell<readonly TransportPeer[]>([]);
  const links = new Map<Link, DeviceId | null>();
  let heardOf: readonly DeviceId[] = [];

  const show = (): void => {
    const direct = new Set([...links.values()].filter((deviceId) => deviceId !== null));
    const indirect = new Set(heardOf.filter((deviceId) => !direct.has(deviceId)));
    const connecting = [...links.values()].filter((deviceId) => deviceId === null);
    live.set([
      ...[...direct].map((deviceId) => ({ deviceId, link: "direct" as const })),
      ...[...indirect].map((deviceId) => ({ deviceId, link: "indirect" as const })),
      ...connecting.map((deviceId) => ({ deviceId, link: "connecting" as const })),
    ]);
  };
  const remember = (link: Link, deviceId: DeviceId | null): void => {
    links.set(link, deviceId);
    show();
  };
  return {
    live,
    followLinks: (openLink) => (ends) => {
      const link = openLink({
        ...ends,
        onDevice: (deviceId) => {
          remember(link, deviceId);
          ends.onDevice(deviceId);
        },
      });
      remember(link, null);
      return {
        ...link,
        close: () => {
          link.close();
          links.delete(link);
          show();
        },
      };
    },
    followAwareness: (awareness, own) => {
      const listen = (): void => {
        heardOf = devicesIn(awareness).filter((deviceId) => deviceId !== own);
        show();
      };
      awareness.on("change", listen);
      return () => {
        awareness.off("change", listen);
        heardOf = [];
        show();
      };
    },
  };
};
