import { describe, expect, it } from "vitest";
import { publicKeysOf } from "../../../../../src/domain/loop/lobby/device-keys";
import { type KnockProof, readKnock } from "../../../../../src/domain/loop/lobby/passed-on";
import { unwrap } from "../../../../../src/domain/result";
import type { DeviceIdentity } from "../../../../../src/domain/sealing/crypto-port";
import { meet, typedTicket } from "../../../../support/lan/handshake";
import { aDevice, nodeCrypto } from "../../../../support/lan/node-crypto";

/** A joiner at the door of a member, and what that member's laptop can pass on of it. */
const atTheDoor = (host: DeviceIdentity, joiner: DeviceIdentity) => {
  const met = unwrap(meet(host, joiner, typedTicket));
  const { opening, signature } = met.joiner.reveal;
  const proof: KnockProof = { ...met.host.said, opening, signature } as KnockProof;
  return { proof, words: met.joiner.wordsDigest };
};
const keysOf = (device: DeviceIdentity) => publicKeysOf(nodeCrypto, device);
const refused = { ok: false, error: { type: "badKnock" } };

describe("a request that is passed on", () => {
  it("shows a third laptop who asks, and the words that the joiner's own screen shows", () => {
    const [host, joiner] = [aDevice(), aDevice()];
    const { proof, words } = atTheDoor(host, joiner);
    const read = unwrap(readKnock(nodeCrypto, keysOf(host), proof));
    expect(read).toMatchObject({ personName: "Ana", deviceLabel: "Ana's laptop" });
    expect(read.device).toEqual(keysOf(joiner));
    expect(read.wordsDigest).toEqual(words);
  });

  it("is refused under the name of another door than the joiner spoke to", () => {
    const { proof } = atTheDoor(aDevice(), aDevice());
    expect(readKnock(nodeCrypto, keysOf(aDevice()), proof)).toEqual(refused);
  });

  it("is refused where the member put other keys, another name or another conversation in its place", () => {
    const [host, joiner, other] = [aDevice(), aDevice(), aDevice()];
    const { proof } = atTheDoor(host, joiner);
    const opening = JSON.parse(proof.opening);
    const changed: readonly KnockProof[] = [
      { ...proof, opening: JSON.stringify({ ...opening, device: keysOf(other) }) },
      { ...proof, opening: JSON.stringify({ ...opening, personName: "Cleo" }) },
      { ...proof, nonce: atTheDoor(host, other).proof.nonce },
      { ...proof, hello: `${proof.hello} ` },
      { ...proof, opening: "{}" },
    ];
    for (const one of changed) expect(readKnock(nodeCrypto, keysOf(host), one)).toEqual(refused);
  });

  it("shows other words for another laptop at the same door", () => {
    const host = aDevice();
    const [one, other] = [atTheDoor(host, aDevice()), atTheDoor(host, aDevice())];
    expect(one.words).not.toEqual(other.words);
  });
});
