import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { newServerPulse, type Pulsed } from "../../../../../src/sync/transport/webrtc/server-pulse";

/** A connection to a server as lib0 keeps it: `onclose` of its socket makes it connect again. */
const aServer = (connected = true) => {
  const listeners = new Map<string, Set<() => void>>();
  const said: unknown[] = [];
  let renewed = 0;
  const newSocket = (): WebSocket =>
    ({
      onclose: () => {
        renewed += 1;
        state.connected = false;
        state.ws = newSocket();
      },
      close: () => undefined,
    }) as unknown as WebSocket;
  const state = {
    connected,
    connecting: !connected,
    ws: null as WebSocket | null,
    send: (message: unknown) => said.push(message),
    on: (name: string, listener: () => void) => {
      listeners.set(name, (listeners.get(name) ?? new Set()).add(listener));
    },
    off: (name: string, listener: () => void) => void listeners.get(name)?.delete(listener),
  };
  state.ws = newSocket();
  return {
    server: state as unknown as Pulsed,
    said,
    answers: () => {
      for (const listener of listeners.get("message") ?? []) listener();
    },
    /** As the transport does to announce the laptop again. */
    repeatsConnect: () => {
      for (const listener of listeners.get("connect") ?? []) listener();
    },
    connects: () => {
      state.connected = true;
    },
    renewed: () => renewed,
    listeners: () => [...listeners.values()].reduce((sum, all) => sum + all.size, 0),
  };
};

beforeEach(() => {
  vi.stubGlobal("CloseEvent", class {});
});
afterEach(() => {
  vi.unstubAllGlobals();
});

describe("the pulse of a signaling server", () => {
  it("asks it every time, and makes the connection anew once three questions in a row found no answer", () => {
    const pulse = newServerPulse();
    const [answers, silent] = [aServer(), aServer()];
    for (let tick = 0; tick < 3; tick += 1) {
      pulse.tick([answers.server, silent.server]);
      answers.answers();
    }
    expect([answers.said.length, silent.said.length]).toEqual([3, 3]);
    expect([answers.renewed(), silent.renewed()]).toEqual([0, 0]);
    pulse.tick([answers.server, silent.server]);
    expect([answers.renewed(), silent.renewed()]).toEqual([0, 1]);
  });

  it("does not wait for a connection that hangs while it is being made", () => {
    const pulse = newServerPulse();
    const hanging = aServer(false);
    for (let tick = 0; tick < 2; tick += 1) pulse.tick([hanging.server]);
    expect(hanging.renewed()).toBe(0);
    pulse.tick([hanging.server]);
    expect(hanging.renewed()).toBe(1);
    expect(hanging.said).toEqual([]);
  });

  it("in a hurry makes at once anew what is not connected, and whoever is gets one question", () => {
    const pulse = newServerPulse();
    const [there, not] = [aServer(), aServer(false)];
    pulse.hurry([there.server, not.server]);
    expect([there.renewed(), not.renewed()]).toEqual([0, 1]);
    expect(there.said).toEqual([{ type: "ping" }]);
    pulse.tick([there.server]);
    expect(there.renewed()).toBe(1);
  });

  it("takes no repeated announcement of its own for an answer", () => {
    const pulse = newServerPulse();
    const there = aServer();
    pulse.hurry([there.server]);
    there.repeatsConnect();
    pulse.tick([there.server]);
    expect(there.renewed()).toBe(1);
  });

  it("waits for a new connection's answer as long as for any, however long it took to come about", () => {
    const pulse = newServerPulse();
    const slow = aServer(false);
    for (let tick = 0; tick < 2; tick += 1) pulse.tick([slow.server]);
    slow.connects();
    for (let tick = 0; tick < 3; tick += 1) pulse.tick([slow.server]);
    expect([slow.said.length, slow.renewed()]).toEqual([3, 0]);
    pulse.tick([slow.server]);
    expect(slow.renewed()).toBe(1);
  });

  it("listens to nobody it was not told of any more", () => {
    const pulse = newServerPulse();
    const [stays, goes] = [aServer(), aServer()];
    pulse.tick([stays.server, goes.server]);
    pulse.tick([stays.server]);
    expect([stays.listeners(), goes.listeners()]).toEqual([1, 0]);
    pulse.close();
    expect(stays.listeners()).toBe(0);
  });
});
