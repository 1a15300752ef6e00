import { dayDocument } from "../../../../tests/bench/day/day-document";
import { type Bench, benchRow } from "../bench";

/** The loop's document after a full day of eight panelists beside the texts and the sealed cards in it. */
export const loopDocSizeBench: Bench = {
  name: "loop-doc-size",
  run: async () => {
    const { document, texts, cards, entries, count } = dayDocument();
    return benchRow({
      name: "loop-doc-size",
      unit: "bytes",
      value: document,
      against: `plain JSON of the shared texts (${texts}) + bytes of the sealed cards (${cards}); the document in V2 also holds the other signed entries (${count} in all, ${entries} bytes with the cards) and what Yjs needs to merge`,
      againstValue: texts + cards,
      bound: 1.5,
    });
  },
};
