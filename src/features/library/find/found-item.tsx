import type { Found } from "../../../bindings/kit-finder";
import { hrefTo, paths } from "../../../bindings/paths";
import type { KitSummary } from "../../../bindings/services";
import { Chip } from "../../../ui/chip";
import { CopyQuestion } from "./copy-question";
import classes from "./find.module.css";
import { Marked, markedPieces } from "./marked";
import { kindWords } from "./words";

/** An essay or a long scenario says enough in its beginning. */
const mostText = 320;

const shortened = (text: string): string => (text.length > mostText ? `${text.slice(0, mostText)} …` : text);

const Signs = ({ entry, words }: Found) => {
  const hits = entry.indicators.filter((sign) => markedPieces(sign, words).some(({ marked }) => marked));
  return hits.length === 0 ? null : (
    <ul className={classes.signs}>
      {hits.map((sign) => (
        <li key={sign}>
          <Marked text={sign} found={words} />
        </li>
      ))}
    </ul>
  );
};

interface FoundItemProps {
  readonly found: Found;
  readonly kits: readonly KitSummary[];
}

/** One thing that was found: what it says, where it stands, and for a question, copying it. */
export const FoundItem = ({ found, kits }: FoundItemProps) => {
  const { entry, words } = found;
  const isQuestion = entry.kind === "competencyQuestion" || entry.kind === "attitudeQuestion";
  const hasOthers = kits.some(({ id }) => id !== entry.kitId);
  return (
    <li className={classes.item}>
      <div className={classes.head}>
        <h2>
          <Marked text={entry.title} found={words} />
        </h2>
        <Chip>{kindWords[entry.kind]}</Chip>
      </div>
      {entry.text === "" ? null : (
        <p className={classes.text}>
          <Marked text={shortened(entry.text)} found={words} />
        </p>
      )}
      <Signs {...found} />
      <p className={classes.where}>
        <a href={hrefTo(paths.kit(entry.kitId))}>{entry.kitTitle}</a>
        {[entry.levels.join(", "), entry.discipline, entry.round]
          .filter((part) => part !== "")
          .map((part) => ` · ${part}`)
          .join("")}
      </p>
      {isQuestion && hasOthers ? <CopyQuestion entry={entry} kits={kits} /> : null}
    </li>
  );
};
