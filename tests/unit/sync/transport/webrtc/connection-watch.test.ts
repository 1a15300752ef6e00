import { describe, expect, it } from "vitest";
import { watchConnections } from "../../../../../src/sync/transport/webrtc/connection-watch";

const aConnection = (connected = true) => {
  const connection = {
    connected,
    destroyed: false,
    peer: { quietFor: 0 },
    destroy: () => {
      connection.destroyed = true;
    },
  };
  return connection;
};
const looks = (
  watch: ReturnType<typeof watchConnections>,
  count: number,
  ...all: ReturnType<typeof aConnection>[]
) => {
  for (let look = 0; look < count; look += 1) watch.look(look * 1_000, all);
};

describe("the watch over connections", () => {
  it("ends a connection that is called connected and on which nothing came for ten looks", () => {
    const [silent, speaks] = [aConnection(), aConnection()];
    const watch = watchConnections(8_000);
    for (let look = 0; look < 10; look += 1) {
      watch.look(look * 1_000, [silent, speaks]);
      speaks.peer.quietFor = 0;
    }
    expect([silent.destroyed, speaks.destroyed]).toEqual([false, false]);
    watch.look(10_000, [silent, speaks]);
    expect([silent.destroyed, speaks.destroyed]).toEqual([true, false]);
  });

  it("counts looks and not time: a laptop that slept for an hour has lost nobody by it", () => {
    const connection = aConnection();
    const watch = watchConnections(8_000);
    watch.look(0, [connection]);
    watch.look(3_600_000, [connection]);
    expect(connection.destroyed).toBe(false);
  });

  it("ends one that never came about, so that an offer nobody answers does not block the next", () => {
    const connection = aConnection(false);
    const watch = watchConnections(8_000);
    looks(watch, 9, connection);
    expect(connection.destroyed).toBe(false);
    watch.look(9_000, [connection]);
    expect(connection.destroyed).toBe(true);
  });

  it("gives everybody a few looks to speak up after the network changed", () => {
    const [dead, alive] = [aConnection(), aConnection()];
    const watch = watchConnections(8_000);
    watch.hurry([dead, alive]);
    looks(watch, 2, dead, alive);
    alive.peer.quietFor = 0;
    looks(watch, 3, dead, alive);
    expect([dead.destroyed, alive.destroyed]).toEqual([true, false]);
  });
});
