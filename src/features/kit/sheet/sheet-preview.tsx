import { Button } from "@mantine/core";
import { useMemo } from "react";
import type { Kit } from "../../../domain/kit/kit";
import { type PlacedSheet, placeRows, type Unplaced } from "../../../domain/kit/sheet/place-rows";
import { NoticeLines } from "../../../ui/notice";
import { GroupLabel } from "../../../ui/section";
import classes from "./sheet.module.css";
import type { ChosenSheet } from "./use-sheet";
import { unplacedWords, words } from "./words";

const NotPlaced = ({ unplaced }: { readonly unplaced: readonly Unplaced[] }) => (
  <section>
    <GroupLabel as="h2">{words.unplacedTitle}</GroupLabel>
    {unplaced.length === 0 ? <p>{words.unplacedNone}</p> : null}
    <ul className={classes.unplaced} aria-label={words.unplacedTitle}>
      {unplaced.map((one) => (
        <li key={`${one.type} ${one.row} ${one.text}`}>
          <span>{words.row(one.row)}</span> {unplacedWords(one)}
        </li>
      ))}
    </ul>
    {unplaced.length === 0 ? null : <p className={classes.soft}>{words.unplacedHint}</p>}
  </section>
);

const remarks = ({ placed, topicFromAbove, added }: PlacedSheet, encoding: string): readonly string[] => [
  ...(placed === 0 ? [] : [words.draft]),
  ...(encoding === "windows-1252" ? [words.encoding] : []),
  ...(topicFromAbove === 0 ? [] : [words.fromAbove(topicFromAbove)]),
  ...(added.length === 0 ? [] : [words.added(added)]),
];

const newQuestions = (kit: Kit, { kit: after }: PlacedSheet) => after.questions.slice(kit.questions.length);

interface SheetPreviewProps {
  readonly kit: Kit;
  readonly chosen: ChosenSheet;
  readonly adding: boolean;
  readonly onAdd: () => void;
}

/** What the sheet becomes with these columns, before anything is added. */
export const SheetPreview = ({ kit, chosen, adding, onAdd }: SheetPreviewProps) => {
  const placed = useMemo(
    () => placeRows(kit, chosen.sheet.rows, chosen.columns, chosen.headings),
    [kit, chosen],
  );
  const lacking = [
    ...(chosen.columns.includes("prompt") ? [] : [words.promptMissing]),
    ...(chosen.columns.includes("topic") ? [] : [words.topicMissing]),
  ];
  if (lacking.length > 0) return <NoticeLines tone="attention" lines={lacking} />;
  return (
    <>
      <NoticeLines lines={remarks(placed, chosen.sheet.encoding)} />
      <div className={classes.act}>
        <Button disabled={placed.placed === 0} loading={adding} onClick={onAdd}>
          {words.add(placed.placed)}
        </Button>
      </div>
      <div className={classes.results}>
        <section>
          <GroupLabel as="h2">{words.placed(placed.placed)}</GroupLabel>
          <ul className={classes.unplaced} aria-label={words.previewTitle}>
            {newQuestions(kit, placed)
              .slice(0, 50)
              .map(({ id, prompt, positive, negative }) => (
                <li key={id}>
                  {prompt}{" "}
                  <span className={classes.soft}>{words.signs(positive.length, negative.length)}</span>
                </li>
              ))}
          </ul>
        </section>
        <NotPlaced unplaced={placed.unplaced} />
      </div>
    </>
  );
};
