import { Button } from "@mantine/core";
import { IconAlertTriangle, IconCircleCheck, IconHourglass } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { hrefTo, paths } from "../../bindings/paths";
import type { NextStep } from "./next-step";
import classes from "./next-step.module.css";

const icons = { attention: IconAlertTriangle, good: IconCircleCheck, quiet: IconHourglass } as const;

const Link = ({ to, children }: { readonly to: string; readonly children: ReactNode }) => (
  <Button component="a" href={hrefTo(to)}>
    {children}
  </Button>
);

interface BannerProps {
  readonly loopId: string;
  readonly step: NextStep;
  /** How safe everything is, in one sentence under the first. */
  readonly safety: ReactNode;
  readonly onReveal: (early: { readonly reason: string } | null) => void;
}

const Act = ({ loopId, step: { act }, onReveal }: Omit<BannerProps, "safety">) => {
  switch (act?.do) {
    case "card":
      return <Link to={paths.slot(loopId, act.slotId)}>Go to my card: {act.title}</Link>;
    case "debrief":
      return <Link to={paths.debrief(loopId)}>Go to the debrief</Link>;
    case "record":
      return <Link to={paths.record(loopId)}>Go to the record</Link>;
    case "reveal": {
      const early = act.early === null ? null : { reason: act.early };
      return <Button onClick={() => onReveal(early)}>Reveal the cards</Button>;
    }
    case undefined:
      return null;
  }
};

/** What the panel waits for, in one sentence, with the one thing to do about it. */
export const NextStepBanner = (props: BannerProps) => {
  const { step, safety } = props;
  const Picture = icons[step.tone];
  return (
    <div className={classes.banner} data-tone={step.tone}>
      <Picture size={22} stroke={1.7} aria-hidden="true" />
      <div className={classes.words}>
        <p className={classes.sentence} role="status">
          {step.sentence}
        </p>
        <div className={classes.safety}>{safety}</div>
      </div>
      <Act {...props} />
    </div>
  );
};
