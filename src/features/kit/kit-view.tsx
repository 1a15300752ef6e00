import { Button, SegmentedControl } from "@mantine/core";
import { useMemo } from "react";
import type { KitDesk } from "../../bindings/kit-desk";
import { hrefTo, paths } from "../../bindings/paths";
import type { Kit, Level } from "../../domain/kit/kit";
import type { KitPlace } from "../../domain/kit/lint/finding";
import { lintKit } from "../../domain/kit/lint/lint-kit";
import { Prose } from "../../ui/page";
import { Section } from "../../ui/section";
import { SideIndex } from "../../ui/side-index";
import { ApplicationSection } from "./application-section";
import { EditBar } from "./edit/edit-bar";
import { EditableText } from "./edit/editable-text";
import { Add } from "./edit/tools";
import { words as editWords } from "./edit/words";
import { ExerciseView } from "./exercise-view";
import { FrameworkSection } from "./framework-section";
import type { Pagers } from "./go-to-place";
import { Intro } from "./intro";
import { kitIndex, sectionIds } from "./kit-index";
import { KitMenu } from "./kit-menu";
import classes from "./kit-view.module.css";
import { LintBeside, LintSection } from "./lint-section";
import { QuestionSection } from "./question-section";
import { questionsShown } from "./questions";
import { ResumeSection } from "./resume-section";
import { RoundsSection } from "./rounds-section";
import { SaveKit } from "./save-kit";
import { ScalesSection } from "./scales-section";
import { usePlace } from "./use-place";
import { usePagerKeys, useQuestionPager } from "./use-question-pager";
import { words } from "./words";

interface KitViewProps {
  readonly kit: Kit;
  /** Every text that depends on a level is shown for this one. */
  readonly level: Level;
  readonly onLevel: (levelId: string) => void;
  /** The desk the kit is edited on; null while it is only read. */
  readonly desk: KitDesk | null;
  /** Goes to editing, or back to reading. */
  readonly onEdit: (isEdited: boolean) => void;
}

const Head = ({ kit, level, onLevel, desk, onEdit }: KitViewProps) => (
  <header className={classes.head}>
    <div>
      {desk === null ? (
        <>
          <h1>{kit.title}</h1>
          {kit.author === "" ? null : <p>{words.by(kit.author)}</p>}
        </>
      ) : (
        <>
          <h1>
            <EditableText kit={kit} spot={{ in: "kit", field: "title" }} label={editWords.kitTitle} />
          </h1>
          <div className={classes.author}>
            <EditableText kit={kit} spot={{ in: "kit", field: "author" }} label={editWords.author} />
          </div>
        </>
      )}
    </div>
    <p className={classes.onPaper}>
      {words.level}: {level.name}
    </p>
    <div className={classes.levels}>
      {desk === null ? (
        <Button variant="default" onClick={() => onEdit(true)}>
          {editWords.edit}
        </Button>
      ) : null}
      <Button component="a" variant="default" href={hrefTo(paths.kitVersions(kit.id))}>
        {editWords.versions}
      </Button>
      <SaveKit kit={kit} />
      <KitMenu kit={kit} />
      <span id="kit-level">{words.level}</span>
      <SegmentedControl
        aria-labelledby="kit-level"
        color="teal"
        data={kit.levels.map((known) => ({ value: known.id, label: known.name }))}
        value={level.id}
        onChange={onLevel}
      />
    </div>
  </header>
);

const EditedEssay = ({ kit }: { readonly kit: Kit }) => (
  <Section id={sectionIds.essay} title={kit.essay.title || words.essay}>
    <EditableText kit={kit} spot={{ in: "essay", field: "title" }} label={editWords.essayTitle} />
    <EditableText kit={kit} spot={{ in: "essay", field: "author" }} label={editWords.essayAuthor} />
    <Prose lead>
      <EditableText kit={kit} spot={{ in: "essay", field: "paragraphs" }} label={editWords.essay} />
    </Prose>
  </Section>
);

const Essay = ({ essay }: { readonly essay: Kit["essay"] }) =>
  essay.paragraphs.length === 0 ? null : (
    <Section
      id={sectionIds.essay}
      title={essay.title || words.essay}
      note={essay.author && words.by(essay.author)}
    >
      <Prose lead>
        {essay.paragraphs.map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
      </Prose>
    </Section>
  );

const Core = ({ kit, level, pagers }: Pick<KitViewProps, "kit" | "level"> & { readonly pagers: Pagers }) => (
  <Section id={sectionIds.core} title={words.core}>
    <Intro kit={kit} section="core" />
    <QuestionSection kit={kit} level={level} kind="competency" pager={pagers.competency} />
    <QuestionSection kit={kit} level={level} kind="attitude" pager={pagers.attitude} />
  </Section>
);

const Supporting = ({ kit }: { readonly kit: Kit }) => (
  <Section id={sectionIds.supporting} title={words.supporting}>
    <Intro kit={kit} section="supporting" />
    <ApplicationSection kit={kit} />
    <ResumeSection kit={kit} />
    <Section id={sectionIds.interviews} level={3} title={words.interviews}>
      <Intro kit={kit} section="interviews" />
      {kit.exercises.map((exercise) => (
        <ExerciseView key={exercise.id} exercise={exercise} kit={kit} />
      ))}
      <Add
        label={editWords.addPresentation}
        edit={(salt) => ({ type: "addExercise", kind: "presentation", title: words.presentation, salt })}
      />
      <Add
        label={editWords.addSimulation}
        edit={(salt) => ({ type: "addExercise", kind: "workSimulation", title: words.workSimulation, salt })}
      />
      <Add
        label={editWords.addTest}
        edit={(salt) => ({ type: "addExercise", kind: "test", title: words.test, salt })}
      />
    </Section>
  </Section>
);

/** A kit as a page: the same sections as its role page, with the level switch fixed at the top. */
export const KitView = (props: KitViewProps) => {
  const { kit, level, onLevel, desk, onEdit } = props;
  const pagers = {
    competency: useQuestionPager(questionsShown(kit, "competency", level.id).length),
    attitude: useQuestionPager(questionsShown(kit, "attitude", level.id).length),
  };
  usePagerKeys(pagers);
  const findings = useMemo(() => lintKit(kit), [kit]);
  const goTo = usePlace({ level, onLevel, pagers });
  const go = (place: KitPlace, changed: Kit = kit) => goTo(changed, place);
  return (
    <div className={classes.view}>
      <div className={classes.top}>
        <Head {...props} />
        {desk === null ? null : <EditBar desk={desk} onDone={() => onEdit(false)} />}
      </div>
      <aside className={classes.side}>
        <SideIndex label={words.index} entries={kitIndex(kit, level.id, findings.length)} />
        {desk === null ? null : <LintBeside kit={kit} findings={findings} onGo={go} />}
      </aside>
      {/* Long pages scroll by keyboard only when the scrolling part can be focused. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region */}
      <section className={classes.content} tabIndex={0} aria-label={kit.title}>
        <div className={classes.column}>
          {desk === null ? <Essay essay={kit.essay} /> : <EditedEssay kit={kit} />}
          <Core kit={kit} level={level} pagers={pagers} />
          <Supporting kit={kit} />
          <RoundsSection kit={kit} />
          <ScalesSection kit={kit} />
          <FrameworkSection kit={kit} level={level} />
          <LintSection kit={kit} findings={findings} onGo={go} />
        </div>
      </section>
    </div>
  );
};
