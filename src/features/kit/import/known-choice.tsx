import { Button } from "@mantine/core";
import { Waiting } from "../../../ui/loading";
import { Notice } from "../../../ui/notice";
import { GroupLabel } from "../../../ui/section";
import { Differences } from "./differences";
import classes from "./differences.module.css";
import type { Known } from "./known-kit";
import { words } from "./words";

/** What to do with a kit that the library has already. */
export interface KnownChoiceProps {
  readonly known: Known;
  readonly busy: boolean;
  readonly nameless: boolean;
  readonly onUpdate: () => void;
  readonly onCopy: () => void;
  readonly onSkip: () => void;
}

/** Update, copy or skip, with what the import has otherwise than the kit in the library. */
export const KnownChoice = ({ known, busy, nameless, onUpdate, onCopy, onSkip }: KnownChoiceProps) => {
  const { differences, summary } = known;
  const list = differences.state === "ready" ? differences.value : null;
  return (
    <section className={classes.known} aria-label={words.knownTitle}>
      <Notice tone="attention">{words.known(summary.title, list?.length ?? null)}</Notice>
      <div className={classes.choices}>
        <Button disabled={nameless || list?.length === 0} loading={busy} onClick={onUpdate}>
          {words.update}
        </Button>
        <Button variant="default" disabled={nameless || busy} onClick={onCopy}>
          {words.copy}
        </Button>
        <Button variant="default" disabled={busy} onClick={onSkip}>
          {words.skip}
        </Button>
      </div>
      {list !== null && list.length > 0 ? (
        <>
          <GroupLabel as="h2">{words.differencesTitle}</GroupLabel>
          <Differences differences={list} />
        </>
      ) : null}
      {differences.state === "loading" ? <Waiting doing={words.comparing} /> : null}
    </section>
  );
};
