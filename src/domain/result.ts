/**
 * The outcome of something that can fail in a way the caller is expected to handle.
 * Failures are plain tagged objects (`type` plus parameters); the UI finds the words. Bugs throw instead.
 */
export type Result<Value, Failure extends { readonly type: string }> = Ok<Value> | Err<Failure>;

export interface Ok<Value> {
  readonly ok: true;
  readonly value: Value;
}

export interface Err<Failure> {
  readonly ok: false;
  readonly error: Failure;
}

export const ok = <Value>(value: Value): Ok<Value> => ({ ok: true, value });

export const err = <Failure extends { readonly type: string }>(error: Failure): Err<Failure> => ({
  ok: false,
  error,
});

/** The value of a result that cannot have failed; a failure here is a bug and throws. */
export const unwrap = <Value, Failure extends { readonly type: string }>(
  result: Result<Value, Failure>,
): Value => {
  if (result.ok) return result.value;
  throw new Error(`unexpected failure: ${JSON.stringify(result.error)}`);
};
