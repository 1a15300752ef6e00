import { Modal } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { type KeyboardEvent, useId, useState } from "react";
import { useNavigate } from "react-router";
import { useServices } from "../../bindings/services";
import { useLive } from "../../bindings/use-live";
import type { Loadable } from "../../domain/live";
import { KeyHint } from "../../ui/keys/key-hint";
import classes from "./go-anywhere.module.css";
import { findPlaces, fixedPlaces, type Place, placesOf } from "./places";
import { words } from "./words";

const most = 12;

const known = <Item,>(list: Loadable<readonly Item[]>): readonly Item[] =>
  list.state === "ready" ? list.value : [];

const usePlaces = (): readonly Place[] => {
  const services = useServices();
  const kits = known(useLive(services.kits.list));
  const candidates = known(useLive(services.candidates.list));
  const loops = known(useLive(services.loops.list));
  return [...fixedPlaces, ...placesOf({ kits, candidates, loops })];
};

interface PlaceListProps {
  readonly id: string;
  readonly places: readonly Place[];
  readonly lit: number;
  readonly onGo: (place: Place) => void;
}

const PlaceList = ({ id, places, lit, onGo }: PlaceListProps) => (
  <div id={id} role="listbox" aria-label={words.go.title} className={classes.list}>
    {places.map((place, index) => (
      // The field keeps the focus and moves through the list; the list only takes clicks.
      // biome-ignore lint/a11y/useKeyWithClickEvents: the field handles the keys
      // biome-ignore lint/a11y/useFocusableInteractive: the field points here with aria-activedescendant
      <div
        key={place.path}
        id={`${id}-${index}`}
        role="option"
        aria-selected={index === lit}
        className={classes.option}
        onClick={() => onGo(place)}
      >
        <span>{place.label}</span>
        <small>{place.note}</small>
        <small className={classes.group}>{place.group}</small>
      </div>
    ))}
  </div>
);

const Search = ({ onGo }: { readonly onGo: (place: Place) => void }) => {
  const listId = useId();
  const [query, setQuery] = useState("");
  const [lit, setLit] = useState(0);
  const found = findPlaces(usePlaces(), query).slice(0, most);
  const at = Math.min(lit, Math.max(0, found.length - 1));
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step !== 0) {
      event.preventDefault();
      setLit((at + step + found.length) % Math.max(1, found.length));
    }
    const chosen = found[at];
    if (event.key === "Enter" && chosen !== undefined) onGo(chosen);
  };
  return (
    <>
      <div className={classes.field}>
        <IconSearch size={18} stroke={1.6} aria-hidden="true" />
        <input
          data-autofocus
          role="combobox"
          aria-expanded={found.length > 0}
          aria-controls={listId}
          aria-activedescendant={found.length > 0 ? `${listId}-${at}` : undefined}
          aria-label={words.go.field}
          placeholder={words.go.field}
          value={query}
          onChange={(event) => {
            setQuery(event.currentTarget.value);
            setLit(0);
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      {found.length === 0 ? (
        <p className={classes.nothing}>{words.go.nothing}</p>
      ) : (
        <PlaceList id={listId} places={found} lit={at} onGo={onGo} />
      )}
      <p className={classes.hints}>
        <KeyHint keys="arrowup arrowdown" /> {words.go.moveHint} <KeyHint keys="enter" /> {words.go.openHint}
      </p>
    </>
  );
};

interface GoAnywhereProps {
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** The search over places, actions, kits, candidates and loops. */
export const GoAnywhere = ({ opened, onClose }: GoAnywhereProps) => {
  const navigate = useNavigate();
  const go = (place: Place) => {
    onClose();
    void navigate(place.path);
  };
  return (
    // Without a fade: asked for again while it fades, it would come back with the last search in its field.
    <Modal.Root
      opened={opened}
      onClose={onClose}
      transitionProps={{ duration: 0 }}
      size={560}
      padding={0}
      yOffset="12vh"
      radius="lg"
    >
      <Modal.Overlay />
      <Modal.Content aria-label={words.go.title}>
        <Search onGo={go} />
      </Modal.Content>
    </Modal.Root>
  );
};
