import { Checkbox, Radio, TextInput } from "@mantine/core";
import { useState } from "react";
import type { Candidate } from "../../../domain/candidate/candidate";
import { samePerson } from "../../../domain/candidate/one-person";
import type { CandidateId } from "../../../domain/ids";
import { shownName, useNamesMasked } from "../names-masked";
import classes from "./hand-over.module.css";
import { handOverWords as words } from "./words";

/** Who is chosen: everybody, or some. */
export type Choice = "everybody" | ReadonlySet<CandidateId>;

const most = 50;

const plain = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "").toLocaleLowerCase();

interface SomeProps {
  readonly candidates: readonly Candidate[];
  readonly chosen: ReadonlySet<CandidateId>;
  readonly onChange: (chosen: ReadonlySet<CandidateId>) => void;
}

const Some = ({ candidates, chosen, onChange }: SomeProps) => {
  const [query, setQuery] = useState("");
  const [masked] = useNamesMasked();
  const found = candidates.filter((one) => plain(shownName(one, masked)).includes(plain(query.trim())));
  const toggle = (id: CandidateId) => {
    // Whoever is one person goes together: half of them elsewhere would stand under nobody.
    const person = new Set(samePerson(candidates, id));
    const others = [...chosen].filter((one) => !person.has(one));
    onChange(new Set(chosen.has(id) ? others : [...others, ...person]));
  };
  return (
    <>
      <TextInput
        aria-label={words.find}
        placeholder={words.find}
        value={query}
        onChange={(event) => setQuery(event.currentTarget.value)}
      />
      <fieldset className={classes.people} aria-label={words.who}>
        {found.slice(0, most).map((one) => (
          <Checkbox
            key={one.id}
            label={shownName(one, masked)}
            checked={chosen.has(one.id)}
            onChange={() => toggle(one.id)}
          />
        ))}
      </fieldset>
      <p className={classes.soft} role="status">
        {words.countChosen(chosen.size)}
        {found.length > most ? `. ${words.moreFound(found.length - most)}` : ""}
      </p>
    </>
  );
};

interface ChoosePeopleProps {
  readonly candidates: readonly Candidate[];
  readonly choice: Choice;
  readonly onChange: (choice: Choice) => void;
}

/** Everybody, or some of them by name. */
export const ChoosePeople = ({ candidates, choice, onChange }: ChoosePeopleProps) => (
  <>
    <Radio.Group
      label={words.who}
      value={choice === "everybody" ? "everybody" : "some"}
      onChange={(value) => onChange(value === "everybody" ? "everybody" : new Set())}
    >
      <div className={classes.parts}>
        <Radio value="everybody" label={words.everybody(candidates.length)} />
        <Radio value="some" label={words.chosen} />
      </div>
    </Radio.Group>
    {choice === "everybody" ? null : <Some candidates={candidates} chosen={choice} onChange={onChange} />}
  </>
);
