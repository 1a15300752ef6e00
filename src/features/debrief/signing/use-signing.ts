import { useState } from "react";
import type { Failure } from "../../../bindings/services";
import type { Result } from "../../../domain/result";

/** A text while it is written and signed; it stays as it is where signing failed. */
export interface Signing {
  readonly text: string;
  readonly setText: (text: string) => void;
  readonly busy: boolean;
  /** False while nothing is written. */
  readonly isReady: boolean;
  readonly failure: Failure | null;
  readonly sign: () => void;
}

/** What a small form of the debrief does: signs the text, trimmed and once, and is done with it where that worked. */
export const useSigning = (
  act: (text: string) => Promise<Result<void, Failure>>,
  onDone: () => void,
): Signing => {
  const [text, setText] = useState("");
  const [failure, setFailure] = useState<Failure | null>(null);
  const [busy, setBusy] = useState(false);
  const isReady = text.trim() !== "";
  const sign = async () => {
    if (!isReady || busy) return;
    setBusy(true);
    const signed = await act(text.trim());
    setBusy(false);
    if (signed.ok) onDone();
    else setFailure(signed.error);
  };
  return { text, setText, busy, isReady, failure, sign: () => void sign() };
};
