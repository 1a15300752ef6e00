import { useState } from "react";
import { type Failure, useServices } from "../../../bindings/services";
import type { ReadCalendar } from "../../../domain/loop/meetings/meeting";

export interface CalendarFile {
  readonly open: () => Promise<ReadCalendar | null>;
  readonly failure: Failure | null;
}

/** Lets a person choose a calendar file and reads it in this laptop's time zone. The reader is loaded when it is needed. */
export const useCalendarFile = (): CalendarFile => {
  const { shell } = useServices();
  const [failure, setFailure] = useState<Failure | null>(null);
  const open = async (): Promise<ReadCalendar | null> => {
    setFailure(null);
    const opened = await shell.openTextFile({ kind: "calendar" });
    if (!opened.ok) {
      if (opened.error.type !== "cancelled") setFailure({ ...opened.error });
      return null;
    }
    const { readCalendar } = await import("../../../documents/calendar/read-calendar");
    const read = readCalendar(opened.value.text, Intl.DateTimeFormat().resolvedOptions().timeZone);
    if (read.ok) return read.value;
    setFailure({ ...read.error });
    return null;
  };
  return { open, failure };
};
