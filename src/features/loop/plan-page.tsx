import { Button, Select } from "@mantine/core";
import { IconBooks } from "@tabler/icons-react";
import { type ReactNode, useState } from "react";
import { useSearchParams } from "react-router";
import { hrefTo, paths } from "../../bindings/paths";
import { type KitSummary, useServices } from "../../bindings/services";
import { useLive, useOpened } from "../../bindings/use-live";
import { type CandidateId, candidateIdSchema, type KitId, kitIdSchema } from "../../domain/ids";
import { EmptyState } from "../../ui/empty-state";
import { ErrorCard } from "../../ui/error-card";
import { Loaded, Waiting } from "../../ui/loading";
import { Page, PageHeader } from "../../ui/page";
import { Crumbs } from "../../ui/top-bar";
import { PlanEditor } from "./plan-editor";
import { kitTrouble } from "./words";

interface KitPlanProps {
  readonly kitId: KitId;
  readonly kitChoice: ReactNode;
  readonly candidateId: CandidateId | null;
}

/** Where the kit does not open, the choice of another one still stands above the reason. */
const KitPlan = ({ kitId, kitChoice, candidateId }: KitPlanProps) => {
  const { kits } = useServices();
  const [attempt, setAttempt] = useState(0);
  const kit = useOpened(() => kits.openPublished(kitId), `${kitId} ${attempt}`);
  if (kit.state === "ready") {
    return <PlanEditor kit={kit.value} kitChoice={kitChoice} candidateId={candidateId} />;
  }
  return (
    <>
      {kitChoice}
      {kit.state === "loading" ? (
        <Waiting doing="Opening the role kit" />
      ) : (
        <ErrorCard trouble={kitTrouble(kit.error)} onRetry={() => setAttempt(attempt + 1)} />
      )}
    </>
  );
};

const NoKits = () => (
  <EmptyState icon={IconBooks} sentence="A loop is planned from a role kit, and the library has none yet.">
    <Button component="a" href={hrefTo(paths.library)}>
      Go to the library
    </Button>
  </EmptyState>
);

/** The candidate the address names, and the role kit it names, or that candidate's where there is one. */
const useAskedFor = (): { readonly candidateId: CandidateId | null; readonly kitId: KitId | null } => {
  const [query] = useSearchParams();
  const people = useLive(useServices().candidates.list);
  const asked = candidateIdSchema.safeParse(query.get("candidate"));
  if (!asked.success) return { candidateId: null, kitId: null };
  const known = people.state === "ready" ? people.value : [];
  const role = kitIdSchema.safeParse(query.get("kit"));
  const kitId = role.data ?? known.find((person) => person.id === asked.data)?.kitId ?? null;
  return { candidateId: asked.data, kitId };
};

const ChosenKit = ({ rows }: { readonly rows: readonly KitSummary[] }) => {
  const asked = useAskedFor();
  const [chosen, setChosen] = useState<KitId | null>(null);
  const wanted = chosen ?? asked.kitId;
  const kitId = rows.find((row) => row.id === wanted)?.id ?? rows[0]?.id;
  if (kitId === undefined) return <NoKits />;
  const kitChoice = (
    <Select
      label="Role kit"
      w={320}
      value={kitId}
      allowDeselect={false}
      data={rows.map((row) => ({ value: row.id, label: row.title }))}
      onChange={(value) => setChosen(value === null ? null : kitIdSchema.parse(value))}
    />
  );
  return <KitPlan key={kitId} kitId={kitId} kitChoice={kitChoice} candidateId={asked.candidateId} />;
};

/** Who asks what, when: choose a role kit, then the plan is on the screen. */
export const PlanPage = () => {
  const library = useLive(useServices().kits.list);
  return (
    <Page>
      <Crumbs trail={[{ label: "Loops", href: hrefTo(paths.loops) }, { label: "Plan a loop" }]} />
      <PageHeader title="Plan a loop" note="The plan is signed by this laptop when you make the loop." />
      <Loaded from={library} doing="Reading the library" trouble={kitTrouble}>
        {(rows) => <ChosenKit rows={rows} />}
      </Loaded>
    </Page>
  );
};
