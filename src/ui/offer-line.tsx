import { Button, Group } from "@mantine/core";
import { Notice } from "./notice";

interface OfferLineProps {
  readonly text: string;
  /** The buttons' words. */
  readonly accept: string;
  readonly dismiss: string;
  readonly onAccept: () => void;
  readonly onDismiss: () => void;
}

/** One quiet line that offers something and may be sent away. */
export const OfferLine = ({ text, accept, dismiss, onAccept, onDismiss }: OfferLineProps) => (
  <Notice>
    <div role="status" dir="auto">
      {text}
    </div>
    <Group gap="xs" mt={6}>
      <Button size="compact-sm" variant="default" onClick={onAccept}>
        {accept}
      </Button>
      <Button size="compact-sm" variant="subtle" onClick={onDismiss}>
        {dismiss}
      </Button>
    </Group>
  </Notice>
);
