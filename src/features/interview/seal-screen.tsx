import { Button, Group, Textarea, TextInput } from "@mantine/core";
import { useState } from "react";
import { useNavigate } from "react-router";
import { useLoopSession } from "../../bindings/loop-session-context";
import { paths } from "../../bindings/paths";
import type { DraftState, Failure } from "../../bindings/services";
import { callOverall, writeTakeaway } from "../../domain/card/change-card";
import { type CardFinding, checkCard } from "../../domain/card/check-card";
import type { Kit } from "../../domain/kit/kit";
import { overallCalls } from "../../domain/kit/scale";
import type { Plan, Slot } from "../../domain/loop/plan";
import { ok } from "../../domain/result";
import { ErrorCard } from "../../ui/error-card";
import { KeyHint } from "../../ui/keys/key-hint";
import { useKeys } from "../../ui/keys/keys";
import { Notice } from "../../ui/notice";
import { Page, PageHeader } from "../../ui/page";
import { Section } from "../../ui/section";
import classes from "./interview.module.css";
import { subjectsOf } from "./subject";
import { useCardEditing } from "./use-card-editing";
import { callWords, findingWords, interviewTrouble, sealMeaning } from "./words";

interface SealScreenProps {
  readonly kit: Kit;
  readonly plan: Plan;
  readonly slot: Slot;
  readonly draft: DraftState;
}

/** Blanks and contradictions first, then the overall call, then the one act that cannot be taken back. */
export const SealScreen = ({ kit, plan, slot, draft }: SealScreenProps) => {
  const session = useLoopSession();
  const navigate = useNavigate();
  const { card, change } = useCardEditing(session, draft.card);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [sealing, setSealing] = useState(false);
  const findings = checkCard(card, kit, slot);
  const blocked = findings.some((finding) => finding.blocks);
  const back = () => navigate(paths.slot(card.loopId, slot.slotId));

  const seal = async () => {
    if (blocked || sealing) return;
    setSealing(true);
    const sealed = await session.seal(card);
    setSealing(false);
    setFailure(sealed.ok ? null : sealed.error);
  };

  useKeys({
    title: "Seal",
    scope: "screen",
    bindings: [
      ...overallCalls.map((call, index) => ({
        keys: String(index + 1),
        does: callWords[call].label,
        run: () => change((before) => ok(callOverall(before, { kind: "call", call }))),
      })),
      { keys: "ctrl+enter", does: "Seal my card", active: !blocked, run: () => void seal() },
      { keys: "escape", does: "Back to the questions", run: back },
    ],
  });

  return (
    <Page>
      <PageHeader
        title={`Seal your card: ${slot.title}`}
        note={`${plan.candidate.name} · ${plan.kit.title}`}
        actions={
          <Button variant="default" onClick={back}>
            Back to the questions
          </Button>
        }
      />
      <div className={classes.seal}>
        <Findings findings={findings} titleOf={titles(kit, plan, slot, card)} />
        <Section id="overall" title="Your overall call">
          <div className={classes.calls}>
            {overallCalls.map((call, index) => (
              <button
                key={call}
                type="button"
                className={classes.call}
                aria-pressed={card.overall.kind === "call" && card.overall.call === call}
                onClick={() => change((before) => ok(callOverall(before, { kind: "call", call })))}
              >
                <b>
                  {callWords[call].label} <KeyHint keys={String(index + 1)} />
                </b>
                <span>{callWords[call].note}</span>
              </button>
            ))}
          </div>
          <TextInput
            mt="md"
            maw={560}
            label="No decision, because"
            description="Only where you could not judge. It is not a middle between yes and no."
            value={card.overall.kind === "noDecision" ? card.overall.reason : ""}
            onChange={(event) => {
              const reason = event.currentTarget.value;
              change((before) =>
                ok(callOverall(before, reason === "" ? { kind: "blank" } : { kind: "noDecision", reason })),
              );
            }}
          />
        </Section>
        <Textarea
          label="Take-away"
          description="What the panel should know, in a sentence or two."
          autosize
          minRows={2}
          maw={720}
          value={card.takeaway}
          onChange={(event) => {
            const takeaway = event.currentTarget.value;
            change((before) => ok(writeTakeaway(before, takeaway)));
          }}
        />
        {failure === null ? null : (
          <ErrorCard trouble={interviewTrouble(failure)} onRetry={() => void seal()} />
        )}
        <Notice>{sealMeaning}</Notice>
        <Group>
          <Button onClick={() => void seal()} disabled={blocked} loading={sealing}>
            Seal my card <KeyHint keys="ctrl+enter" />
          </Button>
        </Group>
      </div>
    </Page>
  );
};

const titles = (kit: Kit, plan: Plan, slot: Slot, card: DraftState["card"]) => {
  const subjects = subjectsOf(kit, plan, slot, card);
  return (finding: CardFinding): string => {
    const { item } = finding;
    if (item === null) return "The whole card";
    const found = subjects.find((subject) =>
      item.kind === "exercise" ? subject.item.kind === "exercise" : subject.key === item.questionId,
    );
    return found?.title ?? "";
  };
};

interface FindingsProps {
  readonly findings: readonly CardFinding[];
  readonly titleOf: (finding: CardFinding) => string;
}

const Findings = ({ findings, titleOf }: FindingsProps) => (
  <Section id="findings" title="Before you seal" note={findings.length === 0 ? "nothing to look at" : ""}>
    {findings.length === 0 ? (
      <p className={classes.aside}>Every item has a rating with evidence, or a reason why there is none.</p>
    ) : (
      <ul className={classes.findings}>
        {findings.map((finding) => (
          <li key={`${finding.type}-${titleOf(finding)}`} className={classes.finding}>
            <b>{titleOf(finding)}</b>
            <span>{findingWords[finding.type]}</span>
          </li>
        ))}
      </ul>
    )}
  </Section>
);
