import type { ChosenHandOver, HandOverOffer, HandOverService } from "../../src/bindings/hand-overs";
import { candidateIdSchema, deviceIdSchema } from "../../src/domain/ids";
import { err, ok } from "../../src/domain/result";
import { aHash, anId } from "./builders/ids";

const words = "market lemon orbit silent violin harvest";

/** A hand-over as it is offered: somebody new, somebody who may be here, somebody with news, somebody as here. */
export const aHandOverOffer: HandOverOffer = {
  at: "2026-11-21T17:04:00.000Z",
  rows: [
    { name: "Tove Lindgren", state: "new", lookalike: null },
    { name: "MUÑOZ Zoe", state: "new", lookalike: "Zoë Muñoz" },
    { name: "Jonas Lindqvist", state: "more", lookalike: null },
    { name: "Li Wei", state: "known", lookalike: null },
  ].map(({ name, state, lookalike }) => ({
    candidateId: anId(candidateIdSchema, name.split(" ").toReversed().join(" ")),
    name,
    roles: ["Laboratory Shift Lead"],
    state: state as "new",
    lookalike,
  })),
  files: 7,
  fileBytes: 214_000_000,
  kitsMissing: ["Laboratory Shift Lead"],
  take: async () => ok({ added: 2, extended: 1, deleted: 0 }),
};

const chosen: ChosenHandOver = {
  name: "Panelbook applications 2026-11-21 17.04.pbhand",
  deviceId: aHash(deviceIdSchema, "k3Vw9Qbe"),
  isOwn: false,
  open: async (typed) => (typed.trim() === words ? ok(aHandOverOffer) : err({ type: "wrongWords" })),
  drop: async () => undefined,
};

/** Hand-overs without a disk: one that can be chosen, opened by the words that are proposed. */
export const fakeHandOvers = (): HandOverService => ({
  words: async () => words,
  write: async (people) =>
    ok({
      path: "/media/stick/applications.pbhand",
      people: people.length,
      files: 12,
      leftOut: people.slice(0, 1),
    }),
  choose: async () => ok(chosen),
});
