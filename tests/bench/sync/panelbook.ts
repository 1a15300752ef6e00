import { personIdSchema, questionIdSchema, slotIdSchema } from "../../../src/domain/ids";
import { nextMoment } from "./bench-page";
import { type LaptopRoom, openLaptopRoom } from "./laptop-room";

/** Panelbook's own room. */
const moment = nextMoment();
const slotId = slotIdSchema.parse("morning".padEnd(22, "_"));
const personId = personIdSchema.parse("ana".padEnd(22, "_"));
let here: LaptopRoom | null = null;

window.bench = {
  start: async (setup) => {
    here = await openLaptopRoom(setup);
    here.room.loop.observe(({ local }) => {
      if (!local) moment.note();
    });
    await here.join();
  },
  edit: (question) => {
    if (here === null) throw new Error("not started");
    const before = performance.now();
    const questionId = questionIdSchema.parse(`q-${question}`);
    here.room.loop.markCoverage({ slotId, questionId, personId, state: "asked" });
    return before;
  },
  watch: moment.watch,
  seen: moment.seen,
};
