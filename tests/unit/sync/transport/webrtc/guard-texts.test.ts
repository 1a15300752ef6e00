import { expect, it } from "vitest";
import {
  type Guarded,
  garbled,
  guardTexts,
  mostGarbled,
  silenced,
} from "../../../../../src/sync/transport/webrtc/guard-texts";

/** A connection whose program reads what the guard lets through; `connect` gives it another socket. */
const aConnection = () => {
  const taken: unknown[] = [];
  const emitted: string[] = [];
  let connected = (): void => undefined;
  const aSocket = () => ({ onmessage: (event: { data: unknown }) => void taken.push(event.data) });
  const server = {
    ws: aSocket(),
    on: (_event: "connect", listener: () => void) => {
      connected = listener;
    },
    emit: (name: string) => void emitted.push(name),
  };
  guardTexts(server as unknown as Guarded);
  return {
    taken,
    emitted,
    say: (data: unknown) => server.ws.onmessage({ data }),
    connect: () => {
      server.ws = aSocket();
      connected();
    },
  };
};
const pong = '{"type":"pong"}';

it("lets through what a server says, and counts everything else", () => {
  const { taken, emitted, say } = aConnection();
  for (const text of [pong, "{", "7", '{"type":"publish"}', pong]) say(text);
  expect(taken).toEqual([pong, pong]);
  expect(emitted).toEqual([garbled, garbled, garbled]);
});

it("reads nothing more from a socket on which so much was no message, and says so once", () => {
  const { taken, emitted, say, connect } = aConnection();
  for (let count = 0; count < mostGarbled + 5; count += 1) say("7");
  say(pong);
  expect(emitted).toEqual([...Array.from({ length: mostGarbled }, () => garbled), silenced]);
  expect(taken).toEqual([]);
  connect();
  say(pong);
  say("7");
  expect(taken).toEqual([pong]);
  expect(emitted.slice(mostGarbled + 1)).toEqual([garbled]);
});
