import type { Discipline, Kit, Level } from "../../domain/kit/kit";
import { levelTextOf } from "../../domain/kit/lookup";
import { Section } from "../../ui/section";
import { useReorder } from "../../ui/use-reorder";
import { CompetencyTools } from "./edit/competency-tools";
import { EditableText } from "./edit/editable-text";
import { FrameworkLists } from "./edit/level-list";
import { beforeInKit } from "./edit/place-in-discipline";
import { Add, Remove, useMove } from "./edit/tools";
import { words as editWords } from "./edit/words";
import classes from "./framework.module.css";
import { placeKey } from "./go-to-place";
import { Intro } from "./intro";
import { sectionIds } from "./kit-index";
import { words } from "./words";

interface FrameworkProps {
  readonly kit: Kit;
  /** The level whose column is lit. */
  readonly level: Level;
}

const FrameworkTable = ({ kit, level, discipline }: FrameworkProps & { readonly discipline: Discipline }) => {
  const competencies = kit.competencies.filter((competency) => competency.disciplineId === discipline.id);
  const move = useMove("competencies");
  const { listRef, handle, dragged } = useReorder(
    competencies.map(({ id }) => id),
    (id, before) => move(id, beforeInKit(kit.competencies, id, before)),
  );
  return (
    <table className={classes.table}>
      <caption>
        <b>
          <EditableText
            kit={kit}
            spot={{ in: "disciplines", id: discipline.id, field: "name" }}
            label={editWords.disciplineName}
          >
            {discipline.name}
          </EditableText>
        </b>{" "}
        {words.competencies(competencies.length)}
        <Remove edit={{ type: "remove", list: "disciplines", id: discipline.id }} name={discipline.name} />
      </caption>
      <thead>
        <tr>
          <th scope="col">{words.competency}</th>
          {kit.levels.map((known) => (
            <th key={known.id} scope="col" data-lit={known.id === level.id || undefined}>
              {known.name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody ref={listRef}>
        {competencies.map((competency) => (
          <tr
            key={competency.id}
            data-item={competency.id}
            data-dragged={dragged?.id === competency.id || undefined}
            data-before={(dragged !== null && dragged.before === competency.id) || undefined}
            data-place={placeKey({ part: "competency", id: competency.id })}
          >
            <th scope="row">
              <EditableText
                kit={kit}
                spot={{ in: "competencies", id: competency.id, field: "name" }}
                label={editWords.competencyName}
              >
                {competency.name}
              </EditableText>
              <CompetencyTools kit={kit} competency={competency} handle={handle} />
            </th>
            {kit.levels.map((known) => (
              <td key={known.id} data-lit={known.id === level.id || undefined}>
                <EditableText
                  kit={kit}
                  spot={{
                    in: "cell",
                    competencyId: competency.id,
                    levelId: known.id,
                    field: "requirement",
                  }}
                  label={editWords.cell(competency.name, known.name)}
                  placeholder={words.emptyCell}
                >
                  {levelTextOf(competency, known.id).requirement || words.emptyCell}
                </EditableText>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
};

/** How every competency grows over the levels, one table per discipline, the chosen level lit. */
export const FrameworkSection = ({ kit, level }: FrameworkProps) => (
  <Section id={sectionIds.framework} title={words.framework}>
    <Intro kit={kit} section="framework" />
    <FrameworkLists kit={kit} />
    {kit.disciplines.map((discipline) => (
      <div key={discipline.id} className={classes.scroll}>
        <FrameworkTable kit={kit} level={level} discipline={discipline} />
        <Add
          label={editWords.addCompetency}
          edit={(salt) => ({
            type: "addCompetency",
            disciplineId: discipline.id,
            name: editWords.newCompetency,
            salt,
          })}
        />
      </div>
    ))}
  </Section>
);
