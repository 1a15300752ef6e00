import { UnstyledButton } from "@mantine/core";
import { type NearbyLoop, useServices } from "../../bindings/services";
import { useLive } from "../../bindings/use-live";
import { Section } from "../../ui/section";
import { StatusDot } from "../../ui/status-dot";
import classes from "./nearby.module.css";
import { nearbyWords } from "./nearby-words";

interface RowProps {
  readonly loop: NearbyLoop;
  readonly chosen: boolean;
  readonly onChoose: (typedCode: string) => void;
}

const Row = ({ loop, chosen, onChoose }: RowProps) => (
  <li>
    <UnstyledButton
      className={classes.row}
      aria-pressed={chosen}
      disabled={loop.version !== "same"}
      onClick={() => onChoose(loop.typedCode)}
    >
      <b className={classes.label}>{loop.label}</b>
      <span className={classes.where}>{nearbyWords.where(loop)}</span>
      <span className={classes.state}>{chosen ? <StatusDot shape="full" label="Chosen" /> : null}</span>
    </UnstyledButton>
  </li>
);

interface NearbyListProps {
  /** What stands in the invite field. */
  readonly invite: string;
  readonly onChoose: (typedCode: string) => void;
}

/** The loops whose doors are open on this network, as they come and go. */
export const NearbyList = ({ invite, onChoose }: NearbyListProps) => {
  const { loops, listening } = useLive(useServices().loops.nearby);
  return (
    <Section id="nearby" title={nearbyWords.title} note={nearbyWords.note(loops.length)}>
      {loops.length === 0 ? (
        <p className={classes.none}>{listening ? nearbyWords.none : nearbyWords.deaf}</p>
      ) : (
        <>
          <ul className={classes.list}>
            {loops.map((loop) => (
              <Row key={loop.typedCode} loop={loop} chosen={loop.typedCode === invite} onChoose={onChoose} />
            ))}
          </ul>
          <p className={classes.none}>{nearbyWords.choose}</p>
        </>
      )}
    </Section>
  );
};
