import type { DeviceId, Hash } from "../../ids";
import type { AuthenticEntry } from "../entries";
import { isInScope } from "./calls";
import type { Members } from "./members";
import { sealerOf } from "./typists";
import {
  accepted,
  judgeEach,
  type LedgerRefusal,
  refused,
  type Sorted,
  type Verdict,
  waitingFor,
} from "./verdict";

type Release = AuthenticEntry<"release">;
type Call = AuthenticEntry<"call">;
type Envelope = AuthenticEntry<"card">;

export interface ReleaseGround {
  readonly members: Members;
  readonly typists: readonly AuthenticEntry<"typist">[];
  readonly escrowLaptops: ReadonlySet<DeviceId>;
  readonly calls: Sorted<Call>;
  readonly envelopes: Sorted<Envelope>;
}

/** The accepted entry with this hash, or why there is none. */
const find = <Entry extends AuthenticEntry>(
  hash: Hash,
  sorted: Sorted<Entry>,
  otherwise: { readonly refused: LedgerRefusal; readonly missing: "callMissing" | "envelopeMissing" },
): Entry | Verdict =>
  sorted.accepted.find((entry) => entry.hash === hash) ??
  (sorted.refused.some((entry) => entry.hash === hash)
    ? refused(otherwise.refused)
    : waitingFor(otherwise.missing, [hash]));

const mayRelease = (release: Release, envelope: Envelope, ground: ReleaseGround): boolean => {
  if (release.body.releaser === "escrow") return ground.escrowLaptops.has(release.deviceId);
  const sealer = sealerOf(envelope, ground);
  return sealer !== null && ground.members.personsOf(release.deviceId).has(sealer);
};

const judge = (release: Release, ground: ReleaseGround): Verdict => {
  const { callHash, envelopeHash } = release.body;
  const call = find(callHash, ground.calls, { refused: "callRefused", missing: "callMissing" });
  if ("is" in call) return call;
  const envelope = find(envelopeHash, ground.envelopes, {
    refused: "envelopeRefused",
    missing: "envelopeMissing",
  });
  if ("is" in envelope) return envelope;
  if (!mayRelease(release, envelope, ground)) return refused("notTheReleaser");
  return isInScope(call.body.scope, envelope.body.header) ? accepted : refused("outOfScope");
};

/**
 * Releases by the author's laptop, or by escrow's, after a call that counts. Whether the key opens the card is found
 * out when somebody opens it; a release that does not is shown there.
 */
export const judgeReleases = (releases: readonly Release[], ground: ReleaseGround): Sorted<Release> =>
  judgeEach(releases, (release) => judge(release, ground));
