import type { Hash } from "../../domain/ids";
import { err } from "../../domain/result";
import type { CardPart, ResolutionBody } from "../../domain/sealing/comment-entries";
import { isInScope } from "../../domain/sealing/ledger/calls";
import { standingResolutions } from "../../domain/sealing/ledger/comments";
import { type ActParts, type Done, publish } from "./act-parts";
import { speaker } from "./speaker";

/** What somebody says on a part of a revealed card; `replyTo` is the thread it answers in. */
export interface NewComment {
  readonly envelopeHash: Hash;
  readonly part: CardPart;
  readonly replyTo: Hash | null;
  readonly text: string;
}

/** Signs a comment on a part of a card that a call opened. */
export const comment = async (parts: ActParts, made: NewComment): Promise<Done> => {
  const { calls, cards } = parts.ledger();
  const head = speaker(parts);
  const card = cards.find(({ hash }) => hash === made.envelopeHash);
  if (head === null) return err({ type: "notAMember" });
  if (card === undefined) return err({ type: "envelopeMissing" });
  const call = calls.find(({ body }) => isInScope(body.scope, card.body.header));
  if (call === undefined) return err({ type: "notRevealed" });
  return publish(parts, await parts.vault.sign("comment", { ...head, callHash: call.hash, ...made }));
};

/** Signs that a thread is settled, or is open again, in place of everything this laptop knows was said about it. */
export const resolve = async (
  parts: ActParts,
  thread: Hash,
  state: ResolutionBody["state"],
): Promise<Done> => {
  const head = speaker(parts);
  if (head === null) return err({ type: "notAMember" });
  const replaces = standingResolutions(thread, parts.ledger().resolutions).map(({ hash }) => hash);
  return publish(parts, await parts.vault.sign("resolution", { ...head, thread, state, replaces }));
};
