import type { AcceptanceState } from "../loop/acceptance";
import { sinceProtocol } from "./entries";
import { standingAcceptances } from "./ledger/acceptances";
import type { LoopLedger } from "./ledger/ledger";

/** What everybody accepted that still stands, in the order of the roster; null in loops whose protocol does not ask. */
export const acceptancesOf = (ledger: LoopLedger): readonly AcceptanceState[] | null => {
  if (ledger.charter === null || ledger.charter.body.protocol < sinceProtocol.acceptance) return null;
  const persons = ledger.roster?.body.persons ?? [];
  return persons.flatMap(({ personId }) =>
    standingAcceptances(personId, ledger.acceptances).map(({ hash, body }) => ({
      hash,
      personId,
      at: body.at,
      conflict: body.conflict.kind === "none" ? null : body.conflict.text,
      wording: body.wording,
    })),
  );
};
