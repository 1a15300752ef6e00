import { Anchor, SegmentedControl, Select } from "@mantine/core";
import type { ReactNode } from "react";
import { hrefTo, paths } from "../../bindings/paths";
import { useServices } from "../../bindings/services";
import { useLive } from "../../bindings/use-live";
import { type CandidateId, candidateIdSchema, type LevelId, levelIdSchema } from "../../domain/ids";
import type { Kit } from "../../domain/kit/kit";
import { Notice } from "../../ui/notice";
import { KitVersion } from "./kit-version";
import classes from "./plan.module.css";

interface PlanHeadProps {
  readonly kit: Kit;
  /** Where another role kit is chosen. */
  readonly kitChoice: ReactNode;
  readonly candidateId: CandidateId | null;
  readonly levelId: LevelId;
  readonly onCandidate: (id: CandidateId | null) => void;
  readonly onLevel: (id: LevelId) => void;
}

/** From which role kit, for whom, and at which level. */
export const PlanHead = ({ kit, kitChoice, candidateId, levelId, onCandidate, onLevel }: PlanHeadProps) => {
  const people = useLive(useServices().candidates.list);
  const known = people.state === "ready" ? people.value : [];
  return (
    <>
      <div className={classes.planHead}>
        {kitChoice}
        <Select
          label="Candidate"
          placeholder="Choose"
          searchable
          w={280}
          value={candidateId}
          data={known.map(({ id, name }) => ({ value: id, label: name }))}
          nothingFoundMessage="Nobody has that name"
          onChange={(value) => onCandidate(value === null ? null : candidateIdSchema.parse(value))}
        />
        <div>
          <div className={classes.label} aria-hidden="true">
            Level
          </div>
          <SegmentedControl
            aria-label="Level"
            value={levelId}
            data={kit.levels.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(value) => onLevel(levelIdSchema.parse(value))}
          />
        </div>
      </div>
      <KitVersion kitId={kit.id} />
      {people.state === "ready" && known.length === 0 ? (
        <Notice tone="attention">
          There is no candidate on this laptop yet.{" "}
          <Anchor href={hrefTo(paths.candidates)} size="sm" underline="always">
            Add one first
          </Anchor>
        </Notice>
      ) : null}
    </>
  );
};
