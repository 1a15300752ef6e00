import { Button } from "@mantine/core";
import { ErrorCard, type Trouble } from "../../../ui/error-card";
import classes from "./signing.module.css";
import type { Signing } from "./use-signing";

interface SignButtonsProps {
  readonly signing: Signing;
  /** "Sign the comment". */
  readonly label: string;
  readonly trouble: (error: { readonly type: string }) => Trouble;
  readonly onLeave: () => void;
}

/** The end of a small form: what went wrong, the button that signs, and the way out. */
export const SignButtons = ({ signing, label, trouble, onLeave }: SignButtonsProps) => (
  <>
    {signing.failure === null ? null : <ErrorCard trouble={trouble(signing.failure)} />}
    <div className={classes.buttons}>
      <Button size="xs" loading={signing.busy} disabled={!signing.isReady} onClick={signing.sign}>
        {label}
      </Button>
      <Button size="xs" variant="default" onClick={onLeave}>
        Leave it
      </Button>
    </div>
  </>
);
