import { questionStateWords } from "../../documents/outlines/wording";
import type { EarlierSlot, Prep, PrepQuestion, PrepSlot } from "../../domain/loop/prep";
import { whenAndWhere } from "../../domain/loop/when-and-where";
import { dayText } from "../../ui/day-text";
import { GroupLabel, Section } from "../../ui/section";
import classes from "./prep.module.css";

const Signs = ({ title, signs }: { readonly title: string; readonly signs: readonly { text: string }[] }) =>
  signs.length === 0 ? null : (
    <div>
      <GroupLabel as="div">{title}</GroupLabel>
      <ul className={classes.signs}>
        {signs.map(({ text }) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </div>
  );

const Question = ({ question, topic, expected }: PrepQuestion) => (
  <li>
    <h3 className={classes.prompt}>{question.prompt}</h3>
    <p className={classes.expected}>
      <b>{topic}</b>
      {expected === "" ? "" : `: ${expected}`}
    </p>
    <div className={classes.sides}>
      <Signs title="Good signs" signs={question.positive} />
      <Signs title="Warning signs" signs={question.negative} />
    </div>
  </li>
);

const Exercise = ({ exercise, scale }: NonNullable<PrepSlot["exercise"]>) => (
  <div className={classes.exercise}>
    <h3 className={classes.prompt}>{exercise.title}</h3>
    {[exercise.prompt, exercise.scenario, exercise.problem]
      .filter((text) => text !== "")
      .map((text) => (
        <p key={text} className={classes.expected}>
          {text}
        </p>
      ))}
    <div className={classes.sides}>
      <Signs title="Success criteria" signs={exercise.successCriteria.map((text) => ({ text }))} />
      <Signs title="On the table" signs={exercise.reviewBeforehand.map((text) => ({ text }))} />
      <Signs title="Good signs" signs={exercise.positive} />
      <Signs title="Warning signs" signs={exercise.negative} />
    </div>
    <Scale scale={scale} />
  </div>
);

const Scale = ({ scale }: { readonly scale: Prep["questionScale"] }) => (
  <dl className={classes.scale}>
    {scale.map(({ value, label, anchor }) => (
      <div key={value}>
        <dt>
          {value} {label}
        </dt>
        <dd>{anchor}</dd>
      </div>
    ))}
  </dl>
);

const Earlier = ({ earlier }: { readonly earlier: readonly EarlierSlot[] }) =>
  earlier.length === 0 ? null : (
    <div>
      <GroupLabel as="h3">Covered before</GroupLabel>
      <ul className={classes.earlier}>
        {earlier.map(({ slotId, title, interviewers, topics }) => (
          <li key={slotId}>
            <b>{title}</b>
            {interviewers.length === 0 ? "" : `, ${interviewers.join(" and ")}`}:{" "}
            {topics.length === 0
              ? "an exercise"
              : topics.map(({ topic, state }) => `${topic} (${questionStateWords[state]})`).join(", ")}
          </li>
        ))}
      </ul>
    </div>
  );

/** One slot of the card. What others rated is no part of it. */
export const PrepSlotView = ({ prepared, prep }: { readonly prepared: PrepSlot; readonly prep: Prep }) => (
  <Section
    id={`prep-${prepared.slot.slotId}`}
    title={prepared.slot.title}
    note={whenAndWhere(prepared.slot, dayText(prepared.slot.startsAt), prepared.with)}
  >
    {prepared.purpose === "" ? null : <p className={classes.expected}>{prepared.purpose}</p>}
    <Earlier earlier={prepared.earlier} />
    {prepared.questions.length === 0 ? null : (
      <>
        <GroupLabel as="h3">Ask in this order</GroupLabel>
        <ol className={classes.questions}>
          {prepared.questions.map((question) => (
            <Question key={question.question.id} {...question} />
          ))}
        </ol>
        <GroupLabel as="h3">What the ratings mean</GroupLabel>
        <Scale scale={prep.questionScale} />
      </>
    )}
    {prepared.exercise === null ? null : <Exercise {...prepared.exercise} />}
  </Section>
);
