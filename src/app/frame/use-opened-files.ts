import { useEffect } from "react";
import { useNavigate } from "react-router";
import { paths } from "../../bindings/paths";
import { useServices } from "../../bindings/services";
import { useLive } from "../../bindings/use-live";
import type { OpenedFile } from "../../shell/shell";

/** The screen that takes a file of this kind. */
const screens: Readonly<Record<OpenedFile["kind"], string>> = {
  kit: paths.importKit,
  invite: paths.joinLoop,
  bundle: paths.openBundle,
};

/** Goes to the screen that knows what to do with a file a person opened from outside the program. */
export const useOpenedFiles = (): void => {
  const file = useLive(useServices().opened.current);
  const navigate = useNavigate();
  useEffect(() => {
    if (file !== null) void navigate(screens[file.kind]);
  }, [file, navigate]);
};
