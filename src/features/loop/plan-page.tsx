import { Button, Select } from "@mantine/core";
import { IconBooks } from "@tabler/icons-react";
import { useState } from "react";
import { useSearchParams } from "react-router";
import { hrefTo, paths } from "../../bindings/paths";
import { useServices } from "../../bindings/services";
import { useLive, useOpened } from "../../bindings/use-live";
import { type CandidateId, candidateIdSchema, type KitId, kitIdSchema } from "../../domain/ids";
import { EmptyState } from "../../ui/empty-state";
import { Loaded } from "../../ui/loading";
import { Page, PageHeader } from "../../ui/page";
import { Crumbs } from "../../ui/top-bar";
import { PlanEditor } from "./plan-editor";
import { listTrouble } from "./words";

const KitPlan = ({
  kitId,
  candidateId,
}: {
  readonly kitId: KitId;
  readonly candidateId: CandidateId | null;
}) => {
  const { kits } = useServices();
  const kit = useOpened(() => kits.open(kitId), kitId);
  return (
    <Loaded from={kit} doing="Opening the role kit" trouble={listTrouble}>
      {(opened) => <PlanEditor kit={opened} candidateId={candidateId} />}
    </Loaded>
  );
};

const useAskedFor = (): CandidateId | null => {
  const [query] = useSearchParams();
  const asked = candidateIdSchema.safeParse(query.get("candidate"));
  return asked.success ? asked.data : null;
};

/** Who asks what, when: choose a role kit, then the plan is on the screen. */
export const PlanPage = () => {
  const { kits, candidates } = useServices();
  const candidateId = useAskedFor();
  const people = useLive(candidates.list);
  const library = useLive(kits.list);
  const [chosen, setChosen] = useState<KitId | null>(null);
  const asked =
    people.state === "ready" ? people.value.find((person) => person.id === candidateId) : undefined;
  return (
    <Page>
      <Crumbs trail={[{ label: "Loops", href: hrefTo(paths.loops) }, { label: "Plan a loop" }]} />
      <PageHeader title="Plan a loop" note="The plan is signed by this laptop when you make the loop." />
      <Loaded from={library} doing="Reading the library" trouble={listTrouble}>
        {(rows) => {
          if (rows.length === 0) {
            return (
              <EmptyState
                icon={IconBooks}
                sentence="A loop is planned from a role kit, and the library has none yet."
              >
                <Button component="a" href={hrefTo(paths.library)}>
                  Go to the library
                </Button>
              </EmptyState>
            );
          }
          const kitId = chosen ?? asked?.kitId ?? rows[0]?.id ?? null;
          return (
            <>
              <Select
                label="Role kit"
                maw={420}
                mb="lg"
                value={kitId}
                allowDeselect={false}
                data={rows.map((row) => ({ value: row.id, label: row.title }))}
                onChange={(value) => setChosen(value === null ? null : kitIdSchema.parse(value))}
              />
              {kitId === null ? null : <KitPlan key={kitId} kitId={kitId} candidateId={candidateId} />}
            </>
          );
        }}
      </Loaded>
    </Page>
  );
};
