import { useEffect, useMemo, useState } from "react";
import type { Finalists } from "../../../domain/debrief/finalists/finalists";
import {
  type ComparedItem,
  type OtherNames,
  questionByQuestion,
} from "../../../domain/debrief/finalists/question-by-question";
import type { Kit } from "../../../domain/kit/kit";
import { useKeys } from "../../../ui/keys/keys";
import classes from "./finalists.module.css";
import { HeardColumn } from "./heard-column";
import { markWords, words } from "./words";

interface ItemListProps {
  readonly items: readonly ComparedItem[];
  readonly at: number;
  readonly onChoose: (at: number) => void;
}

const ItemList = ({ items, at, onChoose }: ItemListProps) => (
  <nav aria-label={words.items} className={classes.items}>
    <ol>
      {items.map((item, index) => (
        <li key={`${item.kind}-${item.id}`}>
          <button
            type="button"
            id={`compared-${index}`}
            aria-current={index === at ? "true" : undefined}
            onClick={() => onChoose(index)}
          >
            <b>{item.topic}</b>
            <span>{item.prompt}</span>
          </button>
        </li>
      ))}
    </ol>
  </nav>
);

interface ComparisonProps {
  readonly kit: Kit;
  readonly finalists: Finalists["compared"];
  /** Who else may be named in a note. */
  readonly others: OtherNames;
}

/** One item at a time with every finalist's answers side by side; `j` and `k` go on. */
export const Comparison = ({ kit, finalists, others }: ComparisonProps) => {
  const items = useMemo(() => questionByQuestion(kit, finalists, others), [kit, finalists, others]);
  const [asked, setAsked] = useState(0);
  const at = Math.max(0, Math.min(items.length - 1, asked));
  const item = items[at];
  useKeys({
    title: words.title,
    scope: "screen",
    bindings: [
      { keys: "j", does: "Next question", run: () => setAsked(Math.min(items.length - 1, at + 1)) },
      { keys: "k", does: "Previous question", run: () => setAsked(Math.max(0, at - 1)) },
    ],
  });
  useEffect(() => {
    document.getElementById(`compared-${at}`)?.scrollIntoView({ block: "nearest" });
  }, [at]);
  if (item === undefined) return <p className={classes.soft}>No card speaks of a question or an exercise.</p>;
  return (
    <div className={classes.comparison}>
      <ItemList items={items} at={at} onChoose={setAsked} />
      <article aria-labelledby="compared-item" className={classes.article}>
        <h2 id="compared-item">{item.topic}</h2>
        <p className={classes.prompt}>{item.prompt}</p>
        <div className={classes.columns}>
          {finalists.map((finalist, index) => (
            <HeardColumn
              key={finalist.mark}
              finalist={finalist}
              title={markWords(finalist, finalists)}
              item={item}
              heard={item.heard[index] ?? []}
            />
          ))}
        </div>
      </article>
    </div>
  );
};
