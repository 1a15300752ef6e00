import type { Kit, ResumeCriterion } from "../../domain/kit/kit";
import { GroupLabel, Section } from "../../ui/section";
import { CriterionTools } from "./edit/criterion-tools";
import { EditableText } from "./edit/editable-text";
import { useEditing } from "./edit/editing";
import { NumberedLines } from "./edit/numbered-lines";
import { ShortfallNote } from "./edit/shortfall-note";
import { Add } from "./edit/tools";
import { words as editWords } from "./edit/words";
import { Intro } from "./intro";
import { sectionIds } from "./kit-index";
import classes from "./parts.module.css";
import { shortfall } from "./questions";
import { words } from "./words";

interface CriteriaProps {
  readonly kit: Kit;
  readonly title: string;
  readonly criteria: readonly ResumeCriterion[];
  readonly weighted: boolean;
}

const Criteria = ({ kit, title, criteria, weighted }: CriteriaProps) => {
  const isEdited = useEditing() !== null;
  return criteria.length === 0 ? null : (
    <>
      <GroupLabel>{title}</GroupLabel>
      <NumberedLines list="resumeCriteria" items={criteria} nameOf={({ text }) => text}>
        {(criterion) => (
          <>
            <EditableText
              kit={kit}
              spot={{ in: "resumeCriteria", id: criterion.id, field: "text" }}
              label={editWords.criterion}
            >
              <p>{criterion.text}</p>
            </EditableText>
            {isEdited ? (
              <CriterionTools criterion={criterion} />
            ) : weighted ? (
              <small>{words.weight(criterion.weight)}</small>
            ) : null}
          </>
        )}
      </NumberedLines>
    </>
  );
};

/** The criteria every resume is read against. */
export const ResumeSection = ({ kit }: { readonly kit: Kit }) => {
  const { resumeCriteria } = kit;
  const missing = shortfall(kit.announced.resumeCriteria, resumeCriteria.length);
  const weighted = resumeCriteria.some((criterion) => criterion.weight !== 1);
  const ofForm = (form: ResumeCriterion["form"]) =>
    resumeCriteria.filter((criterion) => criterion.form === form);
  return (
    <Section
      id={sectionIds.resumeScreen}
      level={3}
      title={words.resumeScreen}
      note={missing === null ? undefined : <ShortfallNote missing={missing} what="resumeCriteria" />}
    >
      <Intro kit={kit} section="resumeScreen" />
      {resumeCriteria.length === 0 ? <p className={classes.quiet}>{words.noneHere}</p> : null}
      <Criteria
        kit={kit}
        title={words.criteriaStatements}
        criteria={ofForm("statement")}
        weighted={weighted}
      />
      <Criteria kit={kit} title={words.criteriaQuestions} criteria={ofForm("question")} weighted={weighted} />
      <Add
        label={editWords.addStatement}
        edit={(salt) => ({ type: "addCriterion", form: "statement", text: editWords.newStatement, salt })}
      />
      <Add
        label={editWords.addCriterionQuestion}
        edit={(salt) => ({
          type: "addCriterion",
          form: "question",
          text: editWords.newCriterionQuestion,
          salt,
        })}
      />
    </Section>
  );
};
