import { IconAlertTriangle, IconInfoCircle } from "@tabler/icons-react";
import type { ReactNode } from "react";
import classes from "./cards.module.css";

interface NoticeProps {
  /** `attention` asks for something; `quiet` only tells. */
  readonly tone?: "quiet" | "attention";
  readonly children: ReactNode;
}

/** One short remark with its sign, in the flow of a page. */
export const Notice = ({ tone = "quiet", children }: NoticeProps) => (
  <div className={classes.notice} data-tone={tone}>
    {tone === "attention" ? (
      <IconAlertTriangle size={16} stroke={1.8} aria-hidden="true" />
    ) : (
      <IconInfoCircle size={16} stroke={1.8} aria-hidden="true" />
    )}
    <div>{children}</div>
  </div>
);

interface NoticeLinesProps extends Pick<NoticeProps, "tone"> {
  /** Sentences, no two alike; with none of them there is no remark. */
  readonly lines: readonly string[];
}

/** A remark of several sentences, one under the other. */
export const NoticeLines = ({ tone = "quiet", lines }: NoticeLinesProps) =>
  lines.length === 0 ? null : (
    <Notice tone={tone}>
      {lines.map((line) => (
        <div key={line}>{line}</div>
      ))}
    </Notice>
  );
