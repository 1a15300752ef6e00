import classes from "./status-dot.module.css";

/** Each state has a shape of its own, so that colour never speaks alone. */
export type DotShape = "full" | "half" | "core" | "empty" | "dash" | "cross" | "bang";

interface StatusDotProps {
  readonly shape: DotShape;
  readonly tone?: "accent" | "attention" | "quiet";
  /** What the dot means. */
  readonly label: string;
  /** True leaves the words to a screen reader, where the dot stands in a narrow list. */
  readonly labelHidden?: boolean;
}

const picture = (shape: DotShape) => {
  switch (shape) {
    case "full":
      return <circle cx="6" cy="6" r="5.5" fill="currentColor" />;
    case "half":
      return (
        <>
          <circle cx="6" cy="6" r="4.8" fill="none" stroke="currentColor" strokeWidth="1.4" />
          <path d="M6 1.2a4.8 4.8 0 0 0 0 9.6z" fill="currentColor" />
        </>
      );
    case "core":
      return (
        <>
          <circle cx="6" cy="6" r="4.8" fill="none" stroke="currentColor" strokeWidth="1.4" />
          <circle cx="6" cy="6" r="2" fill="currentColor" />
        </>
      );
    case "empty":
      return <circle cx="6" cy="6" r="4.8" fill="none" stroke="currentColor" strokeWidth="1.4" />;
    case "dash":
      return (
        <>
          <circle cx="6" cy="6" r="4.8" fill="none" stroke="currentColor" strokeWidth="1.4" />
          <path d="M3.6 6h4.8" stroke="currentColor" strokeWidth="1.4" />
        </>
      );
    case "cross":
      return <path d="M2 2l8 8M10 2l-8 8" stroke="currentColor" strokeWidth="1.8" strokeLinecap="round" />;
    case "bang":
      return (
        <>
          <path
            d="M6 .8l5.5 10H.5z"
            fill="none"
            stroke="currentColor"
            strokeWidth="1.3"
            strokeLinejoin="round"
          />
          <path d="M6 4.4v3M6 8.9v.4" stroke="currentColor" strokeWidth="1.4" strokeLinecap="round" />
        </>
      );
  }
};

/** A small shape with its meaning in words. */
export const StatusDot = ({ shape, tone = "accent", label, labelHidden = false }: StatusDotProps) => (
  <span className={classes.status} data-tone={tone}>
    <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
      {picture(shape)}
    </svg>
    <span className={labelHidden ? classes.hidden : undefined}>{label}</span>
  </span>
);
