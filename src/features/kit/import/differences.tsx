import { Button } from "@mantine/core";
import { useState } from "react";
import type { FieldDifference, KitDifference } from "../../../domain/kit/kit-differences";
import { differenceLine, fieldWord } from "./difference-words";
import classes from "./differences.module.css";
import { words } from "./words";

/** More are counted and shown when asked for. */
const firstShown = 12;

const keyOf = (difference: KitDifference): string =>
  difference.type === "reordered"
    ? `order ${difference.list}`
    : `${difference.type} ${difference.list} ${difference.id}`;

const Field = ({ field, before, after }: FieldDifference) => (
  <tr>
    <th scope="row">{fieldWord(field)}</th>
    <td>{before === "" ? words.nothing : before}</td>
    <td>{after === "" ? words.nothing : after}</td>
  </tr>
);

const Fields = ({ fields }: { readonly fields: readonly FieldDifference[] }) => (
  <table className={classes.fields}>
    <thead>
      <tr>
        <th scope="col">{words.fieldColumn}</th>
        <th scope="col">{words.beforeColumn}</th>
        <th scope="col">{words.afterColumn}</th>
      </tr>
    </thead>
    <tbody>
      {fields.map((field) => (
        <Field key={field.field} {...field} />
      ))}
    </tbody>
  </table>
);

/** What the import has otherwise than the kit in the library, each with both texts. */
export const Differences = ({ differences }: { readonly differences: readonly KitDifference[] }) => {
  const [all, setAll] = useState(false);
  const shown = all ? differences : differences.slice(0, firstShown);
  return (
    <>
      <ul className={classes.list} aria-label={words.differencesTitle}>
        {shown.map((difference) => (
          <li key={keyOf(difference)} data-type={difference.type}>
            {differenceLine(difference)}
            {difference.type === "changed" ? <Fields fields={difference.fields} /> : null}
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
