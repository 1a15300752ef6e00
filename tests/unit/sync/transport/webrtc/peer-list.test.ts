import { describe, expect, it } from "vitest";
import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate } from "y-protocols/awareness";
import * as Y from "yjs";
import type { Link, LinkEnds } from "../../../../../src/sync/gate/link";
import { newPeerList } from "../../../../../src/sync/transport/webrtc/peer-list";
import { aDevice } from "../../../../support/sync/keys";

const ends: LinkEnds = { sendFrame: () => undefined, deliver: () => undefined, onDevice: () => undefined };

/** Links that do nothing but tell who spoke. */
const fakeLinks = () => {
  const opened: { readonly ends: LinkEnds; closed: boolean }[] = [];
  const openLink = (given: LinkEnds): Link => {
    const record = { ends: given, closed: false };
    opened.push(record);
    return {
      opened: () => undefined,
      send: () => undefined,
      receive: () => undefined,
      close: () => {
        record.closed = true;
      },
      idle: async () => undefined,
      isBusy: () => false,
    };
  };
  return { opened, openLink };
};

const heard = (list: ReturnType<typeof newPeerList>) => {
  const [own, other] = [new Awareness(new Y.Doc()), new Awareness(new Y.Doc())];
  const stop = list.followAwareness(own, aDevice(1));
  const say = (state: Record<string, unknown> | null): void => {
    other.setLocalState(state);
    applyAwarenessUpdate(own, encodeAwarenessUpdate(other, [other.clientID]), "a peer");
  };
  const end = (): void => {
    stop();
    own.destroy();
    other.destroy();
  };
  return { say, end };
};

describe("the list of laptops", () => {
  it("shows a connection as connecting until it has said who speaks, and not after it was closed", () => {
    const list = newPeerList();
    const { opened, openLink } = fakeLinks();
    const link = list.followLinks(openLink)(ends);
    expect(list.live.get()).toEqual([{ deviceId: null, link: "connecting" }]);
    opened[0]?.ends.onDevice(aDevice(2));
    expect(list.live.get()).toEqual([{ deviceId: aDevice(2), link: "direct" }]);
    link.close();
    expect(opened[0]?.closed).toBe(true);
    expect(list.live.get()).toEqual([]);
  });

  it("shows a laptop once though an old connection to it still lies there", () => {
    const list = newPeerList();
    const { opened, openLink } = fakeLinks();
    const open = list.followLinks(openLink);
    open(ends);
    open(ends);
    for (const { ends: given } of opened) given.onDevice(aDevice(2));
    expect(list.live.get()).toEqual([{ deviceId: aDevice(2), link: "direct" }]);
  });

  it("shows a laptop that is heard of through others, until there is a connection or it leaves", () => {
    const list = newPeerList();
    const { opened, openLink } = fakeLinks();
    const { say, end } = heard(list);
    say({ deviceId: aDevice(2) });
    expect(list.live.get()).toEqual([{ deviceId: aDevice(2), link: "indirect" }]);
    list.followLinks(openLink)(ends);
    opened[0]?.ends.onDevice(aDevice(2));
    expect(list.live.get()).toEqual([{ deviceId: aDevice(2), link: "direct" }]);
    say(null);
    expect(list.live.get()).toEqual([{ deviceId: aDevice(2), link: "direct" }]);
    end();
  });

  it("does not show a laptop whose connection was lost as heard of, until something new of it is heard", () => {
    const list = newPeerList();
    const { opened, openLink } = fakeLinks();
    const { say, end } = heard(list);
    say({ deviceId: aDevice(2) });
    const link = list.followLinks(openLink)(ends);
    opened[0]?.ends.onDevice(aDevice(2));
    link.close();
    expect(list.live.get()).toEqual([]);
    say({ deviceId: aDevice(2) });
    expect(list.live.get()).toEqual([{ deviceId: aDevice(2), link: "indirect" }]);
    end();
  });

  it("shows a laptop that is reached through a server as relayed, and as direct once it is", () => {
    const list = newPeerList();
    const { opened, openLink } = fakeLinks();
    list.followLinks(openLink, "ws://host")(ends);
    expect(list.live.get()).toEqual([]);
    opened[0]?.ends.onDevice(aDevice(2));
    expect(list.live.get()).toEqual([{ deviceId: aDevice(2), link: "relayed", via: "ws://host" }]);
    const direct = list.followLinks(openLink)(ends);
    opened[1]?.ends.onDevice(aDevice(2));
    expect(list.live.get()).toEqual([{ deviceId: aDevice(2), link: "direct" }]);
    direct.close();
    expect(list.live.get()).toEqual([{ deviceId: aDevice(2), link: "relayed", via: "ws://host" }]);
  });

  it("shows neither this laptop itself nor whoever says something else than a device id", () => {
    const list = newPeerList();
    const { say, end } = heard(list);
    say({ deviceId: aDevice(1) });
    expect(list.live.get()).toEqual([]);
    say({ deviceId: "nobody" });
    expect(list.live.get()).toEqual([]);
    end();
  });

  it("forgets whom it has heard of when it stops listening", () => {
    const list = newPeerList();
    const { say, end } = heard(list);
    say({ deviceId: aDevice(2) });
    end();
    expect(list.live.get()).toEqual([]);
  });
});
