import { Button, Select, TagsInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import type { ApplicationFailure } from "../../../bindings/applications";
import { useServices } from "../../../bindings/services";
import type { Application } from "../../../domain/candidates/application";
import { answersOf, type ChosenQuestions, videoItemsOf } from "../../../domain/candidates/video/begin-items";
import { beginVideoReview } from "../../../domain/candidates/video/video-acts";
import { questionIdSchema } from "../../../domain/ids";
import type { Kit } from "../../../domain/kit/kit";
import { questionTopic } from "../../../domain/kit/lookup";
import { ErrorCard } from "../../../ui/error-card";
import { Section } from "../../../ui/section";
import { applicationTrouble } from "../application-words";
import classes from "./video.module.css";
import { videoWords } from "./words";

const words = videoWords.begin;

const choicesOf = (kit: Kit) => {
  const groups = new Map<string, { value: string; label: string }[]>();
  for (const question of kit.questions) {
    const topic = questionTopic(kit, question);
    groups.set(topic, [...(groups.get(topic) ?? []), { value: question.id, label: question.prompt }]);
  }
  return [...groups].map(([group, items]) => ({ group, items }));
};

interface BeginFormProps {
  readonly application: Application;
  readonly kit: Kit;
  /** What other applications for the role are judged by. */
  readonly usual: ChosenQuestions;
  /** Who begins it, and is proposed as a reviewer. */
  readonly by: string;
}

/** Says who reviews and by which of the kit's signs, once for all reviewers of an application. */
export const BeginForm = ({ application, kit, usual, by }: BeginFormProps) => {
  const { applications } = useServices();
  const [reviewers, setReviewers] = useState<string[]>([by]);
  const [chosen, setChosen] = useState<ChosenQuestions>(usual);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<ApplicationFailure | null>(null);
  const answers = answersOf(application);
  const begin = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    const begun = await applications.act(application.id, (stored, at) =>
      beginVideoReview(
        stored,
        { at, by },
        { items: videoItemsOf(kit, stored, chosen), scale: kit.questionScale, reviewers },
      ),
    );
    setBusy(false);
    setFailure(begun.ok ? null : begun.error);
  };
  const choices = choicesOf(kit);
  return (
    <Section id="begin-video-review" title={words.title}>
      <form className={classes.begin} onSubmit={(event) => void begin(event)} noValidate>
        {failure === null ? null : (
          <ErrorCard trouble={applicationTrouble(failure, videoWords.notBegunTrouble)} />
        )}
        <TagsInput
          label={words.reviewers}
          description={words.reviewersHint}
          value={reviewers}
          onChange={setReviewers}
          maxTags={9}
          maxLength={200}
          acceptValueOnBlur
        />
        {answers.map(({ promptId, prompt }) => (
          <Select
            key={promptId}
            label={words.judgedBy(prompt)}
            description={usual[promptId] === undefined ? words.judgedByHint : words.usual}
            placeholder={words.scaleAlone}
            searchable
            clearable
            data={choices}
            value={chosen[promptId] ?? null}
            onChange={(value) =>
              setChosen({ ...chosen, [promptId]: value === null ? null : questionIdSchema.parse(value) })
            }
          />
        ))}
        <div>
          <Button type="submit" loading={busy}>
            {words.act}
          </Button>
        </div>
      </form>
    </Section>
  );
};
