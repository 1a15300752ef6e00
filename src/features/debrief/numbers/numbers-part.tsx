import { Button, Collapse } from "@mantine/core";
import { IconChevronDown, IconChevronRight } from "@tabler/icons-react";
import { useId, useState } from "react";
import { useServices } from "../../../bindings/services";
import { useAsked } from "../../../bindings/use-asked";
import { agreementSentences } from "../../../documents/outlines/agreement-words";
import { coefficientsOf } from "../../../domain/debrief/coefficients";
import type { Matrix } from "../../../domain/debrief/matrix";
import type { LoopRecord } from "../../../domain/record/record";
import { Loaded } from "../../../ui/loading";
import { LeniencyPart, Structure } from "./across-loops";
import { acrossTrouble } from "./across-words";
import { coefficientSentences } from "./coefficient-words";
import classes from "./numbers.module.css";

interface NumbersProps {
  readonly record: LoopRecord;
  readonly matrix: Matrix;
}

/** Read only once somebody looks: every record is a whole role kit and all its cards. */
const AcrossLoops = ({ record }: Pick<NumbersProps, "record">) => {
  const { roleLoops } = useServices();
  const others = useAsked(() => roleLoops.decided(record.loopId), record.loopId);
  return (
    <Loaded from={others} doing="Reading the decided loops" trouble={acrossTrouble}>
      {(records) => (
        <>
          <LeniencyPart record={record} others={records} />
          <Structure record={record} others={records} />
        </>
      )}
    </Loaded>
  );
};

/** Worked out only once somebody looks: every panelist is compared with every other, item by item. */
const Sentences = ({ matrix }: Pick<NumbersProps, "matrix">) => (
  <>
    {[...agreementSentences(matrix), ...coefficientSentences(coefficientsOf(matrix))].map((sentence) => (
      <p key={sentence}>{sentence}</p>
    ))}
  </>
);

/** How far the numbers can be relied on; folded, since a debrief is about what was heard. */
export const NumbersPart = ({ record, matrix }: NumbersProps) => {
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
          {open ? <Sentences matrix={matrix} /> : null}
          {open ? <AcrossLoops record={record} /> : null}
        </div>
      </Collapse>
    </section>
  );
};
