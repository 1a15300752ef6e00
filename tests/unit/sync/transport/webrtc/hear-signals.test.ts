import { expect, it, vi } from "vitest";
import type { SignalingConn, WebrtcProvider } from "y-webrtc";
import { hearSignals } from "../../../../../src/sync/transport/webrtc/hear-signals";
import { roomKey, signalSealer } from "../../../../support/sync/phantom";

const password = "the room's password";

/** What hears a server for a room that nobody else is in. */
const anEar = async () => {
  const heard = new Set<(said: unknown) => void>();
  const room = {
    name: "room",
    peerId: "me",
    key: await roomKey(password, "room"),
    webrtcConns: new Map(),
    provider: { maxConns: 20, emit: vi.fn() },
  };
  const server = {
    ws: null,
    _observers: new Map(),
    on: (event: string, listener: (said: unknown) => void) =>
      void (event === "message" ? heard.add(listener) : null),
    off: (_event: string, listener: (said: unknown) => void) => void heard.delete(listener),
  };
  const refused = vi.fn();
  const undo = hearSignals(
    server as unknown as SignalingConn,
    { room } as unknown as WebrtcProvider,
    refused,
  );
  const say = (data: unknown): void => {
    for (const listener of heard) listener({ type: "publish", topic: "room", data });
  };
  return { room, refused, undo, say };
};

it("makes no connection for an answer of somebody who was offered nothing, and refuses nothing", async () => {
  const { room, refused, undo, say } = await anEar();
  const seal = await signalSealer(password, "room");
  const looksUp = vi.spyOn(room.webrtcConns, "get");
  const answer = { type: "answer", sdp: "v=0" };
  say(await seal({ type: "signal", from: "nobody", to: "me", signal: answer }));
  // It is looked up first, and what is done with it happens before anything else can.
  await vi.waitFor(() => expect(looksUp).toHaveBeenCalledWith("nobody"));
  expect(refused).not.toHaveBeenCalled();
  expect(room.provider.emit).not.toHaveBeenCalled();
  expect(room.webrtcConns.size).toBe(0);
  undo();
});

it("does nothing with what was still being opened when it stopped", async () => {
  const { refused, undo, say } = await anEar();
  const other = await anEar();
  say("no base64 at all, but long");
  undo();
  other.say("no base64 at all, but long");
  await vi.waitFor(() => expect(other.refused).toHaveBeenCalledTimes(1));
  expect(refused).not.toHaveBeenCalled();
  other.undo();
});

it("refuses data that is no sealed text as a stranger's, whoever passed it on", async () => {
  const { refused, undo, say } = await anEar();
  say({ not: "sealed" });
  await vi.waitFor(() => expect(refused.mock.calls).toEqual([[{ deviceId: null, reason: "doesNotOpen" }]]));
  undo();
});
