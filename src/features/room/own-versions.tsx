import { Button } from "@mantine/core";
import { useLoopSession } from "../../bindings/loop-session-context";
import type { LoopView } from "../../domain/loop/loop-view";
import { ErrorCard } from "../../ui/error-card";
import { Section } from "../../ui/section";
import { forkedCardsOf } from "./own-cards";
import { roomTrouble } from "./room-troubles";
import { useAct } from "./use-act";

/** For an author whose laptops sealed one card apart: which version counts. Both stay, and everybody sees both. */
export const OwnVersions = ({ view }: { readonly view: LoopView }) => {
  const session = useLoopSession();
  const { run, failure } = useAct();
  const forked = forkedCardsOf(view);
  if (forked.length === 0) return null;
  return (
    <Section
      id="own-versions"
      title="Which of your versions counts?"
      note="Say it before the reveal. The other one stays, and is shown as set aside."
    >
      {failure === null ? null : <ErrorCard trouble={roomTrouble(failure)} />}
      {forked.map(({ slotId, title, versions }) => (
        <ul key={slotId} aria-label={`Versions of your card for ${title}`}>
          {versions.map(({ envelopeHash, sentence }) => (
            <li key={envelopeHash}>
              {title}: {sentence}{" "}
              <Button
                size="compact-sm"
                variant="default"
                onClick={() => void run(session.choose(slotId, envelopeHash))}
              >
                This one counts
              </Button>
            </li>
          ))}
        </ul>
      ))}
    </Section>
  );
};
