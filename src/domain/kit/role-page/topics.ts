import type { AttitudeId, RoundId } from "../../ids";
import type { Attitude, Round } from "../kit";
import type { Context } from "./context";
import { parseMinutes } from "./duration";
import { takeProse } from "./fields";
import { type Item, joinedWords, lineOf, nameKey, sameText } from "./spans";

/** Collects the attitudes and rounds that questions name. The same name is the same thing. */
export class Topics {
  readonly attitudes: Attitude[] = [];
  readonly rounds: Round[] = [];
  private readonly attitudeByName = new Map<string, Attitude>();
  private readonly roundByName = new Map<string, Round>();

  constructor(private readonly context: Context) {}

  /** The attitude of this name; a definition that contradicts the first one is noted. */
  addAttitude(name: Item, definition: readonly Item[]): AttitudeId {
    const { ledger, ids } = this.context;
    const title = ledger.takeItem(name);
    const known = this.attitudeByName.get(nameKey(title));
    if (known !== undefined) {
      this.checkDefinition(known, definition);
      return known.id;
    }
    const attitude: Attitude = {
      id: ids.attitude(title, "attitude"),
      name: title,
      definition: takeProse(ledger, definition),
    };
    this.attitudes.push(attitude);
    this.attitudeByName.set(nameKey(title), attitude);
    return attitude.id;
  }

  private checkDefinition(attitude: Attitude, definition: readonly Item[]): void {
    const other = joinedWords(definition);
    if (other === "") return;
    if (attitude.definition === "") attitude.definition = other;
    if (sameText(attitude.definition, other)) takeProse(this.context.ledger, definition);
    else
      this.context.notes.push({
        type: "definitionDiffers",
        line: lineOf(definition[0]),
        attitude: attitude.name,
        kept: attitude.definition,
        other,
      });
  }

  /** The round of this name; "… · 45 min" also tells its length. */
  addRound(item: Item): RoundId {
    const words = this.context.ledger.takeItem(item);
    const cut = words.lastIndexOf(" · ");
    const minutes = cut > 0 ? parseMinutes(words.slice(cut + 3)) : null;
    const name = minutes === null ? words : words.slice(0, cut);
    const known = this.roundByName.get(nameKey(name));
    if (known !== undefined) {
      known.minutes ??= minutes;
      return known.id;
    }
    const round: Round = { id: this.context.ids.round(name, "round"), name, purpose: "", minutes, runBy: "" };
    this.rounds.push(round);
    this.roundByName.set(nameKey(name), round);
    return round.id;
  }
}
