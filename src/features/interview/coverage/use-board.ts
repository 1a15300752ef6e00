import { useMemo } from "react";
import { type CoverageBoard, coverageBoard } from "../../../domain/loop/coverage/coverage-board";
import type { OpenView } from "../desk";

/** The board of a view, computed again only when the loop changed: a key press in a note asks for it too. */
export const useBoard = (view: OpenView): CoverageBoard => useMemo(() => coverageBoard(view), [view]);
