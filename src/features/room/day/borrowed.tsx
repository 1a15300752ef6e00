import { Button } from "@mantine/core";
import { useState } from "react";
import { actTrouble } from "../../../bindings/act-trouble";
import { useLoopSession, useLoopView } from "../../../bindings/loop-session-context";
import { hrefTo, paths } from "../../../bindings/paths";
import { useLive } from "../../../bindings/use-live";
import type { WipeOutlook } from "../../../domain/loop/day/wipe-outlook";
import type { LoopView } from "../../../domain/loop/loop-view";
import { ErrorCard } from "../../../ui/error-card";
import { Notice, NoticeLines } from "../../../ui/notice";
import { Page, PageHeader } from "../../../ui/page";
import { Section } from "../../../ui/section";
import { borrowedSentences, lossSentences, waitingSentence } from "./borrowed-words";
import classes from "./day.module.css";

/** For everybody: which laptops are borrowed, and which of them are wiped. */
export const BorrowedLaptops = ({ view }: { readonly view: LoopView }) => (
  <NoticeLines lines={borrowedSentences(view)} />
);

interface WipeProps {
  readonly view: LoopView;
  readonly outlook: WipeOutlook;
}

/** What would be lost is said before the button that loses it. */
const WipeNow = ({ view, outlook }: WipeProps) => {
  const session = useLoopSession();
  const [asked, setAsked] = useState(false);
  const losses = lossSentences(view, outlook);
  if (!asked)
    return (
      <div className={classes.buttons}>
        <Button variant="default" onClick={() => setAsked(true)}>
          Take the loop off this laptop now
        </Button>
      </div>
    );
  return (
    <>
      <Notice tone="attention">
        {losses.length === 0 ? "Nothing is lost by that." : "This is lost with it:"}
        {losses.map((loss) => (
          <div key={loss}>{loss}</div>
        ))}
      </Notice>
      <div className={classes.buttons}>
        <Button autoFocus onClick={() => void session.wipe()}>
          {losses.length === 0 ? "Take it off" : "Take it off all the same"}
        </Button>
        <Button variant="default" onClick={() => setAsked(false)}>
          Keep it for now
        </Button>
      </div>
    </>
  );
};

/** On the borrowed laptop itself: that it wipes itself, what it waits for, and the way to do it now. */
export const BorrowedHere = ({ view }: { readonly view: LoopView }) => {
  const borrowed = useLive(useLoopSession().borrowed);
  if (borrowed === null || borrowed.state === "wiped") return null;
  return (
    <Section id="borrowed" title="This laptop is borrowed">
      <div className={classes.form}>
        {borrowed.state === "wiping" ? <Notice>The loop is being taken off this laptop.</Notice> : null}
        {borrowed.state === "failed" ? (
          <ErrorCard
            trouble={actTrouble(borrowed.failure, {
              what: "The loop could not be taken off this laptop whole",
              safe: "It goes on with that at the next start.",
            })}
          />
        ) : null}
        {borrowed.state === "kept" ? (
          <>
            <p className={classes.plain}>
              It takes the loop off its disk by itself once nothing is lost by that.{" "}
              {waitingSentence(view, borrowed.outlook)}
            </p>
            <WipeNow view={view} outlook={borrowed.outlook} />
          </>
        ) : null}
      </div>
    </Section>
  );
};

/** True once this laptop has taken the loop off its disk: nothing of it is shown any more. */
export const useIsWiped = (): boolean => useLive(useLoopSession().borrowed)?.state === "wiped";

export const WipedPage = () => {
  const view = useLoopView();
  return (
    <Page width="reading">
      <PageHeader title="The loop is off this laptop" note="Nothing of it can be read here any more." />
      <p className={classes.plain}>
        {view.persons.length > 1
          ? "Your colleagues’ laptops hold what was sealed here. You can give this laptop back."
          : "You can give this laptop back."}
      </p>
      <Button component="a" mt={16} href={hrefTo(paths.loops)}>
        Go to the loops
      </Button>
    </Page>
  );
};
