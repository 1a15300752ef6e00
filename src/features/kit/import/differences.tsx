import { Button } from "@mantine/core";
import { useState } from "react";
import type { FieldDifference, KitDifference } from "../../../domain/kit/kit-differences";
import { differenceLine, fieldWord } from "./difference-words";
import classes from "./differences.module.css";
import { type WordRun, wordDifferences } from "./word-runs";
import { words } from "./words";

/** More are counted and shown when asked for. */
const firstShown = 12;

const keyOf = (difference: KitDifference): string =>
  difference.type === "reordered"
    ? `order ${difference.list}`
    : `${difference.type} ${difference.list} ${difference.id}`;

/** A text with what the other side does not have marked; `del` and `ins` say it also to those who do not see it. */
const Marked = ({ runs, as: Mark }: { readonly runs: readonly WordRun[]; readonly as: "del" | "ins" }) =>
  runs.length === 0
    ? words.nothing
    : runs.map(({ text, isSame }, index) =>
        // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text, which change together
        isSame ? text : <Mark key={index}>{text}</Mark>,
      );

const Field = ({ field, before, after }: FieldDifference) => {
  const runs = wordDifferences(before, after);
  return (
    <tr>
      <th scope="row">{fieldWord(field)}</th>
      <td>
        <Marked runs={runs.before} as="del" />
      </td>
      <td>
        <Marked runs={runs.after} as="ins" />
      </td>
    </tr>
  );
};

/** What the two sides are called. */
export interface SideNames {
  readonly title: string;
  readonly before: string;
  readonly after: string;
}

const importSides: SideNames = {
  title: words.differencesTitle,
  before: words.beforeColumn,
  after: words.afterColumn,
};

const Fields = ({
  fields,
  sides,
}: {
  readonly fields: readonly FieldDifference[];
  readonly sides: SideNames;
}) => (
  <table className={classes.fields}>
    <thead>
      <tr>
        <th scope="col">{words.fieldColumn}</th>
        <th scope="col">{sides.before}</th>
        <th scope="col">{sides.after}</th>
      </tr>
    </thead>
    <tbody>
      {fields.map((field) => (
        <Field key={field.field} {...field} />
      ))}
    </tbody>
  </table>
);

interface DifferencesProps {
  readonly differences: readonly KitDifference[];
  /** The library and an import where it is left out. */
  readonly sides?: SideNames;
}

/** What one kit has otherwise than another, each part with both texts side by side and the words marked that differ. */
export const Differences = ({ differences, sides = importSides }: DifferencesProps) => {
  const [all, setAll] = useState(false);
  const shown = all ? differences : differences.slice(0, firstShown);
  return (
    <>
      <ul className={classes.list} aria-label={sides.title}>
        {shown.map((difference) => (
          <li key={keyOf(difference)} data-type={difference.type}>
            {differenceLine(difference)}
            {difference.type === "changed" ? <Fields fields={difference.fields} sides={sides} /> : null}
          </li>
        ))}
      </ul>
      {shown.length === differences.length ? null : (
        <Button variant="default" size="xs" onClick={() => setAll(true)}>
          {words.showAllDifferences(differences.length)}
        </Button>
      )}
    </>
  );
};
