import type { PromptResponse, TakenApplication } from "../../../src/domain/application/taken-application";
import type { Application, ApplicationEvent } from "../../../src/domain/candidates/application";
import type { VideoItem, VideoJudgement } from "../../../src/domain/candidates/video/video-review";
import { indicatorIdSchema, type KitItemId } from "../../../src/domain/ids";
import { anApplication, aWording, later, onDay } from "./application";
import { aClip, itemId } from "./application-script";

const answered = (name: string, prompt: string) => ({
  promptId: itemId(name),
  title: "",
  prompt,
  wordingVersion: aWording("1"),
  at: onDay(5),
});

/** A recorded answer to one prompt and a written one to another. */
export const twoAnswers: readonly PromptResponse[] = [
  {
    ...answered("why", "Tell us why you want to work here."),
    kind: "video",
    clip: aClip("why"),
    takes: 1,
  },
  {
    ...answered("spill", "Tell us of a spill you cleaned up."),
    kind: "text",
    text: "A beaker of buffer, on a Friday.",
  },
];

/** What was taken of an application on the fifth of November. */
export const aTaken = (
  application: Pick<Application, "id" | "candidateId" | "kitId">,
  responses: readonly PromptResponse[] = twoAnswers,
): TakenApplication => ({
  formatVersion: 1,
  applicationId: application.id,
  candidateId: application.candidateId,
  kitId: application.kitId,
  role: "Bench technician",
  startedAt: onDay(5, 8),
  endedAt: onDay(5),
  end: "finished",
  consent: null,
  knockOuts: [],
  responses: [...responses],
});

/** The event that brings it here. */
export const takenEvent = (
  application: Pick<Application, "id" | "candidateId" | "kitId">,
  responses: readonly PromptResponse[] = twoAnswers,
): ApplicationEvent => ({ kind: "taken", at: onDay(5), by: null, taken: aTaken(application, responses) });

/** An application with the two answers. */
export const anAnsweredApplication = (): Application => later(anApplication(), takenEvent(anApplication()));

const sign = (name: string, text: string) => ({ id: indicatorIdSchema.parse(name), text });

/** The two answers as they are judged: the recording by signs, the written one by the scale alone. */
export const twoItems: readonly VideoItem[] = twoAnswers.map(({ promptId, prompt, at }, place) => ({
  promptId,
  prompt,
  answeredAt: at,
  questionId: null,
  topic: place === 0 ? "Care at the bench" : "",
  criteria: [],
  positive: place === 0 ? [sign("own-example", "Gives an own example"), sign("asks", "Asks back")] : [],
  negative: place === 0 ? [sign("blames", "Blames others")] : [],
}));

/** A rating of one answer, with the signs that were seen. */
export const aJudgement = (
  promptId: KitItemId,
  value: number,
  changed: Partial<VideoJudgement> = {},
): VideoJudgement => ({ promptId, rating: { kind: "rated", value }, signs: [], notes: [], ...changed });

/** Both answers rated. */
export const bothRated = (first: number, second: number): readonly VideoJudgement[] =>
  twoItems.map(({ promptId }, place) => aJudgement(promptId, place === 0 ? first : second));
