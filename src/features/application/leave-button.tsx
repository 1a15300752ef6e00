import { Button, Group, Modal, PasswordInput, Stack } from "@mantine/core";
import { IconLock } from "@tabler/icons-react";
import { type FormEvent, useState } from "react";
import { useApplicant } from "../../bindings/applicant";
import { pinTrouble, words } from "./words";

/** The way back for staff: small, in a corner, and it asks for the PIN. */
export const LeaveButton = () => {
  const applicant = useApplicant();
  const [asks, setAsks] = useState(false);
  const [pin, setPin] = useState("");
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState<string | null>(null);
  const close = () => {
    setAsks(false);
    setPin("");
    setWrong(null);
  };
  const leave = async () => {
    setBusy(true);
    const left = await applicant.leave(pin);
    setBusy(false);
    setPin("");
    if (!left.ok) setWrong(pinTrouble(left.error));
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!busy) void leave();
  };
  return (
    <>
      <Button
        variant="subtle"
        color="gray"
        leftSection={<IconLock size={16} stroke={1.8} aria-hidden="true" />}
        onClick={() => setAsks(true)}
      >
        {words.staff}
      </Button>
      <Modal opened={asks} onClose={close} title={words.staffTitle}>
        <form onSubmit={submit}>
          <Stack gap="md">
            <p style={{ margin: 0 }}>{words.staffText}</p>
            <PasswordInput
              label={words.pin}
              description={words.pinHint}
              inputMode="numeric"
              autoComplete="off"
              maxLength={12}
              data-autofocus
              value={pin}
              error={wrong}
              onChange={(event) => setPin(event.currentTarget.value)}
            />
            <Group gap="sm">
              <Button type="submit" loading={busy} disabled={pin === ""}>
                {words.leave}
              </Button>
              <Button variant="default" onClick={close}>
                {words.goBack}
              </Button>
            </Group>
          </Stack>
        </form>
      </Modal>
    </>
  );
};
