import { describe, expect, it } from "vitest";
import { questionIdSchema } from "../../../../src/domain/ids";
import { threadsOf } from "../../../../src/domain/sealing/comment-threads";
import type { AuthenticEntry } from "../../../../src/domain/sealing/entries";
import { aComment, aResolution } from "../../../support/sealing/later-entries";
import {
  aCall,
  aCharter,
  allCards,
  allSealed,
  anEnvelope,
  aRemoval,
  aRoster,
  ben,
  charter,
  fate,
  fateBeside,
  idOf,
  ledgerOf,
  ledgerUnder,
  noonSlot,
  people,
  personId,
  plan,
  stranger,
} from "../../../support/sealing/loop-world";

/** Ana facilitates, Cleo is the hiring manager, Ben only scores, Hana keeps the records. */
const facilitator = "ana";
const manager = "cleo";
const roster = aRoster({
  persons: people.map((person) =>
    person.name === manager ? { ...person, hats: ["panelist", "hiringManager"] } : person,
  ),
});
const beginning: readonly AuthenticEntry[] = [charter, roster, plan];
const others = ["ben", "hana"];
const [benCard] = allCards.filter(({ deviceId }) => deviceId === idOf(ben));
if (benCard === undefined) throw new Error("ben sealed a card");
const call = aCall([...beginning, ...allCards], allSealed);
const revealed: readonly AuthenticEntry[] = [...beginning, ...allCards, call];

describe("comments on revealed cards", () => {
  it("are begun by hiring managers and the facilitator, and by no other hat", () => {
    expect(fate(aComment(manager, benCard, call), ...revealed)).toBe("accepted");
    expect(fate(aComment(facilitator, benCard, call), ...revealed)).toBe("accepted");
    for (const other of others)
      expect(fate(aComment(other, benCard, call), ...revealed), other).toBe("refused: mayNotComment");
  });

  it("are refused from whoever signs for somebody else, and from strangers", () => {
    expect(fate(aComment(manager, benCard, call, {}, ben), ...revealed)).toBe("refused: signerMismatch");
    expect(fate(aComment(manager, benCard, call, {}, stranger), ...revealed)).toBe("refused: unknownDevice");
  });

  it("wait for the call that opened the card, so that there is none before the reveal", () => {
    expect(fate(aComment(manager, benCard, call), ...beginning, ...allCards)).toBe("waiting: callMissing");
    const elsewhere = anEnvelope("ben", noonSlot);
    expect(fate(aComment(manager, elsewhere, call), ...revealed)).toBe("waiting: envelopeMissing");
  });

  it("are answered by the card's author too, and by nobody else", () => {
    const first = aComment(manager, benCard, call);
    const reply = (name: string) =>
      aComment(name, benCard, call, { replyTo: first.hash, text: "The autumn one." });
    expect(fate(reply("ben"), ...revealed, first)).toBe("accepted");
    expect(fate(reply("hana"), ...revealed, first)).toBe("refused: mayNotComment");
    expect(fate(reply("ben"), ...revealed)).toBe("waiting: commentMissing");
  });

  it("are refused as answers on another card, to an answer, or to a refused comment", () => {
    const first = aComment(manager, benCard, call);
    const [other] = allCards.filter((card) => card !== benCard);
    const reply = aComment("ben", benCard, call, { replyTo: first.hash });
    const astray = aComment(manager, other as typeof benCard, call, { replyTo: first.hash });
    const nested = aComment(manager, benCard, call, { replyTo: reply.hash });
    const forged = aComment("hana", benCard, call);
    const onForged = aComment(manager, benCard, call, { replyTo: forged.hash });
    expect(fate(astray, ...revealed, first)).toBe("refused: threadMismatch");
    expect(fate(nested, ...revealed, first, reply)).toBe("waiting: commentMissing");
    expect(fate(onForged, ...revealed, forged)).toBe("refused: threadRefused");
  });

  it("are settled and opened again by those who may begin one", () => {
    const first = aComment(manager, benCard, call);
    expect(fate(aResolution(facilitator, first), ...revealed, first)).toBe("accepted");
    expect(fate(aResolution("ben", first), ...revealed, first)).toBe("refused: mayNotComment");
    expect(fate(aResolution(manager, first), ...revealed)).toBe("waiting: commentMissing");
  });

  it("are refused in a loop of protocol 2", () => {
    const older = aCharter({ protocol: 2 });
    expect(fateBeside(ledgerUnder(older))(aComment(manager, benCard, call), older, roster)).toBe(
      "refused: kindNotInProtocol",
    );
  });

  it("of a laptop that was removed count only where the removing roster had seen them", () => {
    const first = aComment(manager, benCard, call);
    const reply = aComment("ben", benCard, call, { replyTo: first.hash });
    const { roster: unseen } = aRemoval(roster, [ben]);
    expect(fate(reply, ...revealed, first, unseen)).toBe("refused: removedBefore");
  });
});

describe("threads", () => {
  const part = { kind: "answer", questionId: questionIdSchema.parse("q-samples") } as const;
  const first = aComment(manager, benCard, call, { part });
  const reply = aComment("ben", benCard, call, { replyTo: first.hash, text: "The autumn one." });
  const second = aComment(facilitator, benCard, call, { text: "And who owned it?" });
  const resolved = aResolution(manager, first);
  const reopened = aResolution(facilitator, first, { state: "reopened" });

  const threads = (...entries: readonly AuthenticEntry[]) => threadsOf(ledgerOf(...revealed, ...entries));

  it("are the same whatever came first, with their answers in them", () => {
    const entries = [first, reply, second];
    const one = threads(...entries);
    expect(threads(...entries.toReversed())).toEqual(one);
    const found = one.find(({ hash }) => hash === first.hash);
    expect(found).toMatchObject({ part, author: personId("ben"), resolved: false });
    expect(found?.comments.map(({ text }) => text)).toContain("The autumn one.");
    expect(one).toHaveLength(2);
  });

  it("of two who spoke apart are open while one still sees something open", () => {
    const isResolved = (...entries: readonly AuthenticEntry[]) => threads(first, ...entries)[0]?.resolved;
    expect(isResolved()).toBe(false);
    expect(isResolved(resolved)).toBe(true);
    expect(isResolved(resolved, reopened)).toBe(false);
    const settled = aResolution(manager, first, { replaces: [resolved.hash, reopened.hash] });
    expect(isResolved(resolved, reopened, settled)).toBe(true);
  });
});
