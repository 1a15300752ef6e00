import type { LoopSession } from "../../src/bindings/services";
import { isSameItem } from "../../src/domain/debrief/item";
import { hashSchema, type PersonId, type Timestamp } from "../../src/domain/ids";
import type { liveCell } from "../../src/domain/live";
import { type DebriefWords, noDebriefWords } from "../../src/domain/loop/debrief-words";
import type { LoopView } from "../../src/domain/loop/loop-view";
import { err, ok } from "../../src/domain/result";
import { aHash } from "./builders/ids";

type Change<Value> = (before: Value) => Value;
type Acts = "comment" | "resolveThread" | "rateAgain" | "readLevel" | "countersign" | "reopenDecision";

/** What people say in a debrief, in memory: nothing is signed. */
export const fakeDebriefWords = (
  view: ReturnType<typeof liveCell<LoopView>>,
  at: () => Timestamp,
): Pick<LoopSession, Acts> => {
  const change = (make: Change<LoopView>) => view.set(make(view.get()));
  const say = (make: Change<DebriefWords>) =>
    change((before) => ({ ...before, debrief: make(before.debrief ?? noDebriefWords) }));
  const spokenBy = (personId: PersonId, name: string) => ({
    hash: aHash(hashSchema, name),
    personId,
    at: at(),
  });

  return {
    comment: async ({ envelopeHash, part, replyTo, text }) => {
      const { me, cards, comments } = view.get();
      const state = cards.find(({ sealed }) => sealed.some((one) => one.envelopeHash === envelopeHash));
      if (me === null || state === undefined) return err({ type: "notAMember" });
      const hash = aHash(hashSchema, `comment-${comments.flatMap((one) => one.comments).length}`);
      const said = { hash, personId: me.personId, at: at(), text };
      const place = { envelopeHash, slotId: state.slotId, author: state.personId, part };
      change((before) => ({
        ...before,
        comments:
          replyTo === null
            ? [...before.comments, { hash, ...place, comments: [said], resolved: false }]
            : before.comments.map((one) =>
                one.hash === replyTo ? { ...one, comments: [...one.comments, said] } : one,
              ),
      }));
      return ok(undefined);
    },
    resolveThread: async (thread, state) => {
      change((before) => ({
        ...before,
        comments: before.comments.map((one) =>
          one.hash === thread ? { ...one, resolved: state === "resolved" } : one,
        ),
      }));
      return ok(undefined);
    },
    rateAgain: async ({ item, value, reason }) => {
      const { me } = view.get();
      if (me === null) return err({ type: "notAMember" });
      say(({ secondRatings, ...rest }) => ({
        ...rest,
        secondRatings: [
          ...secondRatings.map((one) =>
            one.personId === me.personId && isSameItem(one.item, item) ? { ...one, replaced: true } : one,
          ),
          {
            ...spokenBy(me.personId, `second-${secondRatings.length}`),
            item,
            value,
            reason,
            replaced: false,
          },
        ],
      }));
      return ok(undefined);
    },
    readLevel: async (made) => {
      const { me } = view.get();
      if (me === null) return err({ type: "notAMember" });
      say(({ levelReadings, ...rest }) => ({
        ...rest,
        levelReadings: [
          ...levelReadings.map((one) =>
            one.competencyId === made.competencyId ? { ...one, replaced: true } : one,
          ),
          { ...spokenBy(me.personId, `level-${levelReadings.length}`), ...made, replaced: false },
        ],
      }));
      return ok(undefined);
    },
    countersign: async () => {
      const { me } = view.get();
      if (me === null) return err({ type: "notAMember" });
      say(({ countersignatures, ...rest }) => ({
        ...rest,
        countersignatures: [
          ...countersignatures,
          spokenBy(me.personId, `countersignature-${countersignatures.length}`),
        ],
      }));
      return ok(undefined);
    },
    reopenDecision: async (reason) => {
      const { me, decision } = view.get();
      if (me === null || decision === null) return err({ type: "decisionMissing" });
      const spoken = { ...spokenBy(me.personId, "reopening"), reason, ...decision };
      say((words) => ({ ...words, countersignatures: [], reopenings: [...words.reopenings, spoken] }));
      change((before) => ({ ...before, decision: null }));
      return ok(undefined);
    },
  };
};
