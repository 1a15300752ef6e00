import type { CompetencyId, DisciplineId, LevelId } from "../../ids";
import type { Competency, Discipline, Level, LevelText } from "../kit";
import type { Context } from "./context";
import { takeProse } from "./fields";
import type { FrameworkTable } from "./framework";
import type { Row } from "./framework-rows";
import { levelKey } from "./level-names";
import type { CompetencyDraft, ExpectationItems } from "./questions";
import { joinedWords, lineOf, nameKey, type Span, sameText, wordsOf } from "./spans";

const fallbackDiscipline = "General";

/**
 * Collects what questions and framework share: levels, disciplines and competencies.
 * The same name is the same thing; texts that contradict each other are kept once and noted.
 */
export class Catalogue {
  readonly levels: Level[] = [];
  readonly disciplines: Discipline[] = [];
  readonly competencies: Competency[] = [];
  private readonly levelIds = new Map<string, LevelId>();
  private readonly disciplineIds = new Map<string, DisciplineId>();
  private readonly competencyByKey = new Map<string, Competency>();
  private readonly competencyByName = new Map<string, Competency>();

  constructor(private readonly context: Context) {}

  levelId(name: string): LevelId | undefined {
    return this.levelIds.get(levelKey(name));
  }

  addLevel(name: string): LevelId {
    const known = this.levelId(name);
    if (known !== undefined) return known;
    const id = this.context.ids.level(name, "level");
    this.levelIds.set(levelKey(name), id);
    this.levels.push({ id, name });
    return id;
  }

  private discipline(span: Span | undefined): DisciplineId {
    const name = span === undefined ? fallbackDiscipline : this.context.ledger.take(span);
    const known = this.disciplineIds.get(nameKey(name));
    if (known !== undefined) return known;
    const id = this.context.ids.discipline(name, "discipline");
    this.disciplineIds.set(nameKey(name), id);
    this.disciplines.push({ id, name });
    return id;
  }

  private newCompetency(name: string, disciplineId: DisciplineId, line: number): Competency {
    const key = nameKey(name);
    if (this.competencyByName.has(key))
      this.context.notes.push({ type: "competencyTwice", line, competency: name });
    const id: CompetencyId = this.context.ids.competency(name, "competency");
    const competency: Competency = { id, disciplineId, name, levels: [] };
    this.competencies.push(competency);
    if (!this.competencyByName.has(key)) this.competencyByName.set(key, competency);
    const full = `${disciplineId}\n${key}`;
    if (!this.competencyByKey.has(full)) this.competencyByKey.set(full, competency);
    return competency;
  }

  /** Adds a table of the framework: its discipline, levels and competencies. */
  addTable(table: FrameworkTable): void {
    const levels = table.levels.map((name) => this.addLevel(name));
    const [first] = table.rows;
    if (first === undefined && table.discipline === null) return;
    if (table.discipline === null && first !== undefined)
      this.context.notes.push({
        type: "disciplineMissing",
        line: lineOf(first.name),
        competency: wordsOf(first.name),
      });
    const disciplineId = this.discipline(table.discipline ?? undefined);
    for (const row of table.rows) this.addRow(row, disciplineId, levels);
  }

  private addRow(row: Row, disciplineId: DisciplineId, levels: readonly LevelId[]): void {
    const name = this.context.ledger.takeItem(row.name);
    this.checkWidth(row, name, levels.length);
    const texts = levels.map((levelId, index) => {
      const cell = row.cells[index] ?? null;
      return {
        levelId,
        requirement: cell === null ? "" : this.context.ledger.takeItem(cell),
        expectation: "",
      };
    });
    const known = this.competencyByKey.get(`${disciplineId}\n${nameKey(name)}`);
    if (known !== undefined && this.isSame(known, texts)) return;
    this.newCompetency(name, disciplineId, lineOf(row.name)).levels = texts;
  }

  private isSame(known: Competency, texts: readonly LevelText[]): boolean {
    return texts.every((text) =>
      sameText(
        known.levels.find((each) => each.levelId === text.levelId)?.requirement ?? "",
        text.requirement,
      ),
    );
  }

  private checkWidth(row: Row, competency: string, levels: number): void {
    const line = lineOf(row.name);
    if (row.cells.length < levels)
      this.context.notes.push({ type: "shortRow", line, competency, cells: row.cells.length, levels });
    for (const cell of row.cells.slice(levels))
      for (const span of cell ?? []) this.context.ledger.leave(span);
  }

  /** The competency a question asks about, with what the question adds to it; undefined where it names none. */
  addCompetency(draft: CompetencyDraft): Competency | undefined {
    const span = draft.competency?.[0];
    if (span === undefined) return undefined;
    const name = this.context.ledger.take(span);
    const competency = this.findCompetency(name, draft) ?? this.missingCompetency(name, draft);
    for (const expectation of draft.expectations) this.addExpectation(competency, expectation, draft.line);
    if (draft.requirement.length > 0) this.addRequirement(competency, draft);
    return competency;
  }

  private findCompetency(name: string, draft: CompetencyDraft): Competency | undefined {
    const discipline = draft.discipline?.[0];
    if (discipline === undefined) return this.competencyByName.get(nameKey(name));
    return this.competencyByKey.get(`${this.discipline(discipline)}\n${nameKey(name)}`);
  }

  private missingCompetency(name: string, draft: CompetencyDraft): Competency {
    const discipline = draft.discipline?.[0];
    if (discipline === undefined)
      this.context.notes.push({ type: "disciplineMissing", line: draft.line, competency: name });
    return this.newCompetency(name, this.discipline(discipline), draft.line);
  }

  private textAt(competency: Competency, levelId: LevelId): LevelText {
    const known = competency.levels.find((text) => text.levelId === levelId);
    if (known !== undefined) return known;
    const text: LevelText = { levelId, requirement: "", expectation: "" };
    competency.levels.push(text);
    return text;
  }

  private addExpectation(competency: Competency, { level, items }: ExpectationItems, line: number): void {
    const text = this.textAt(competency, this.addLevel(level.text));
    const words = joinedWords(items);
    if (words === "") return;
    if (text.expectation === "") text.expectation = words;
    if (sameText(text.expectation, words)) takeProse(this.context.ledger, items);
    else this.noteExpectation(competency, level.text, line, text.expectation, words);
  }

  private noteExpectation(
    competency: Competency,
    level: string,
    line: number,
    kept: string,
    other: string,
  ): void {
    this.context.notes.push({
      type: "expectationDiffers",
      line,
      competency: competency.name,
      level,
      kept,
      other,
    });
  }

  /** The one level a question's requirement speaks about: its own, or the only one there is. */
  private requirementLevel(draft: CompetencyDraft): LevelId | undefined {
    const [first, second] = draft.expectations;
    if (first !== undefined) return second === undefined ? this.addLevel(first.level.text) : undefined;
    return this.levels.length === 1 ? this.levels[0]?.id : undefined;
  }

  private addRequirement(competency: Competency, draft: CompetencyDraft): void {
    const words = joinedWords(draft.requirement);
    const levelId = this.requirementLevel(draft);
    if (levelId === undefined) {
      this.requirementWithoutLevel(competency, draft, words);
      return;
    }
    const text = this.textAt(competency, levelId);
    if (text.requirement === "") text.requirement = words;
    if (sameText(text.requirement, words)) takeProse(this.context.ledger, draft.requirement);
    else
      this.context.notes.push({
        type: "requirementDiffers",
        line: lineOf(draft.requirement[0]),
        competency: competency.name,
        level: this.levels.find((level) => level.id === levelId)?.name ?? "",
        onQuestion: words,
        inFramework: text.requirement,
      });
  }

  private requirementWithoutLevel(competency: Competency, draft: CompetencyDraft, text: string): void {
    if (competency.levels.some((level) => sameText(level.requirement, text))) {
      takeProse(this.context.ledger, draft.requirement);
      return;
    }
    const line = lineOf(draft.requirement[0]);
    this.context.notes.push({ type: "requirementWithoutLevel", line, competency: competency.name, text });
  }
}
