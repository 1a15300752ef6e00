import type { TextSpot } from "../../domain/kit/edit/kit-edit";
import type { Kit, Level, Question } from "../../domain/kit/kit";
import { competencyById, levelTextOf } from "../../domain/kit/lookup";
import { Chip } from "../../ui/chip";
import { EditableText } from "./edit/editable-text";
import { useEditing } from "./edit/editing";
import { QuestionTools } from "./edit/question-tools";
import { words as editWords } from "./edit/words";
import { placeKey } from "./go-to-place";
import classes from "./question-card.module.css";
import { limitedTo } from "./questions";
import { SignColumns } from "./sign-columns";
import { words } from "./words";

interface FactProps {
  readonly kit: Kit;
  readonly spot: TextSpot;
  readonly label: string;
  readonly text: string;
}

const Fact = ({ kit, spot, label, text }: FactProps) => (
  <div>
    <dt>{label}</dt>
    <dd>
      <EditableText kit={kit} spot={spot} label={label} placeholder={words.notSaid}>
        {text === "" ? <span className={classes.missing}>{words.notSaid}</span> : text}
      </EditableText>
    </dd>
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
        <h4 className={classes.topic}>
          <EditableText
            kit={kit}
            spot={{ in: "attitudes", id: target.attitudeId, field: "name" }}
            label={editWords.attitudeName}
          >
            {attitude?.name}
          </EditableText>
        </h4>
        <div className={classes.definition}>
          <EditableText
            kit={kit}
            spot={{ in: "attitudes", id: target.attitudeId, field: "definition" }}
            label={editWords.definition}
          >
            {attitude?.definition || words.notSaid}
          </EditableText>
        </div>
      </>
    );
  }
  const competency = competencyById(kit, target.competencyId);
  const discipline = kit.disciplines.find((known) => known.id === competency.disciplineId);
  const text = levelTextOf(competency, level.id);
  const cell = { in: "cell", competencyId: competency.id, levelId: level.id } as const;
  return (
    <>
      <p className={classes.discipline}>{discipline?.name}</p>
      <h4 className={classes.topic}>{competency.name}</h4>
      <dl className={classes.facts}>
        <Fact
          kit={kit}
          spot={{ ...cell, field: "requirement" }}
          label={words.jobRequirement}
          text={text.requirement}
        />
        <Fact
          kit={kit}
          spot={{ ...cell, field: "expectation" }}
          label={words.expectedAt(level.name)}
          text={text.expectation}
        />
      </dl>
    </>
  );
};

const Marks = ({ kit, question }: Omit<AboutProps, "level">) => {
  const isEdited = useEditing() !== null;
  const round = kit.rounds.find((known) => known.id === question.roundId);
  const only = limitedTo(kit, question);
  return (
    <div className={classes.marks}>
      {isEdited ? <QuestionTools kit={kit} question={question} /> : null}
      {round === undefined || isEdited ? null : (
        <Chip>
          {words.round}: {round.name}
        </Chip>
      )}
      {only.length === 0 || isEdited ? null : <Chip>{words.onlyFor(only)}</Chip>}
    </div>
  );
};

/** One question with what it is about at the chosen level and the signs to look for. */
export const QuestionCard = ({ kit, question, level }: AboutProps) => {
  return (
    <article className={classes.card}>
      <div className={classes.about}>
        <About kit={kit} question={question} level={level} />
      </div>
      <div className={classes.prompt} data-place={placeKey({ part: "question", id: question.id })}>
        <EditableText
          kit={kit}
          spot={{ in: "questions", id: question.id, field: "prompt" }}
          label={editWords.question}
        >
          {question.prompt}
        </EditableText>
      </div>
      <Marks kit={kit} question={question} />
      <SignColumns
        kit={kit}
        owner={{ list: "questions", id: question.id }}
        positive={question.positive}
        negative={question.negative}
      />
    </article>
  );
};
