import { Button, Select } from "@mantine/core";
import { IconCalendarOff } from "@tabler/icons-react";
import { useState } from "react";
import { useNavigate, useParams } from "react-router";
import type { ExportFailure } from "../../bindings/file-trouble";
import { useLoopView } from "../../bindings/loop-session-context";
import { paths } from "../../bindings/paths";
import { useServices } from "../../bindings/services";
import { hatWords } from "../../documents/outlines/wording";
import type { LoopView } from "../../domain/loop/loop-view";
import { type Prep, prepOf } from "../../domain/loop/prep";
import type { Person } from "../../domain/loop/roster";
import { EmptyState } from "../../ui/empty-state";
import { ErrorCard } from "../../ui/error-card";
import { KeyHint } from "../../ui/keys/key-hint";
import { useKeys } from "../../ui/keys/keys";
import { Notice } from "../../ui/notice";
import { Page, PageHeader } from "../../ui/page";
import classes from "./prep.module.css";
import { PrepSlotView } from "./prep-slot";
import { notArrived, saveTrouble } from "./words";

/** Saves the card for paper; says where it went, or why not. */
const useSave = (prep: Prep) => {
  const { exports } = useServices();
  const [outcome, setOutcome] = useState<
    { readonly path: string } | { readonly error: ExportFailure } | null
  >(null);
  const save = async () => {
    const saved = await exports.prepCard(prep);
    if (saved.ok) setOutcome(saved.value);
    else setOutcome(saved.error.type === "cancelled" ? null : { error: saved.error });
  };
  return { outcome, save: () => void save() };
};

interface ReadyProps {
  readonly view: LoopView;
  readonly person: Person;
  readonly prep: Prep;
}

const Whose = ({ view, person }: Omit<ReadyProps, "prep">) => {
  const navigate = useNavigate();
  return (
    <Select
      aria-label="Prep card of"
      w={220}
      allowDeselect={false}
      data={view.persons.map(({ personId, name }) => ({ value: personId, label: name }))}
      value={person.personId}
      onChange={(personId) => personId !== null && void navigate(paths.prep(view.loopId, personId))}
    />
  );
};

const HandOffs = ({ prep }: { readonly prep: Prep }) =>
  prep.handOffs.length === 0 ? null : (
    <ul className={classes.handOffs} aria-label="Handed over">
      {prep.handOffs.map(({ id, from, toAll, text }) => (
        <li key={id}>
          <b>{toAll ? `${from}, to everybody:` : `${from}:`}</b> {text}
        </li>
      ))}
    </ul>
  );

const Ready = ({ view, person, prep }: ReadyProps) => {
  const { outcome, save } = useSave(prep);
  useKeys({
    title: "Prep card",
    scope: "screen",
    bindings: [{ keys: "p", does: "Save the card for paper", run: save }],
  });
  return (
    <Page width="reading">
      <PageHeader
        title={prep.name}
        note={`${prep.hats.map((hat) => hatWords[hat]).join(", ")} · ${prep.candidateName} · ${prep.kitTitle}, ${prep.levelName}`}
        actions={
          <>
            <Whose view={view} person={person} />
            <Button onClick={save} rightSection={<KeyHint keys="p" />}>
              Save for paper
            </Button>
          </>
        }
      />
      <p role="status" className={classes.said}>
        {outcome !== null && "path" in outcome ? `Saved: ${outcome.path}` : ""}
      </p>
      {outcome !== null && "error" in outcome ? (
        <ErrorCard trouble={saveTrouble(outcome.error)} onRetry={save} />
      ) : null}
      {prep.accommodations === "" ? null : (
        <Notice tone="quiet">
          <b>Arranged for the candidate:</b> {prep.accommodations}
        </Notice>
      )}
      <HandOffs prep={prep} />
      {prep.slots.length === 0 ? (
        <EmptyState
          icon={IconCalendarOff}
          sentence={`${prep.name} has no slot in this loop. Choose somebody else above.`}
        />
      ) : null}
      {prep.slots.map((slot) => (
        <PrepSlotView key={slot.slot.slotId} prepared={slot} prep={prep} />
      ))}
    </Page>
  );
};

/** What one panelist should know before the day: who, when, what to ask in order, what good looks like, what was there before. */
export const PrepPage = () => {
  const view = useLoopView();
  const { personId } = useParams();
  const { plan, kit } = view;
  const person = view.persons.find((known) => known.personId === (personId ?? view.me?.personId));
  if (plan === null || kit === null || person === undefined)
    return (
      <Page width="reading">
        <ErrorCard trouble={notArrived} />
      </Page>
    );
  return <Ready view={view} person={person} prep={prepOf({ ...view, plan, kit }, person)} />;
};
