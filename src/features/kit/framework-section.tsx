import type { Discipline, Kit, Level } from "../../domain/kit/kit";
import { levelTextOf } from "../../domain/kit/lookup";
import { Section } from "../../ui/section";
import classes from "./framework.module.css";
import { introOf, sectionIds } from "./kit-index";
import { Lead } from "./parts";
import { words } from "./words";

interface FrameworkProps {
  readonly kit: Kit;
  /** The level whose column is lit. */
  readonly level: Level;
}

const FrameworkTable = ({ kit, level, discipline }: FrameworkProps & { readonly discipline: Discipline }) => {
  const competencies = kit.competencies.filter((competency) => competency.disciplineId === discipline.id);
  return (
    <table className={classes.table}>
      <caption>
        <b>{discipline.name}</b> {words.competencies(competencies.length)}
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
      <tbody>
        {competencies.map((competency) => (
          <tr key={competency.id}>
            <th scope="row">{competency.name}</th>
            {kit.levels.map((known) => (
              <td key={known.id} data-lit={known.id === level.id || undefined}>
                {levelTextOf(competency, known.id).requirement || words.emptyCell}
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
    <Lead paragraphs={introOf(kit, "framework")} />
    {kit.disciplines.map((discipline) => (
      <div key={discipline.id} className={classes.scroll}>
        <FrameworkTable kit={kit} level={level} discipline={discipline} />
      </div>
    ))}
  </Section>
);
