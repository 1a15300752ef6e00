import { Button, Collapse } from "@mantine/core";
import { IconChevronDown, IconChevronRight } from "@tabler/icons-react";
import { useId, useState } from "react";
import {
  agreementSentences,
  componentStateWords,
  componentWords,
  structureLine,
} from "../../documents/outlines/agreement-words";
import { coefficientsOf } from "../../domain/debrief/coefficients";
import type { Matrix } from "../../domain/debrief/matrix";
import { type ComponentState, structureScore } from "../../domain/debrief/structure-score";
import type { LoopRecord } from "../../domain/record/record";
import { StatusDot } from "../../ui/status-dot";
import { coefficientSentences } from "./coefficient-words";
import classes from "./numbers.module.css";

const shapes = { met: "full", notMet: "bang", notLogged: "empty" } as const satisfies Record<
  ComponentState,
  string
>;
const tones = { met: "accent", notMet: "attention", notLogged: "quiet" } as const;

const Structure = ({ record }: { readonly record: LoopRecord }) => {
  const score = structureScore(record, []);
  return (
    <>
      <p>{structureLine(score)}</p>
      <ul className={classes.components}>
        {score.components.map(({ component, state }) => (
          <li key={component}>
            <StatusDot
              shape={shapes[state]}
              tone={tones[state]}
              label={`${componentWords[component]}: ${componentStateWords[state]}`}
            />
          </li>
        ))}
      </ul>
    </>
  );
};

/** How far the numbers can be relied on; folded, since a debrief is about what was heard. */
export const NumbersPart = ({ record, matrix }: { readonly record: LoopRecord; readonly matrix: Matrix }) => {
  const [open, setOpen] = useState(false);
  const id = useId();
  return (
    <section aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`} className={classes.title}>
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={open ? <IconChevronDown size={14} /> : <IconChevronRight size={14} />}
          aria-expanded={open}
          aria-controls={id}
          onClick={() => setOpen(!open)}
        >
          What the numbers can say
        </Button>
      </h2>
      <Collapse expanded={open} id={id}>
        <div className={classes.body}>
          {agreementSentences(matrix).map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
          {coefficientSentences(coefficientsOf(matrix)).map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
          <Structure record={record} />
        </div>
      </Collapse>
    </section>
  );
};
