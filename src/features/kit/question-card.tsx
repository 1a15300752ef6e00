import type { Kit, Level, Question } from "../../domain/kit/kit";
import { competencyById, levelTextOf } from "../../domain/kit/lookup";
import { Chip } from "../../ui/chip";
import classes from "./question-card.module.css";
import { limitedTo } from "./questions";
import { SignColumns } from "./sign-columns";
import { words } from "./words";

const Fact = ({ label, text }: { readonly label: string; readonly text: string }) => (
  <div>
    <dt>{label}</dt>
    <dd>{text === "" ? <span className={classes.missing}>{words.notSaid}</span> : text}</dd>
  </div>
);

interface AboutProps {
  readonly kit: Kit;
  readonly question: Question;
  readonly level: Level;
}

const About = ({ kit, question, level }: AboutProps) => {
  const { target } = question;
  if (target.kind === "attitude") {
    const attitude = kit.attitudes.find((known) => known.id === target.attitudeId);
    return (
      <>
        <h4 className={classes.topic}>{attitude?.name}</h4>
        <p className={classes.definition}>{attitude?.definition || words.notSaid}</p>
      </>
    );
  }
  const competency = competencyById(kit, target.competencyId);
  const discipline = kit.disciplines.find((known) => known.id === competency.disciplineId);
  const text = levelTextOf(competency, level.id);
  return (
    <>
      <p className={classes.discipline}>{discipline?.name}</p>
      <h4 className={classes.topic}>{competency.name}</h4>
      <dl className={classes.facts}>
        <Fact label={words.jobRequirement} text={text.requirement} />
        <Fact label={words.expectedAt(level.name)} text={text.expectation} />
      </dl>
    </>
  );
};

/** One question with what it is about at the chosen level and the signs to look for. */
export const QuestionCard = ({ kit, question, level }: AboutProps) => {
  const round = kit.rounds.find((known) => known.id === question.roundId);
  const only = limitedTo(kit, question);
  return (
    <article className={classes.card}>
      <div className={classes.about}>
        <About kit={kit} question={question} level={level} />
      </div>
      <p className={classes.prompt}>{question.prompt}</p>
      <p className={classes.marks}>
        {round === undefined ? null : (
          <Chip>
            {words.round}: {round.name}
          </Chip>
        )}
        {only.length === 0 ? null : <Chip>{words.onlyFor(only)}</Chip>}
      </p>
      <SignColumns positive={question.positive} negative={question.negative} />
    </article>
  );
};
