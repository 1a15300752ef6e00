import { Button, Group, Modal, Stack } from "@mantine/core";
import { IconDeviceLaptop } from "@tabler/icons-react";
import { useMemo, useState } from "react";
import { type Failure, useServices } from "../../../bindings/services";
import { useLive } from "../../../bindings/use-live";
import { asksApplicants } from "../../../domain/application/script";
import type { Candidate } from "../../../domain/candidate/candidate";
import type { KitId } from "../../../domain/ids";
import type { Kit } from "../../../domain/kit/kit";
import { ErrorCard } from "../../../ui/error-card";
import classes from "../candidates.module.css";
import { PinForm } from "./pin-form";
import { beginTrouble, words } from "./words";

interface DialogProps {
  readonly candidate: Candidate;
  readonly kit: Kit;
  readonly pinIsSet: boolean;
  readonly onPin: () => void;
  readonly onClose: () => void;
}

const Dialog = ({ candidate, kit, pinIsSet, onPin, onClose }: DialogProps) => {
  const { desk } = useServices();
  const [changes, setChanges] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const begin = async () => {
    setBusy(true);
    const begun = await desk.begin(candidate, kit);
    setBusy(false);
    if (begun.ok) onClose();
    else setFailure(begun.error);
  };
  if (!pinIsSet || changes) {
    const set = () => {
      setChanges(false);
      onPin();
    };
    return (
      <PinForm isSet={pinIsSet} onSet={set} onCancel={() => (changes ? setChanges(false) : onClose())} />
    );
  }
  return (
    <Stack gap="md">
      <p style={{ margin: 0 }}>{words.asks(kit.knockOuts.length, kit.videoPrompts.length)}</p>
      <p style={{ margin: 0 }}>{words.beginText}</p>
      {failure === null ? null : <ErrorCard trouble={beginTrouble(failure)} />}
      <Group gap="sm">
        <Button loading={busy} onClick={() => void begin()} data-autofocus>
          {words.begin}
        </Button>
        <Button variant="default" onClick={() => setChanges(true)}>
          {words.changePin}
        </Button>
        <Button variant="default" onClick={onClose}>
          {words.cancel}
        </Button>
      </Group>
    </Stack>
  );
};

/** Gives this laptop to the candidate, for an application for their role. */
export const HandOver = ({ candidate, kitId }: { readonly candidate: Candidate; readonly kitId: KitId }) => {
  const { desk, kits } = useServices();
  const published = useLive(useMemo(() => kits.openPublished(kitId), [kits, kitId]));
  /** Null while the dialog is closed. */
  const [pinIsSet, setPinIsSet] = useState<boolean | null>(null);
  const kit = published.state === "ready" ? published.value : null;
  if (kit === null) return null;
  const asks = asksApplicants(kit);
  const open = () => void desk.pinIsSet().then(setPinIsSet);
  return (
    <section className={classes.next} aria-label={words.title}>
      <div>
        <h2>{words.title}</h2>
        <p>{asks ? words.text : words.asksNothing}</p>
      </div>
      {asks ? (
        <Button
          variant="default"
          style={{ flexShrink: 0 }}
          leftSection={<IconDeviceLaptop size={16} stroke={1.8} aria-hidden="true" />}
          onClick={open}
        >
          {words.open}
        </Button>
      ) : null}
      <Modal
        opened={pinIsSet !== null}
        onClose={() => setPinIsSet(null)}
        title={pinIsSet === false ? words.choosePin : words.title}
      >
        {pinIsSet === null ? null : (
          <Dialog
            candidate={candidate}
            kit={kit}
            pinIsSet={pinIsSet}
            onPin={() => setPinIsSet(true)}
            onClose={() => setPinIsSet(null)}
          />
        )}
      </Modal>
    </section>
  );
};
