import { nameIn } from "../../../bindings/loop-names";
import { questionTopic } from "../../../domain/kit/lookup";
import type { CoverageBoard, QuestionCoverage } from "../../../domain/loop/coverage/coverage-board";
import type { CoverageMark } from "../../../domain/loop/loop-view";
import type { OpenView } from "../desk";
import classes from "./coverage.module.css";
import { markWords } from "./words";

const markLine = (view: OpenView, { state, personId }: CoverageMark): string =>
  state === "open" ? "" : `${markWords[state]} ${nameIn(view, personId)}`;

const Entry = ({ view, entry }: { readonly view: OpenView; readonly entry: QuestionCoverage }) => (
  <li>
    <b>{questionTopic(view.kit, entry.question)}</b>
    <span className={classes.prompt}>{entry.question.prompt}</span>
    <span>
      {entry.marks.length === 0
        ? "not asked yet"
        : entry.marks.map((mark) => markLine(view, mark)).join(" · ")}
    </span>
  </li>
);

/** Every question of the plan and who asked it; those that were asked first. */
export const AskedList = ({ view, board }: { readonly view: OpenView; readonly board: CoverageBoard }) => (
  <ul className={classes.asked} aria-label="Questions and who asked them">
    {board.questions
      .toSorted((one, other) => Number(one.marks.length === 0) - Number(other.marks.length === 0))
      .map((entry) => (
        <Entry key={entry.question.id} view={view} entry={entry} />
      ))}
  </ul>
);
