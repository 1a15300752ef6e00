import { Button } from "@mantine/core";
import { IconFileImport } from "@tabler/icons-react";
import { bundleTrouble } from "../../../bindings/bundle-trouble";
import type { BundleOffer } from "../../../bindings/bundles";
import { useOpenedBundle } from "../../../bindings/opened-files";
import { useServices } from "../../../bindings/services";
import { useJob } from "../../../bindings/use-job";
import type { LoopId } from "../../../domain/ids";
import { ErrorCard } from "../../../ui/error-card";
import { JobProgress } from "../../../ui/job-progress";
import { Notice } from "../../../ui/notice";
import { Section } from "../../../ui/section";
import { StatusDot } from "../../../ui/status-dot";
import classes from "./stick.module.css";
import { bringsLine, fromLine, hasNews, heldLine, takenLine } from "./stick-words";

interface OfferProps {
  readonly offer: BundleOffer;
  readonly onTake: () => void;
  readonly onLeave: () => void;
}

/** What the file is and what it would change, before anything changes. */
const Offer = ({ offer, onTake, onLeave }: OfferProps) => (
  <section className={classes.offer} aria-label="What the file brings">
    <p className={classes.name}>{offer.name}</p>
    <p>
      {heldLine(offer)} {fromLine(offer)}
    </p>
    <p>
      <StatusDot shape={hasNews(offer.brings) ? "half" : "full"} label={bringsLine(offer.brings)} />
    </p>
    {offer.signedOnly ? (
      <Notice>
        {offer.personName}’s laptop was removed from the loop since. Only what is signed is taken from its
        file.
      </Notice>
    ) : null}
    <div className={classes.buttons}>
      {hasNews(offer.brings) ? <Button onClick={onTake}>Take it in</Button> : null}
      <Button variant="default" onClick={onLeave}>
        {hasNews(offer.brings) ? "Leave it" : "Close"}
      </Button>
    </div>
  </section>
);

interface BringInProps {
  /** Only a file of this loop; null takes one of any loop of this laptop. */
  readonly loopId: LoopId | null;
  readonly onTaken?: (loopId: LoopId) => void;
}

/** Takes in what a stick brought, after showing what it is. */
export const BringIn = ({ loopId, onTaken }: BringInProps) => {
  const { bundles } = useServices();
  const checking = useJob<BundleOffer>();
  const taking = useJob<BundleOffer>();
  const choose = () => {
    taking.reset();
    void checking.start((options) => bundles.choose(loopId, options));
  };
  useOpenedBundle(loopId === null ? choose : null);
  const take = (offer: BundleOffer) =>
    void taking.start(async () => {
      const taken = await offer.take();
      checking.reset();
      if (taken.ok) onTaken?.(offer.loopId);
      return taken.ok ? { ok: true, value: offer } : taken;
    });
  const { state } = checking;
  return (
    <Section id="bring-in" title="Bring one in">
      <div className={classes.part}>
        <p className={classes.who}>
          A file that a colleague’s laptop wrote. It is checked first, and you see what it brings before
          anything changes; taking the same file twice changes nothing.
        </p>
        {state.step === "working" ? (
          <JobProgress doing="Checking the file" done={state.done} onCancel={checking.cancel} />
        ) : (
          <Button
            className={classes.start}
            variant="default"
            disabled={taking.state.step === "working"}
            leftSection={<IconFileImport size={16} stroke={1.8} aria-hidden="true" />}
            onClick={choose}
          >
            Choose a file
          </Button>
        )}
        {state.step === "done" ? (
          <Offer offer={state.value} onTake={() => take(state.value)} onLeave={checking.reset} />
        ) : null}
        {state.step === "failed" ? <ErrorCard trouble={bundleTrouble(state.error)} onRetry={choose} /> : null}
        {taking.state.step === "done" ? (
          <p className={classes.outcome} role="status">
            <StatusDot shape="full" label={takenLine(taking.state.value)} />
          </p>
        ) : null}
        {taking.state.step === "failed" ? <ErrorCard trouble={bundleTrouble(taking.state.error)} /> : null}
      </div>
    </Section>
  );
};
