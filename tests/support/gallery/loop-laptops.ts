import { create } from "qrcode";
import type { LoopService, LoopSummary, RoomState } from "../../../src/bindings/services";
import { candidateSchema } from "../../../src/domain/candidate/candidate";
import type { Card } from "../../../src/domain/card/card";
import { newCard } from "../../../src/domain/card/new-card";
import { outcomeSchema } from "../../../src/domain/debrief/decision";
import { timestampSchema } from "../../../src/domain/ids";
import type { Live } from "../../../src/domain/live";
import type { HandOff, LoopView } from "../../../src/domain/loop/loop-view";
import type { Slot } from "../../../src/domain/loop/plan";
import type { Person } from "../../../src/domain/loop/roster";
import { ok } from "../../../src/domain/result";
import { anAuthority } from "../builders/loop-view";
import { type FakeLoop, fakeLoopSession } from "../fake-loop-session";
import { fakeServices } from "../fake-services";
import { unsafeAfternoon } from "./loop-afternoon";
import { changedView, endedView } from "./loop-changed";
import {
  dayCandidate,
  dayCard,
  dayCards,
  dayKit,
  dayLoopId,
  dayPersons,
  dayPlan,
  dayRoom,
  daySlots,
  dayView,
  panel,
  roomNobodyReaches,
  roomThrough,
} from "./loop-day";
import { loopExports, loopFiles } from "./loop-files";
import { finalistLoops } from "./loop-finalists";
import { joinWith, nearby } from "./loop-joining";
import { keysLacking } from "./loop-lacking";
import { middayView } from "./loop-midday";
import { olderLoops } from "./loop-older";
import { assessorView, rolePlayerView, toldAssessorView } from "./loop-roles";
import { escrowView, takeover, typistView, versionsView } from "./loop-stand-ins";
import { talked } from "./loop-talk";
import { withWordsGone } from "./loop-words-gone";

const { ana, tomas, ines, priya } = panel;
const now = "2026-11-23T09:25:18.000Z";
const inviteText =
  "panelbook-invite:1:eyJwIjoxLCJhIjpbIjE5Mi4xNjguMTAuNDo0NzExMSJdLCJsIjoiSzdRWCIsInQiOiJ2M0s5cWJUMmY4UjF4TG0wU2FZd0dnIn0:9F31A2C4";

const qrSvg = (text: string): string => {
  const { modules } = create(text, { errorCorrectionLevel: "L" });
  const dots = [...modules.data].flatMap((dark, index) =>
    dark ? [`M${index % modules.size} ${Math.floor(index / modules.size)}h1v1h-1z`] : [],
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${modules.size} ${modules.size}"><path d="${dots.join("")}"/></svg>`;
};

const open: Partial<RoomState> = {
  hosting: true,
  invite: {
    text: inviteText,
    typedCode: "192.168.10.4:47111/K7QX",
    qrSvg: qrSvg(inviteText),
    addresses: ["192.168.10.4:47111"],
  },
};

const lobby: RoomState["lobby"] = [
  {
    requestId: "request-ines",
    label: "Ines’s MacBook",
    name: "Ines Sato",
    words: ["candle", "orbit", "velvet", "harbor", "lemon", "sketch"],
    invited: true,
  },
  {
    requestId: "request-stranger",
    label: "DESKTOP-4F2",
    name: "Priya",
    words: ["marble", "tunnel", "anchor", "winter", "pencil", "acid"],
    invited: false,
  },
];

const fixed = <Value>(value: Value): Live<Value> => ({ get: () => value, subscribe: () => () => undefined });

const summary = (view: LoopView): LoopSummary => ({
  loopId: view.loopId,
  candidateName: dayCandidate.name,
  kitTitle: dayKit.title,
  levelName: "Junior",
  phase: view.decision !== null ? "decided" : view.reveal !== null ? "revealed" : "live",
  day: "2026-11-23",
});

const loopsWith = (loop: FakeLoop): LoopService => {
  const session = fakeLoopSession(loop);
  return {
    list: fixed({
      state: "ready",
      value: [summary(loop.view), ...olderLoops],
    }),
    create: async () => ok(dayLoopId),
    open: async () => ok(session),
    join: joinWith,
    nearby: fixed({ loops: nearby, listening: true }),
  };
};

/** A laptop that holds the day's loop. */
export const laptopWith = (loop: Omit<FakeLoop, "now">) => () => {
  const laptop = fakeServices({
    now,
    kits: [dayKit],
    candidates: [
      candidateSchema.parse({
        id: dayCandidate.candidateId,
        name: dayCandidate.name,
        contact: "",
        createdAt: now,
        kitId: dayKit.id,
      }),
    ],
    replace: { loops: loopsWith({ ...loop, now: () => now }) },
  });
  return {
    ...laptop,
    services: {
      ...laptop.services,
      bundles: loopFiles(dayLoopId),
      exports: { ...laptop.services.exports, ...loopExports },
    },
  };
};

/** The day's loop with other loops of its role beside it. */
const amongOthers = (loop: Omit<FakeLoop, "now">) => () => {
  const laptop = laptopWith(loop)();
  return { ...laptop, services: { ...laptop.services, roleLoops: finalistLoops(loop.view) } };
};

const lacking = (view: LoopView) =>
  laptopWith({ view: keysLacking(view), room: dayRoom([tomas, priya], open), discussion });

const slotAt = (index: number): Slot => {
  const slot = daySlots[index];
  if (slot === undefined) throw new Error(`the day has no slot ${index}`);
  return slot;
};

/** A card in the middle of the interview: two questions rated, one without evidence, the third in front. */
const halfWritten = (who: Person, slot: Slot): Card => {
  const full = dayCard(who, slot);
  const empty = newCard(slot, full, timestampSchema.parse("2026-11-23T09:00:00.000Z"));
  const answers = empty.answers.map((answer, index) => {
    if (index > 2) return answer;
    const written = full.answers[index] ?? answer;
    return index === 1 ? { ...written, ticks: [], notes: [] } : written;
  });
  return { ...empty, answers };
};

const handOffs: readonly HandOff[] = [
  {
    id: "hand-1",
    from: ines.personId,
    to: ana.personId,
    text: "Numbers on campaign return stayed open. Ask for one figure.",
    at: timestampSchema.parse(now),
  },
];

const coverage: LoopView["coverage"] = [
  {
    slotId: slotAt(0).slotId,
    questionId: slotAt(0).questionIds[0] as LoopView["coverage"][number]["questionId"],
    personId: ines.personId,
    state: "asked",
  },
];

const live = dayView({ me: ana, admitted: dayPersons, slotsDone: 1, lagging: true });
export const interviewing = { ...live, handOffs, coverage };
const allSealed = dayView({ me: ana, admitted: dayPersons, slotsDone: daySlots.length });

const revealed: LoopView = {
  ...allSealed,
  reveal: {
    callHash: allSealed.planHash as NonNullable<LoopView["reveal"]>["callHash"],
    calledBy: ana.personId,
    calledAt: timestampSchema.parse("2026-11-23T15:30:00.000Z"),
    rule: "allSealed",
    reason: "",
  },
  cards: allSealed.cards.map((state) => ({
    ...state,
    sealed: state.sealed.map((revision) => {
      const card = dayCards.find((one) => one.slotId === state.slotId && one.personId === state.personId);
      return card === undefined
        ? revision
        : { ...revision, opened: { state: "open", card, dependence: [], byEscrow: false } };
    }),
  })),
};

const dependent: LoopView = {
  ...revealed,
  reveal: revealed.reveal && { ...revealed.reveal, rule: "early", reason: "Priya’s laptop broke at noon." },
  cards: revealed.cards.map((state, index) => {
    if (index === 3) return { ...state, sealed: [] };
    if (index !== 1) return state;
    return {
      ...state,
      sealed: state.sealed.map((revision) =>
        revision.opened?.state === "open"
          ? { ...revision, opened: { ...revision.opened, dependence: ["sawRevealFirst"] as const } }
          : revision,
      ),
    };
  }),
};

const decided: LoopView = {
  ...revealed,
  decision: {
    hash: revealed.planHash as NonNullable<LoopView["decision"]>["hash"],
    decidedAt: timestampSchema.parse("2026-11-23T16:05:00.000Z"),
    decision: {
      outcome: outcomeSchema.parse("hire"),
      levelId: null,
      decidedBy: tomas.personId,
      rationale:
        "Two panelists heard campaigns with figures that could be checked and owners that were named. The spring figure was the partner’s; the autumn figure is her own and holds up. What she lacks in technical depth a first year can teach.",
      evidence: [],
      dissent: [{ personId: priya.personId, text: "I did not hear who owned the follow-up." }],
      overrideReason: "",
    },
  },
};

const colleagues = [tomas, ines, priya];
const discussion = {
  "funding-and-story":
    "Ana and Tomas heard two different campaigns. The tripled figure belongs to the spring event, which a partner had planned.",
};

/** A question as long as they come, with five signs on either side: what has to fit on a small laptop. */
const longKit = () => {
  const [first] = slotAt(1).questionIds;
  const texts = [
    "Names the partner, the campaign, the sum and the month without looking anything up",
    "Says what was agreed beforehand about how its worth would be measured, and by whom",
    "Keeps to a partner’s brand rules and can say where they had to be asked",
    "Tells apart what the event brought and what would have come anyway",
    "Stopped or changed something while it was running because of a figure",
  ];
  const signs = (side: string) =>
    texts.map((text, index) => ({
      id: `long-${side}-${index}`,
      text: side === "good" ? text : `Not: ${text}`,
    }));
  return {
    ...dayKit,
    questions: dayKit.questions.map((question) =>
      question.id === first
        ? {
            ...question,
            prompt:
              "Tell us about a campaign that you ran together with a partner from the first idea to the last invoice: whose money it was, who decided what it was spent on, how you found out while it was still running whether it did any good, and what you would have said to somebody who wanted to repeat it the next month with twice the sum.",
            positive: signs("good"),
            negative: signs("bad"),
          }
        : question,
    ),
  } as typeof dayKit;
};

/** The longest scale there may be, with anchors of the usual length. */
const sevenPointKit = (): typeof dayKit => ({
  ...dayKit,
  questionScale: ["Nothing", "Far below", "Below", "Partly meets", "Meets", "Above", "Exceeds"].map(
    (label, index) => ({
      value: index + 1,
      label,
      anchor: dayKit.questionScale[index % dayKit.questionScale.length]?.anchor ?? "",
    }),
  ),
});

export const answered = daySlots
  .slice(1)
  .flatMap((slot) => (slot.interviewers.includes(ana.personId) ? [halfWritten(ana, slot)] : []));

/** The same loop at every hour of its day, as one laptop or another sees it. */
export const loopLaptops = {
  "loop-planned": laptopWith({
    view: dayView({ me: ana, admitted: [ana], slotsDone: 0 }),
    room: dayRoom([]),
    opened: open,
  }),
  "loop-deputy": laptopWith({
    view: {
      ...dayView({ me: tomas, admitted: dayPersons, slotsDone: 2 }),
      authority: anAuthority([tomas], ana.personId, { deputies: [tomas.personId], mine: "mayTakeOver" }),
    },
    room: dayRoom([ines, priya]),
    opened: open,
  }),
  "loop-escrow": laptopWith({
    view: escrowView,
    room: dayRoom([ines, tomas]),
    contents: dayCards,
  }),
  "loop-typist": laptopWith({ view: typistView, room: dayRoom([tomas, priya]) }),
  "loop-versions": laptopWith({ view: versionsView, room: dayRoom([ana, tomas]) }),
  "loop-taken-over": laptopWith({
    view: {
      ...dayView({ me: priya, admitted: dayPersons, slotsDone: 2 }),
      authority: anAuthority([priya], ana.personId, {
        inCharge: tomas.personId,
        takeovers: [
          takeover(tomas, "Ana’s laptop does not start any more."),
          takeover(ines, "Nobody answered after lunch."),
        ],
      }),
    },
    room: dayRoom([ines, tomas]),
  }),
  "loop-lobby": laptopWith({
    view: dayView({ me: ana, admitted: [ana, tomas], slotsDone: 0 }),
    room: dayRoom([tomas], { ...open, lobby }),
  }),
  "loop-live": laptopWith({
    view: interviewing,
    room: dayRoom([tomas, priya], open),
    drafts: answered,
  }),
  "loop-midday": laptopWith({
    view: middayView,
    room: dayRoom([tomas, priya, ines], open),
    drafts: answered,
    readHandOffs: ["hand-1"],
  }),
  "loop-handed": laptopWith({ view: middayView, room: dayRoom([tomas, priya, ines], open) }),
  "loop-long": laptopWith({
    view: { ...interviewing, kit: longKit() },
    room: dayRoom([tomas, priya], open),
    drafts: answered,
  }),
  "loop-seven": laptopWith({
    view: { ...interviewing, kit: sevenPointKit() },
    room: dayRoom([tomas, priya], open),
    drafts: answered,
  }),
  "loop-member": laptopWith({
    view: dayView({ me: tomas, admitted: dayPersons, slotsDone: daySlots.length - 1 }),
    room: dayRoom([ana, ines, priya]),
  }),
  "loop-changed": laptopWith({ view: changedView, room: dayRoom([ana, ines, priya]) }),
  "loop-ended": laptopWith({ view: endedView, room: dayRoom([tomas, ines, priya]) }),
  "loop-sealed": laptopWith({ view: allSealed, room: dayRoom(colleagues, open) }),
  "loop-revealed": laptopWith({ view: revealed, room: dayRoom(colleagues, open), discussion }),
  "loop-talked": laptopWith({ ...talked(revealed), room: dayRoom(colleagues, open), discussion }),
  "loop-words-gone": laptopWith({ ...withWordsGone(revealed), room: dayRoom(colleagues, open), discussion }),
  "loop-notes-gone": laptopWith({ ...withWordsGone(interviewing), room: dayRoom([tomas]), drafts: answered }),
  "loop-finalists": amongOthers({ view: revealed, room: dayRoom(colleagues, open), discussion }),
  "loop-early": laptopWith({ view: dependent, room: dayRoom(colleagues, open), discussion }),
  ...{ "loop-lacking": lacking(revealed), "loop-lacking-decided": lacking(decided) },
  "loop-decided": laptopWith({ view: decided, room: dayRoom(colleagues, open), discussion }),
  "loop-role": laptopWith({ view: rolePlayerView, room: dayRoom([tomas, priya]) }),
  "loop-assessor": laptopWith({ view: assessorView, room: dayRoom([ines, priya]) }),
  "loop-told": laptopWith({ view: toldAssessorView, room: dayRoom([ines, priya]) }),
  "loop-arriving": laptopWith({
    view: {
      ...live,
      me: null,
      plan: null,
      kit: null,
      persons: [],
      devices: [],
      cards: [],
      facilitator: null,
    },
    room: dayRoom([], { connection: "connecting" }),
  }),
  "loop-apart": laptopWith({ view: live, room: roomThrough([tomas], [ines, priya], tomas) }),
  "loop-nobody": laptopWith({ view: live, room: roomNobodyReaches() }),
  "loop-unsafe": laptopWith(unsafeAfternoon()),
  "loop-trouble": laptopWith({
    view: {
      ...live,
      refused: [{ hash: "x", kind: "card", deviceId: null, reason: "badSignature", card: null }],
      cards: live.cards.map((state, index) => (index === 1 ? { ...state, forked: true } : state)),
    },
    room: dayRoom([], { connection: "unreachable", problem: { type: "noNetwork" } }),
  }),
} as const;

/** Where the day's pictures are taken. */
export const dayPaths = { loopId: dayLoopId, slot: (index: number) => slotAt(index).slotId, plan: dayPlan };
