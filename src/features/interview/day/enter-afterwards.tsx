import { Button } from "@mantine/core";
import type { Entered } from "../../../domain/card/card";
import { Section } from "../../../ui/section";
import classes from "../slot-start.module.css";

type From = Extract<Entered, { readonly kind: "afterwards" }>["from"];

/** For an interview that was held without this screen. The card says so for ever, and the loop's log says it at once. */
export const EnterAfterwards = ({ onEnter }: { readonly onEnter: (from: From) => void }) => (
  <Section id="afterwards" title="Already held, on paper or without notes">
    <p className={classes.rule}>
      Type the card in afterwards: no clock runs, and the card and the log say that it was entered later.
    </p>
    <Button variant="default" mr={8} onClick={() => onEnter("paper")}>
      Enter it from paper
    </Button>
    <Button variant="default" onClick={() => onEnter("memory")}>
      Enter it from memory
    </Button>
  </Section>
);
