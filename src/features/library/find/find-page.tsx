import { Button, Select, TextInput } from "@mantine/core";
import { IconSearch, IconSearchOff } from "@tabler/icons-react";
import { useState } from "react";
import type { Asked, FindChoices } from "../../../bindings/kit-finder";
import { hrefTo, paths } from "../../../bindings/paths";
import { useServices } from "../../../bindings/services";
import { useLive } from "../../../bindings/use-live";
import { findKinds } from "../../../domain/kit/find/find-entry";
import { EmptyState } from "../../../ui/empty-state";
import { ErrorCard } from "../../../ui/error-card";
import { Page, PageHeader } from "../../../ui/page";
import { reloadWindow } from "../../../ui/reload-window";
import { Crumbs } from "../../../ui/top-bar";
import classes from "./find.module.css";
import { FoundItem } from "./found-item";
import { ReadState } from "./read-state";
import { SaveBank } from "./save-bank";
import { useFound } from "./use-found";
import { findTrouble, kindWords, words } from "./words";

const everything: Asked = { text: "", kind: null, level: null, discipline: null, round: null };

/** More than these are narrowed by typing. */
const mostChoices = 100;

interface FiltersProps {
  readonly asked: Asked;
  readonly choices: FindChoices;
  readonly onAsk: (asked: Asked) => void;
}

const Filters = ({ asked, choices, onAsk }: FiltersProps) => {
  const filter = (
    label: string,
    value: string | null,
    data: readonly { value: string; label: string }[],
    set: (value: string | null) => Asked,
  ) => (
    <Select
      label={label}
      placeholder={words.all}
      clearable
      searchable
      limit={mostChoices}
      disabled={data.length === 0}
      data={[...data]}
      value={value}
      onChange={(chosen) => onAsk(set(chosen))}
    />
  );
  const named = (list: readonly string[]) => list.map((name) => ({ value: name, label: name }));
  const kinds = findKinds.map((kind) => ({ value: kind, label: kindWords[kind] }));
  return (
    <div className={classes.filters}>
      {filter(words.kind, asked.kind, kinds, (kind) => ({
        ...asked,
        kind: findKinds.find((known) => known === kind) ?? null,
      }))}
      {filter(words.level, asked.level, named(choices.levels), (level) => ({ ...asked, level }))}
      {filter(words.discipline, asked.discipline, named(choices.disciplines), (discipline) => ({
        ...asked,
        discipline,
      }))}
      {filter(words.round, asked.round, named(choices.rounds), (round) => ({ ...asked, round }))}
    </div>
  );
};

/** The question bank and all else: one field over every kit of this laptop. */
export const FindPage = () => {
  const { finder, kits } = useServices();
  const reader = useLive(finder.state);
  const list = useLive(kits.list);
  const [asked, setAsked] = useState(everything);
  const found = useFound(finder, asked, reader.revision);
  return (
    <Page>
      <Crumbs trail={[{ label: words.library, href: hrefTo(paths.library) }, { label: words.title }]} />
      <PageHeader
        title={words.title}
        note={words.note}
        actions={<SaveBank ids={list.state === "ready" ? list.value.map(({ id }) => id) : []} />}
      />
      {reader.state === "failed" ? (
        <ErrorCard
          trouble={findTrouble(list.state === "failed" ? list.error : { type: "indexFailed" })}
          onRetry={reloadWindow}
        />
      ) : null}
      <TextInput
        aria-label={words.field}
        placeholder={words.field}
        size="md"
        autoFocus
        leftSection={<IconSearch size={17} stroke={1.8} aria-hidden="true" />}
        value={asked.text}
        onChange={(event) => setAsked({ ...asked, text: event.currentTarget.value })}
      />
      <Filters asked={asked} choices={reader.choices} onAsk={setAsked} />
      <ReadState
        state={reader}
        count={found === null ? "" : words.count(found.shown.length, found.count)}
        onStop={finder.stop}
        onReadOn={finder.readOn}
      />
      {reader.state !== "reading" && reader.state !== "failed" && found?.count === 0 ? (
        <EmptyState icon={IconSearchOff} sentence={words.nothing(asked.text)}>
          <Button variant="default" onClick={() => setAsked({ ...everything, text: asked.text })}>
            {words.clear}
          </Button>
        </EmptyState>
      ) : (
        <ul className={classes.list} aria-label={words.results}>
          {found?.shown.map((one) => (
            <FoundItem key={one.entry.key} found={one} kits={list.state === "ready" ? list.value : []} />
          ))}
        </ul>
      )}
    </Page>
  );
};
