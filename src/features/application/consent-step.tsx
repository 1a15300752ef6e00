import { Button } from "@mantine/core";
import type { Consent } from "../../domain/application/consent";
import classes from "./application.module.css";
import { words } from "./words";

interface ConsentStepProps {
  readonly consent: Consent;
  readonly busy: boolean;
  readonly onAnswer: (agreed: boolean) => void;
}

/** What the candidate agrees to, before anything is asked. */
export const ConsentStep = ({ consent, busy, onAnswer }: ConsentStepProps) => (
  <>
    <h1>{words.consentTitle}</h1>
    {consent.paragraphs.map((paragraph) => (
      <p key={paragraph}>{paragraph}</p>
    ))}
    <p className={classes.quiet}>{words.consentVersion(consent.version, consent.day)}</p>
    <div className={classes.buttons}>
      <Button size="md" disabled={busy} onClick={() => onAnswer(true)}>
        {words.agree}
      </Button>
      <Button size="md" variant="default" disabled={busy} onClick={() => onAnswer(false)}>
        {words.disagree}
      </Button>
    </div>
  </>
);
