import { Button, Radio, TextInput } from "@mantine/core";
import { type FormEvent, useMemo, useState } from "react";
import { useNavigate } from "react-router";
import { actTrouble } from "../../../bindings/act-trouble";
import { useLoopSession, useLoopView } from "../../../bindings/loop-session-context";
import { listed } from "../../../bindings/name-lists";
import { hrefTo, paths } from "../../../bindings/paths";
import { useServices } from "../../../bindings/services";
import { personIdSchema } from "../../../domain/ids";
import type { LoopView } from "../../../domain/loop/loop-view";
import type { Plan } from "../../../domain/loop/plan";
import { ErrorCard } from "../../../ui/error-card";
import { Notice } from "../../../ui/notice";
import { Page, PageHeader } from "../../../ui/page";
import { acceptanceLines } from "../acceptance-lines";
import { useAct } from "../use-act";
import { changeSentences } from "./change-words";
import classes from "./day.module.css";
import {
  breakFields,
  type DayAct,
  type DayDraft,
  emptyDraft,
  isOfWholePlan,
  outlookOf,
  slotFields,
} from "./day-draft";
import { DayFields } from "./day-fields";
import { actWords, dayBlock, outlookWords } from "./day-words";

type Planned = LoopView & { readonly plan: Plan };

const Acts = ({ act, onChoose }: { readonly act: DayAct; readonly onChoose: (act: DayAct) => void }) => (
  <Radio.Group label="What happened" value={act} onChange={(value) => onChoose(value as DayAct)}>
    <div className={classes.options}>
      {Object.entries(actWords).map(([value, { label, meaning }]) => (
        <Radio key={value} value={value} label={label} description={meaning} />
      ))}
    </div>
  </Radio.Group>
);

/** What would become of the plan, before anything is signed. */
const Preview = ({
  view,
  draft,
  newId,
}: {
  readonly view: Planned;
  readonly draft: DayDraft;
  readonly newId: string;
}) => {
  if (draft.act === "withdrawn" || draft.act === "loopCancelled")
    return (
      <Notice tone="attention">
        The cards stay sealed: nobody can reveal them, and retention counts from today. It can be taken back,
        which is logged too.
      </Notice>
    );
  const outlook = outlookOf(view, draft, personIdSchema.parse(newId));
  if (!outlook.ok) return <Notice>{outlookWords(outlook.error.type)}</Notice>;
  const { plan, persons, differences } = outlook.value;
  return (
    <ul className={classes.preview} aria-label="What changes">
      {changeSentences({ ...view, plan, persons }, differences).map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
};

const useSigning = (view: Planned, draft: DayDraft, newId: string) => {
  const session = useLoopSession();
  const navigate = useNavigate();
  const { run, failure } = useAct();
  const act = () => {
    const reason = draft.reason.trim();
    if (draft.act === "withdrawn") return session.endLoop("withdrawn", reason);
    if (draft.act === "loopCancelled") return session.endLoop("cancelled", reason);
    const outlook = outlookOf(view, draft, personIdSchema.parse(newId));
    if (!outlook.ok) return Promise.resolve(outlook);
    return session.changePlan(outlook.value.change, reason, outlook.value.newcomer);
  };
  const sign = async () => {
    const done = await run(act());
    if (done !== null) await navigate(paths.loop(view.loopId));
  };
  return { sign, failure };
};

const DayForm = ({ view }: { readonly view: Planned }) => {
  const { ids } = useServices();
  const newId = useMemo(() => ids.newId(), [ids]);
  const [draft, setDraft] = useState(() => emptyDraft(view.plan));
  const { sign, failure } = useSigning(view, draft, newId);
  const change = (part: Partial<DayDraft>) => setDraft((before) => ({ ...before, ...part }));
  const choose = (act: DayAct) => {
    const slot = view.plan.slots.find(({ slotId }) => slotId === draft.slotId);
    if (!isOfWholePlan(act)) return change({ act, ...slotFields(slot, act) });
    const pause = act === "breakAdded" ? undefined : view.plan.breaks[0];
    const after = { startsAt: slot?.startsAt ?? "" };
    change({ act, ...breakFields(pause), ...(pause === undefined ? after : {}) });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (draft.reason.trim() !== "") void sign();
  };
  return (
    <form className={classes.form} onSubmit={submit}>
      <Acts act={draft.act} onChoose={choose} />
      <DayFields view={view} draft={draft} onChange={change} />
      <TextInput
        label="Why"
        description="Everybody in the loop reads it, and it stands in the log."
        maxLength={500}
        value={draft.reason}
        onChange={(event) => change({ reason: event.currentTarget.value })}
      />
      <Preview view={view} draft={draft} newId={newId} />
      {failure === null ? null : (
        <ErrorCard
          trouble={actTrouble(failure, { what: "Nothing was changed", safe: "The plan is as it was." })}
        />
      )}
      <div className={`${classes.buttons} ${classes.foot}`}>
        <Button type="submit" disabled={draft.reason.trim() === ""}>
          {actWords[draft.act].button}
        </Button>
        <Button component="a" variant="default" href={hrefTo(paths.loop(view.loopId))}>
          Back to the room
        </Button>
      </div>
    </form>
  );
};

/** Whoever gives a slot to somebody else wants to know who has not accepted what everybody accepts. */
const NotAccepted = ({ view }: { readonly view: LoopView }) => {
  const names = acceptanceLines(view).flatMap(({ name, at }) => (at === null ? [name] : []));
  if (names.length === 0 || view.reveal !== null) return null;
  return (
    <Notice>
      Not accepted yet, and asked before their first slot: {listed(names)}. Until then nobody knows whether
      they have a conflict of interest.
    </Notice>
  );
};

const isPlanned = (view: LoopView): view is Planned => view.plan !== null;

/** Where the person in charge tells the loop that the day goes otherwise than planned. */
export const DayPage = () => {
  const view = useLoopView();
  const block = dayBlock(view);
  return (
    <Page width="reading">
      <PageHeader title="Change the day" note="What you sign here every laptop shows, with the reason." />
      <NotAccepted view={view} />
      {block === null && isPlanned(view) ? (
        <DayForm view={view} />
      ) : (
        <Notice tone="attention">{block}</Notice>
      )}
      {block === null ? null : (
        <Button component="a" variant="default" mt={16} href={hrefTo(paths.loop(view.loopId))}>
          Back to the room
        </Button>
      )}
    </Page>
  );
};
