/** An Electron this machine can run. */
export interface Runtime {
  /** Absolute path of the executable. */
  readonly binary: string;
  /** `substitute` is for development and tests only (see AppInfo in the contract). */
  readonly kind: "official" | "substitute";
}

/** One way of getting a runtime: the runtime, or a line that says why this way failed. */
export type Attempt = { readonly found: Runtime } | { readonly tried: string };
