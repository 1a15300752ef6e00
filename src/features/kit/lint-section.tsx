import { UnstyledButton } from "@mantine/core";
import type { Kit } from "../../domain/kit/kit";
import type { KitFinding, KitPlace } from "../../domain/kit/lint/finding";
import { GroupLabel, Section } from "../../ui/section";
import { StatusDot } from "../../ui/status-dot";
import { LintRemedy } from "./edit/lint-remedy";
import { sectionIds } from "./kit-index";
import classes from "./lint.module.css";
import { placeTitle, reasonOf } from "./lint-words";
import { words } from "./words";

interface LintSectionProps {
  readonly kit: Kit;
  readonly findings: readonly KitFinding[];
  /** Goes to a place of the kit, or of the kit as it is after a change. */
  readonly onGo: (place: KitPlace, changed?: Kit) => void;
}

const Findings = ({ kit, findings, onGo }: LintSectionProps) => (
  <ul className={classes.list} aria-label={words.lint}>
    {findings.map((finding) => (
      <li key={`${finding.rule} ${finding.place.part} ${finding.place.id} ${finding.about}`}>
        <UnstyledButton className={classes.place} onClick={() => onGo(finding.place)}>
          {placeTitle(kit, finding.place)}
        </UnstyledButton>{" "}
        {reasonOf(finding)}
        <LintRemedy kit={kit} finding={finding} onGo={onGo} />
      </li>
    ))}
  </ul>
);

/** The same beside the page, while it is edited. */
export const LintBeside = ({ kit, findings, onGo }: LintSectionProps) => (
  <div className={classes.beside}>
    <GroupLabel as="div">{words.lint}</GroupLabel>
    <Findings kit={kit} findings={findings} onGo={onGo} />
  </div>
);

/** What of the kit is worth another look, each with its reason and a way to its place. Nothing here stops anybody. */
export const LintSection = ({ kit, findings, onGo }: LintSectionProps) => (
  <Section id={sectionIds.lint} title={words.lint} note={words.lintNote}>
    {findings.length === 0 ? (
      <StatusDot shape="full" label={words.lintClean} />
    ) : (
      <Findings kit={kit} findings={findings} onGo={onGo} />
    )}
  </Section>
);
