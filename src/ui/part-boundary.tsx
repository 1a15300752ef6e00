import { Component, type ErrorInfo, type ReactNode } from "react";
import { ErrorCard } from "./error-card";

interface PartBoundaryProps {
  /** What the part is, as the sentence begins: "The question". */
  readonly name: string;
  /** Hears of the error, to log it. */
  readonly onError?: (error: unknown, where: string) => void;
  /** Another value than before takes the card away again: the address, the id of what is shown. */
  readonly resetOn?: string;
  readonly children: ReactNode;
}

interface PartBoundaryState {
  readonly error: unknown;
}

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Replaces a part that broke by a card with the reason and a way to try again; the rest of the screen lives. */
export class PartBoundary extends Component<PartBoundaryProps, PartBoundaryState> {
  override state: PartBoundaryState = { error: null };

  static getDerivedStateFromError(error: unknown): PartBoundaryState {
    return { error: error ?? new Error("unknown") };
  }

  override componentDidCatch(error: unknown, info: ErrorInfo): void {
    this.props.onError?.(error, info.componentStack ?? "");
  }

  override componentDidUpdate(before: PartBoundaryProps): void {
    if (before.resetOn !== this.props.resetOn && this.state.error !== null) this.setState({ error: null });
  }

  override render(): ReactNode {
    if (this.state.error === null) return this.props.children;
    return (
      <ErrorCard
        trouble={{
          what: `${this.props.name} cannot be shown: ${reasonOf(this.state.error)}.`,
          safe: "What was saved is safe.",
          todo: "Try again, or go on elsewhere.",
        }}
        onRetry={() => this.setState({ error: null })}
      />
    );
  }
}
