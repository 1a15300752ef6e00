import type { PersonId } from "../ids";
import type { AuthorityState } from "../loop/loop-view";
import type { Person } from "../loop/roster";
import { sinceProtocol } from "./entries";
import type { LoopLedger } from "./ledger/ledger";
import { inCharge } from "./ledger/takeovers";

/** True where this person may admit, plan, call the reveal and decide: the facilitator, or a deputy who took over. */
export const mayAct = ({ charter, takeovers }: LoopLedger, personId: PersonId): boolean =>
  charter?.body.facilitator.personId === personId || takeovers.some(({ body }) => body.personId === personId);

const partOf = (ledger: LoopLedger, me: Person | null): AuthorityState["mine"] => {
  if (me === null || ledger.charter === null) return "none";
  if (mayAct(ledger, me.personId)) return "acts";
  const { deputies, protocol } = ledger.charter.body;
  return protocol >= sinceProtocol.takeover && deputies.includes(me.personId) ? "mayTakeOver" : "none";
};

/** Who decides in the loop, as the screens show it to the person of this laptop. */
export const authorityOf = (ledger: LoopLedger, me: Person | null): AuthorityState => {
  const { charter, takeovers } = ledger;
  return {
    inCharge: charter === null ? null : inCharge(charter.body, takeovers),
    deputies: charter?.body.deputies ?? [],
    escrow: charter?.body.escrow ?? null,
    takeovers: takeovers.map(({ hash, body: { personId, at, reason } }) => ({ hash, personId, at, reason })),
    mine: partOf(ledger, me),
  };
};
