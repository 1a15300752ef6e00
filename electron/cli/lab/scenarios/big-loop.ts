import { order } from "../script/edits";
import type { LabEvent } from "../script/events";
import type { Scenario } from "./scenario";

/** What the program keeps as one text that is handed over. */
const textCharacters = 5000;
const textsAtOnce = 20;
/** 5 MB and a little more; a hundredth of it in the small run would prove nothing, a fifth does. */
const handOvers = { small: 11, full: 53 } as const;

const longText = (beginning: string): string =>
  `${beginning} `.padEnd(textCharacters, "what was said about it, word for word, ").slice(0, -1).concat(".");

/** A loop document of megabytes, and somebody who comes late. */
export const bigLoop: Scenario = {
  name: "big-loop",
  promise: "A loop of five megabytes reaches a new laptop whole.",
  absent: 1,
  script: ({ size, hosts, newcomer, text }) => {
    if (newcomer === null) throw new Error("everybody is in: nobody can come late");
    const [writer = 0] = hosts;
    const much = Array.from(
      { length: handOvers[size] },
      (): LabEvent => ({
        do: "handOverMuch",
        host: writer,
        texts: Array.from({ length: textsAtOnce }, () => longText(text())),
      }),
    );
    const memory = (when: string): LabEvent => ({ do: "memory", host: writer, when });
    return [
      memory("before"),
      ...much,
      memory("while the texts were written"),
      order({ do: "join", host: newcomer }),
      { do: "agree" },
      memory("while the new laptop was given everything"),
    ];
  },
  limits: { convergeMs: 60_000, patienceMs: 180_000 },
};
