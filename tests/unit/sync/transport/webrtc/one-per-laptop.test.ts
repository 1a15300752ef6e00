import { expect, it } from "vitest";
import { newSpareServers } from "../../../../../src/sync/transport/webrtc/one-per-laptop";

const group = ["near", "far", "farther"];
const all = ["near", "far", "farther", "other"];
const spareIn = (servers: ReturnType<typeof newSpareServers>): readonly string[] =>
  all.filter(servers.isSpare);
const looks = (
  servers: ReturnType<typeof newSpareServers>,
  count: number,
  ...connected: readonly string[]
) => {
  for (let look = 0; look < count; look += 1) servers.look([group], new Set(connected));
};

it("needs every address until one is connected, and for ten looks more", () => {
  const servers = newSpareServers();
  looks(servers, 30, "other");
  expect(spareIn(servers)).toEqual([]);
  looks(servers, 9, "far", "farther", "other");
  expect(spareIn(servers)).toEqual([]);
  looks(servers, 1, "far", "farther", "other");
  expect(spareIn(servers)).toEqual(["near", "farther"]);
});

it("keeps the likeliest of those that are connected", () => {
  const servers = newSpareServers();
  looks(servers, 10, ...all);
  expect(spareIn(servers)).toEqual(["far", "farther"]);
});

it("needs the others at once where the connection that was kept is lost", () => {
  const servers = newSpareServers();
  looks(servers, 10, ...all);
  servers.note([group], new Set(["other"]));
  expect(spareIn(servers)).toEqual([]);
});

it("counts only looks, however often connections come and go meanwhile", () => {
  const servers = newSpareServers();
  for (let note = 0; note < 50; note += 1) servers.note([group], new Set(["near"]));
  expect(spareIn(servers)).toEqual([]);
});

it("begins to count anew where the best one changes, and forgets who is no longer said to be one laptop", () => {
  const servers = newSpareServers();
  looks(servers, 9, "far");
  looks(servers, 1, "near", "far");
  expect(spareIn(servers)).toEqual(["farther"]);
  looks(servers, 9, "near", "far");
  expect(spareIn(servers)).toEqual(["far", "farther"]);
  servers.look([], new Set(all));
  expect(spareIn(servers)).toEqual([]);
});
