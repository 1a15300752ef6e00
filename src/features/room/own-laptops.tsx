import { Button } from "@mantine/core";
import { useLoopSession } from "../../bindings/loop-session-context";
import type { LoopView, OwnLaptop } from "../../domain/loop/loop-view";
import { ErrorCard } from "../../ui/error-card";
import { Section } from "../../ui/section";
import { laptopName } from "./own-cards";
import { roomTrouble } from "./room-troubles";
import { useAct } from "./use-act";

interface OtherProps {
  readonly other: OwnLaptop;
  readonly onSame: () => void;
}

const Other = ({ other, onSame }: OtherProps) => (
  <li>
    <p>
      {laptopName(other)} is in this loop under your name. Its six words:{" "}
      <strong>{other.words.join(" ")}</strong>
    </p>
    {other.vouched ? (
      <p>You said that it is yours: cards you seal here open there too.</p>
    ) : (
      <>
        <p>
          Compare them with what that laptop shows for itself. If one differs, or it is not yours, tell the
          facilitator.
        </p>
        <Button size="compact-sm" onClick={onSame}>
          It is mine and shows the same words
        </Button>
      </>
    )}
  </li>
);

/** For a person with several laptops in the loop: which of them are theirs, by words compared on both. */
export const OwnLaptops = ({ view: { ownLaptops } }: { readonly view: LoopView }) => {
  const session = useLoopSession();
  const { run, failure } = useAct();
  const own = ownLaptops.find(({ isThis }) => isThis);
  if (own === undefined) return null;
  return (
    <Section id="own-laptops" title="Your laptops" note={`This laptop’s six words: ${own.words.join(" ")}`}>
      {failure === null ? null : <ErrorCard trouble={roomTrouble(failure)} />}
      <ul>
        {ownLaptops
          .filter(({ isThis }) => !isThis)
          .map((other) => (
            <Other
              key={other.deviceId}
              other={other}
              onSame={() => void run(session.vouch(other.deviceId))}
            />
          ))}
      </ul>
    </Section>
  );
};
