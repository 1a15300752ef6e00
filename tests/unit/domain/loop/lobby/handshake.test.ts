import { describe, expect, it } from "vitest";
import { hashSchema, loopIdSchema, personIdSchema } from "../../../../../src/domain/ids";
import {
  admissionMessage,
  answerHello,
  readHello,
  readReveal,
} from "../../../../../src/domain/loop/lobby/host-steps";
import {
  beginJoin,
  type JoinerStart,
  readAdmission,
  readAnswer,
} from "../../../../../src/domain/loop/lobby/joiner-steps";
import { answerSchema, revealSchema, secretWrapSchema } from "../../../../../src/domain/loop/lobby/messages";
import { loopLabelSchema } from "../../../../../src/domain/loop/loop-label";
import { unwrap } from "../../../../../src/domain/result";
import type { DeviceIdentity } from "../../../../../src/domain/sealing/crypto-port";
import { anId } from "../../../../support/builders/ids";
import {
  asksWith,
  hostAnswers,
  hostReads,
  joinToken,
  meet,
  openLoop,
  typedTicket,
} from "../../../../support/lan/handshake";
import { aDevice, nodeCrypto } from "../../../../support/lan/node-crypto";

const invitedBy = (host: DeviceIdentity) => ({
  ...typedTicket,
  joinToken,
  hostKey: hashSchema.parse(host.deviceId),
});
const hello = (over: object = {}) =>
  JSON.stringify({ ...JSON.parse(beginJoin(nodeCrypto, aDevice(), asksWith(typedTicket)).hello), ...over });
const refusalOf = (text: string) => {
  const read = readHello(text, [openLoop]);
  return read.ok ? "accepted" : read.error.type;
};

describe("a hello", () => {
  it("is taken for the loop with its label", () => {
    expect(refusalOf(hello())).toBe("accepted");
  });

  it("names nobody: neither the person nor the laptop nor its keys", () => {
    const joiner = aDevice();
    const text = beginJoin(nodeCrypto, joiner, asksWith(invitedBy(aDevice()))).hello;
    for (const secret of ["Ana", joiner.deviceId, nodeCrypto.toBase64Url(joiner.signKey), joinToken]) {
      expect(text).not.toContain(secret);
    }
  });

  it.each([
    ["an unknown label", hello({ label: loopLabelSchema.parse("ZZZZ") }), "noSuchLoop"],
    ["a newer lobby, in whatever shape", '{"type":"hello","v":2,"protocol":9}', "hostMustUpdate"],
    ["no JSON", "abc", "badMessage"],
    ["no object", "null", "badMessage"],
    ["a key that is too short", hello({ ephemeralKey: "AAAA" }), "badMessage"],
  ])("is refused for %s", (_what, text, reason) => {
    expect(refusalOf(text)).toBe(reason);
  });

  it("of a newer program is taken too: it speaks the protocols before its own", () => {
    expect(refusalOf(hello({ protocol: 2 }))).toBe("accepted");
  });

  it("is told to update first where the loop speaks a newer protocol", () => {
    const read = readHello(hello(), [{ ...openLoop, protocol: 2 }]);
    expect(read).toEqual({ ok: false, error: { type: "updateFirst" } });
  });

  it("is refused where its one-time key is of low order", () => {
    const text = hello({ ephemeralKey: nodeCrypto.toBase64Url(new Uint8Array(32)) });
    const read = unwrap(readHello(text, [openLoop]));
    expect(answerHello(nodeCrypto, aDevice(), text, read.hello)).toBeNull();
  });
});

describe("two laptops that meet", () => {
  it("agree on the words, and the invite's holder is known to be invited", () => {
    const host = aDevice();
    const joiner = aDevice();
    const met = unwrap(meet(host, joiner, invitedBy(host)));
    const request = unwrap(met.request);
    expect(request).toMatchObject({ invited: true, personName: "Ana", deviceLabel: "Ana's laptop" });
    expect(request.device.deviceId).toBe(joiner.deviceId);
    expect(met.joiner.host.deviceId).toBe(host.deviceId);
    expect(request.wordsDigest).toEqual(met.joiner.wordsDigest);
  });

  it("see other words every time", () => {
    const [host, joiner] = [aDevice(), aDevice()];
    const digests = Array.from(
      { length: 20 },
      () => unwrap(meet(host, joiner, typedTicket)).joiner.wordsDigest,
    );
    expect(new Set(digests.map((digest) => nodeCrypto.toBase64Url(digest))).size).toBe(20);
  });

  it("know that a typed code proves nothing", () => {
    expect(unwrap(unwrap(meet(aDevice(), aDevice(), typedTicket)).request).invited).toBe(false);
  });

  it("refuse a token of another invite instead of falling back to words", () => {
    const host = aDevice();
    const ticket = { ...invitedBy(host), joinToken: "A".repeat(22) };
    expect(unwrap(meet(host, aDevice(), ticket)).request).toEqual({
      ok: false,
      error: { type: "inviteExpired" },
    });
  });

  it("refuse a host with another key than the invite names, before anything personal is said", () => {
    const result = meet(aDevice(), aDevice(), invitedBy(aDevice()));
    expect(result).toEqual({ ok: false, error: { type: "notTheHost" } });
  });

  it("notice that they are the same laptop", () => {
    const me = aDevice();
    expect(meet(me, me, typedTicket)).toEqual({ ok: false, error: { type: "thisLaptop" } });
  });
});

/** Somebody who answers the joiner as if it were the host, and asks the host as if it were the joiner. */
const manInTheMiddle = (host: DeviceIdentity, joiner: DeviceIdentity) => {
  const [toJoiner, toHost] = [aDevice(), aDevice()];
  const asked = beginJoin(nodeCrypto, joiner, asksWith(typedTicket));
  const asks = beginJoin(nodeCrypto, toHost, asksWith(typedTicket));
  const hostSide = hostAnswers(host, asks.hello);
  const middleSide = hostAnswers(toJoiner, asked.hello);
  const answerOf = (conversation: { readonly answer: string }) =>
    answerSchema.parse(JSON.parse(conversation.answer));
  const joined = unwrap(readAnswer(nodeCrypto, joiner, asked, typedTicket, answerOf(middleSide)));
  const asMiddle = unwrap(readAnswer(nodeCrypto, toHost, asks, typedTicket, answerOf(hostSide)));
  return { hostSide, middleSide, joined, asMiddle };
};

describe("a man in the middle", () => {
  it("makes the two screens show different words", () => {
    const { hostSide, joined, asMiddle } = manInTheMiddle(aDevice(), aDevice());
    const request = unwrap(hostReads(hostSide, asMiddle.channel.seal(asMiddle.reveal)));
    expect(request.wordsDigest).not.toEqual(joined.wordsDigest);
  });

  it("cannot hand the joiner's reveal on as its own", () => {
    const { hostSide, middleSide, joined, asMiddle } = manInTheMiddle(aDevice(), aDevice());
    const stolen = revealSchema.parse(middleSide.channel.open(joined.channel.seal(joined.reveal)));
    expect(readReveal(nodeCrypto, hostSide, stolen, joinToken)).toEqual({
      ok: false,
      error: { type: "badMessage" },
    });
    expect(hostReads(hostSide, asMiddle.channel.seal(asMiddle.reveal)).ok).toBe(true);
  });

  it("cannot change its own nonce once it has seen the host's", () => {
    const host = aDevice();
    const middle = aDevice();
    const first = beginJoin(nodeCrypto, middle, asksWith(typedTicket));
    const conversation = hostAnswers(host, first.hello);
    const answer = answerSchema.parse(JSON.parse(conversation.answer));
    const opening = JSON.parse(first.opening);
    const reground: JoinerStart = {
      ...first,
      opening: JSON.stringify({ ...opening, nonce: nodeCrypto.toBase64Url(nodeCrypto.randomBytes(32)) }),
    };
    const read = unwrap(readAnswer(nodeCrypto, middle, reground, typedTicket, answer));
    const box = read.channel.seal(read.reveal);
    expect(hostReads(conversation, box)).toEqual({ ok: false, error: { type: "badMessage" } });
  });

  it("cannot answer with the host's proof of another conversation", () => {
    const host = aDevice();
    const start = beginJoin(nodeCrypto, aDevice(), asksWith(typedTicket));
    const other = hostAnswers(host, beginJoin(nodeCrypto, aDevice(), asksWith(typedTicket)).hello);
    const answer = answerSchema.parse(JSON.parse(other.answer));
    expect(readAnswer(nodeCrypto, aDevice(), start, typedTicket, answer)).toEqual({
      ok: false,
      error: { type: "badAnswer" },
    });
  });
});

describe("a reveal", () => {
  const revealed = (
    change: (reveal: { opening: string; proof: string | null; signature: string }) => object,
  ) => {
    const met = unwrap(meet(aDevice(), aDevice(), typedTicket));
    const reveal = revealSchema.parse({ ...met.joiner.reveal, ...change(met.joiner.reveal) });
    const read = readReveal(nodeCrypto, met.host, reveal, joinToken);
    return read.ok ? "accepted" : read.error.type;
  };

  it("is accepted as it was made", () => {
    expect(revealed(() => ({}))).toBe("accepted");
  });

  it("is refused with another signature, opening or an invented proof", () => {
    const signature = nodeCrypto.toBase64Url(nodeCrypto.randomBytes(64));
    expect(revealed(() => ({ signature }))).toBe("badMessage");
    expect(revealed(({ opening }) => ({ opening: opening.replace("Ana", "Eve") }))).toBe("badMessage");
    expect(revealed(() => ({ proof: "A".repeat(43) }))).toBe("inviteExpired");
  });

  it("is refused where the laptop's id is not the hash of its key", () => {
    const joiner = aDevice();
    const forged = { ...joiner, deviceId: aDevice().deviceId };
    expect(unwrap(meet(aDevice(), forged, typedTicket)).request).toEqual({
      ok: false,
      error: { type: "badMessage" },
    });
  });

  it("is refused where the name would deceive", () => {
    const start = beginJoin(nodeCrypto, aDevice(), { ...asksWith(typedTicket), personName: "Ana\nAdmit" });
    const conversation = hostAnswers(aDevice(), start.hello);
    const answer = answerSchema.parse(JSON.parse(conversation.answer));
    const read = unwrap(readAnswer(nodeCrypto, aDevice(), start, typedTicket, answer));
    expect(hostReads(conversation, read.channel.seal(read.reveal)).ok).toBe(false);
  });
});

describe("the channel of boxes", () => {
  it("opens each box once, in order, and not its own", () => {
    const { host, joiner } = unwrap(meet(aDevice(), aDevice(), typedTicket));
    const [first, second] = [joiner.channel.seal("one"), joiner.channel.seal("two")];
    expect(host.channel.open(second)).toBeUndefined();
    expect(host.channel.open(first)).toBe("one");
    expect(host.channel.open(first)).toBeUndefined();
    expect(host.channel.open(second)).toBe("two");
    expect(joiner.channel.open(joiner.channel.seal("mirrored"))).toBeUndefined();
  });

  it("does not open for another conversation", () => {
    const one = unwrap(meet(aDevice(), aDevice(), typedTicket));
    const other = unwrap(meet(aDevice(), aDevice(), typedTicket));
    expect(other.host.channel.open(one.joiner.channel.seal("one"))).toBeUndefined();
  });
});

describe("an admission", () => {
  const wrap = secretWrapSchema.parse({
    ephemeralKey: "E".repeat(43),
    nonce: "N".repeat(16),
    ciphertext: "C".repeat(64),
  });
  const admission = (transcript: string) => ({
    v: 1 as const,
    loopId: anId(loopIdSchema, "loop"),
    generation: 1,
    charterHash: hashSchema.parse("h".repeat(43)),
    personId: anId(personIdSchema, "ana"),
    transcript: hashSchema.parse(transcript),
    wrap,
  });

  it("counts if the host of this conversation signed it for this conversation", () => {
    const host = aDevice();
    const { joiner } = unwrap(meet(host, aDevice(), typedTicket));
    const message = admissionMessage(nodeCrypto, host, admission(joiner.transcript));
    expect(unwrap(readAdmission(nodeCrypto, joiner, message)).personId).toBe(anId(personIdSchema, "ana"));
  });

  it("does not count when another laptop signed it, for another conversation, or after a change", () => {
    const host = aDevice();
    const { joiner } = unwrap(meet(host, aDevice(), typedTicket));
    const other = unwrap(meet(host, aDevice(), typedTicket)).joiner;
    const good = admissionMessage(nodeCrypto, host, admission(joiner.transcript));
    const refused = { ok: false, error: { type: "badAdmission" } };
    const byOther = admissionMessage(nodeCrypto, aDevice(), admission(joiner.transcript));
    expect(readAdmission(nodeCrypto, joiner, byOther)).toEqual(refused);
    expect(readAdmission(nodeCrypto, other, good)).toEqual(refused);
    const changed = { ...good, body: good.body.replace('"generation":1', '"generation":2') };
    expect(readAdmission(nodeCrypto, joiner, changed)).toEqual(refused);
  });
});
