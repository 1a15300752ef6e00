import { Button, Textarea, TextInput } from "@mantine/core";
import { useState } from "react";
import { useNavigate } from "react-router";
import { useLoopSession } from "../../bindings/loop-session-context";
import type { Failure } from "../../bindings/services";
import { amendCard, writeTakeaway } from "../../domain/card/change-card";
import { typedText } from "../../domain/card/typed-text";
import { overallCalls } from "../../domain/kit/scale";
import { ok } from "../../domain/result";
import { ErrorCard } from "../../ui/error-card";
import { KeyHint } from "../../ui/keys/key-hint";
import { useKeys } from "../../ui/keys/keys";
import { Notice } from "../../ui/notice";
import { Page, PageHeader } from "../../ui/page";
import { Section } from "../../ui/section";
import { cardPaths, type Desk, undoKey } from "./desk";
import { behalfLine, cardOnButtons, isBehalfReasonMissing, OnBehalf, whoseCard } from "./on-behalf";
import { makeCall, NoDecision, OverallCallChoice } from "./overall-call";
import classes from "./seal.module.css";
import { SealFindings } from "./seal-findings";
import { amendWords, callWords, fullMeaning, interviewTrouble, lateMeaning, sealMeaning } from "./words";

/** Seals once. After success the screen stays busy until the sealed card takes its place. */
const useSealing = (desk: Desk) => {
  const session = useLoopSession();
  const [failure, setFailure] = useState<Failure | null>(null);
  const [sealing, setSealing] = useState(false);
  const reasonMissing = desk.amends !== null && desk.card.amendReason.trim() === "";
  const blocked =
    reasonMissing || isBehalfReasonMissing(desk.card) || desk.findings.some((finding) => finding.blocks);
  const seal = async () => {
    if (blocked || sealing) return;
    setSealing(true);
    const sealed = await session.seal(desk.card);
    if (sealed.ok) return;
    setSealing(false);
    setFailure(sealed.error);
  };
  return { seal, sealing, blocked, reasonMissing, failure };
};

type Sealing = ReturnType<typeof useSealing>;

const noDecisionField = "no-decision";

const useSealKeys = (desk: Desk, { seal, blocked }: Sealing, back: () => void): void =>
  useKeys({
    title: "Seal",
    scope: "screen",
    bindings: [
      ...overallCalls.map((call, index) => ({
        keys: String(index + 1),
        does: `Overall call: ${callWords[call].label}`,
        run: () => makeCall(desk, call),
      })),
      {
        keys: "0",
        does: "No decision: to its reason",
        run: () => document.getElementById(noDecisionField)?.focus(),
      },
      {
        keys: "ctrl+enter",
        does: `Seal ${cardOnButtons(desk.view)}`,
        active: !blocked,
        run: () => void seal(),
      },
      { keys: "escape", does: "Back to the questions", run: back },
      undoKey(desk),
    ],
  });

const TakeAway = ({ desk }: { readonly desk: Desk }) => (
  <Textarea
    label="Take-away"
    description="What the panel should know, in a sentence or two."
    autosize
    minRows={2}
    value={desk.card.takeaway}
    onChange={(event) => {
      const takeaway = typedText(event.currentTarget.value);
      desk.change((card) => ok(writeTakeaway(card, takeaway)), "take-away");
    }}
  />
);

/** Why there is a new version, where there is one. */
const Amending = ({ desk, missing }: { readonly desk: Desk; readonly missing: boolean }) =>
  desk.amends === null ? null : (
    <Section id="amending" title="A change to a sealed card">
      <p className={classes.soft}>{amendWords.lead(desk.amends.revision)}</p>
      <TextInput
        label="Why you change it"
        value={desk.card.amendReason}
        error={missing ? amendWords.reasonMissing : null}
        onChange={(event) => {
          const reason = typedText(event.currentTarget.value);
          desk.change((card) => ok(amendCard(card, reason)), "reason");
        }}
      />
    </Section>
  );

const SealFoot = ({ desk, at }: { readonly desk: Desk; readonly at: Sealing }) => (
  <div className={classes.foot}>
    {desk.full ? <Notice tone="attention">{fullMeaning}</Notice> : null}
    {desk.view.reveal === null ? null : <Notice tone="attention">{lateMeaning}</Notice>}
    {at.failure === null ? null : (
      <ErrorCard trouble={interviewTrouble(at.failure)} onRetry={() => void at.seal()} />
    )}
    <div className={classes.footRow}>
      <Button
        onClick={() => void at.seal()}
        disabled={at.blocked}
        loading={at.sealing}
        rightSection={<KeyHint keys="ctrl+enter" />}
      >
        Seal {cardOnButtons(desk.view)}
      </Button>
      <p>{sealMeaning}</p>
    </div>
  </div>
);

/** Blanks and contradictions first, then the overall call, then the one act that cannot be taken back. */
export const SealScreen = ({ desk }: { readonly desk: Desk }) => {
  const navigate = useNavigate();
  const { plan } = desk.view;
  const at = useSealing(desk);
  const back = () => void navigate(cardPaths(desk.view, desk.slot).write);
  useSealKeys(desk, at, back);
  return (
    <Page>
      <PageHeader
        title={`Seal ${whoseCard(desk.view)}: ${desk.slot.title}`}
        note={[plan.candidate.name, plan.kit.title, behalfLine(desk.view, desk.card)]
          .filter((part) => part !== "")
          .join(" · ")}
        actions={
          <Button variant="default" onClick={back} rightSection={<KeyHint keys="escape" />}>
            Back to the questions
          </Button>
        }
      />
      <Amending desk={desk} missing={at.reasonMissing} />
      <SealFindings
        desk={desk}
        onGo={(position) => {
          desk.go(position);
          back();
        }}
      />
      <OverallCallChoice desk={desk} />
      <div className={classes.texts}>
        <TakeAway desk={desk} />
        <NoDecision desk={desk} id={noDecisionField} />
      </div>
      {desk.view.typist === undefined ? <OnBehalf desk={desk} /> : null}
      <SealFoot desk={desk} at={at} />
    </Page>
  );
};
