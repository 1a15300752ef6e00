import { useLoopView } from "../../bindings/loop-session-context";
import { useServices } from "../../bindings/services";
import { useOpened } from "../../bindings/use-live";
import { Loaded } from "../../ui/loading";
import { Notice } from "../../ui/notice";
import { Page, PageHeader } from "../../ui/page";
import type { Like } from "./copied-form";
import { PlanEditor } from "./plan-editor";
import { kitTrouble } from "./words";

const Copy = ({ like }: { readonly like: Like }) => {
  const { kits } = useServices();
  const { kitId } = like.plan.kit;
  const kit = useOpened(() => kits.openPublished(kitId), kitId);
  return (
    <Loaded from={kit} doing="Opening the role kit" trouble={kitTrouble}>
      {(known) => <PlanEditor kit={known} kitChoice={<b>{known.title}</b>} candidateId={null} like={like} />}
    </Loaded>
  );
};

/** The plan of this loop again, for the next candidate of the role. */
export const NextPlanPage = () => {
  const { plan, persons, me } = useLoopView();
  return (
    <Page>
      <PageHeader
        title="Plan the next candidate"
        note="The same questions in the same order, by the same people with the same weights. Change what has to change."
      />
      {plan === null || me === null ? (
        <Notice tone="attention">The plan of this loop has not arrived on this laptop yet.</Notice>
      ) : (
        <Copy like={{ plan, persons, me }} />
      )}
    </Page>
  );
};
