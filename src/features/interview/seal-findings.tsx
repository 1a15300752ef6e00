import { Button } from "@mantine/core";
import { useState } from "react";
import type { CardFinding } from "../../domain/card/check-card";
import { Section } from "../../ui/section";
import { StatusDot } from "../../ui/status-dot";
import { type Desk, positionOf } from "./desk";
import { firstFindings } from "./first-findings";
import classes from "./seal.module.css";
import { evidenceRequiredWords, findingWords } from "./words";

interface SealFindingsProps {
  readonly desk: Desk;
  /** Opens the question a finding is about. */
  readonly onGo: (position: number) => void;
}

const Finding = ({ desk, finding, onGo }: SealFindingsProps & { readonly finding: CardFinding }) => {
  const position = finding.item === null ? -1 : positionOf(desk.subjects, finding.item);
  const subject = desk.subjects[position];
  return (
    <li className={classes.finding}>
      <StatusDot
        shape={finding.blocks ? "bang" : "empty"}
        tone="attention"
        label={finding.blocks ? "must be settled" : "worth a look"}
        labelHidden
      />
      {subject === undefined ? (
        <b>The whole card</b>
      ) : (
        <button type="button" className={classes.link} onClick={() => onGo(position)}>
          {position + 1}. {subject.title}
        </button>
      )}
      <span>
        {findingWords[finding.type]}
        {finding.blocks && finding.type === "noEvidence" ? ` ${evidenceRequiredWords}` : ""}
      </span>
    </li>
  );
};

/** Blanks, contradictions and ratings without evidence, each a way to its question. */
export const SealFindings = ({ desk, onGo }: SealFindingsProps) => {
  const { findings } = desk;
  const [isAll, setIsAll] = useState(false);
  const shown = isAll ? findings : firstFindings(findings);
  return (
    <Section id="findings" title="Before you seal" note={findings.length === 0 ? "nothing to look at" : ""}>
      {findings.length === 0 ? (
        <p className={classes.soft}>Every item has a rating with evidence, or a reason why there is none.</p>
      ) : (
        <ul className={classes.findings}>
          {shown.map((finding, index) => (
            <Finding
              // biome-ignore lint/suspicious/noArrayIndexKey: findings are made anew from the card every time
              key={index}
              desk={desk}
              finding={finding}
              onGo={onGo}
            />
          ))}
        </ul>
      )}
      {shown.length === findings.length ? null : (
        <Button variant="default" size="compact-sm" mt={8} onClick={() => setIsAll(true)}>
          Show the other {findings.length - shown.length}
        </Button>
      )}
    </Section>
  );
};
