import { IconSearch } from "@tabler/icons-react";
import { useEffect, useRef, useState } from "react";
import { Outlet, useLocation, useNavigate } from "react-router";
import { paths } from "../../bindings/paths";
import { useServices } from "../../bindings/services";
import { KeyHint } from "../../ui/keys/key-hint";
import { useKeys } from "../../ui/keys/keys";
import { PartBoundary } from "../../ui/part-boundary";
import { TopBarPlace } from "../../ui/top-bar";
import classes from "./frame.module.css";
import { GoAnywhere } from "./go-anywhere";
import { HelpSheet } from "./help-sheet";
import { Rail } from "./rail";
import { StorageNotices } from "./storage-notices";
import { useOpenedFiles } from "./use-opened-files";
import { words } from "./words";

type Sheet = "none" | "search" | "keys";

const useFrameKeys = (open: (sheet: Sheet) => void): void => {
  const navigate = useNavigate();
  const { lock } = useServices();
  // Where there is no passphrase nothing can be locked: the settings say how to set one.
  const lockNow = async (): Promise<void> => {
    const locked = await lock.lockNow();
    if (!locked.ok) void navigate(paths.settings);
  };
  const to = (path: string) => () => void navigate(path);
  useKeys({
    title: words.keys.everywhere,
    scope: "everywhere",
    bindings: [
      { keys: "ctrl+k", does: words.keys.goAnywhere, run: () => open("search") },
      { keys: "g l", does: words.keys.library, run: to(paths.library) },
      { keys: "g c", does: words.keys.candidates, run: to(paths.candidates) },
      { keys: "g o", does: words.keys.loops, run: to(paths.loops) },
      { keys: "ctrl+l", does: words.keys.lock, run: () => void lockNow() },
      { keys: "?", does: words.keys.help, run: () => open("keys") },
      { keys: "escape", does: words.keys.back, run: () => void navigate(-1) },
    ],
  });
};

/** After a change of place the keyboard starts at the new screen, as after a click on a link of the web. */
const useFocusOnArrival = (pathname: string) => {
  const main = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs on every change of place
  useEffect(() => main.current?.focus({ preventScroll: true }), [pathname]);
  return main;
};

/** Left rail, top bar and the place of the screens. */
export const Frame = () => {
  const { pathname } = useLocation();
  const [sheet, setSheet] = useState<Sheet>("none");
  const main = useFocusOnArrival(pathname);
  useFrameKeys(setSheet);
  useOpenedFiles();
  const close = () => setSheet("none");
  return (
    <div className={classes.frame}>
      <Rail pathname={pathname} />
      <header className={classes.top}>
        <TopBarPlace place="crumbs" className={classes.crumbs} />
        <button type="button" className={classes.find} onClick={() => setSheet("search")}>
          <IconSearch size={15} stroke={1.8} aria-hidden="true" />
          <span>{words.go.button}</span>
          <KeyHint keys="ctrl+k" />
        </button>
        <TopBarPlace place="aside" className={classes.aside} />
      </header>
      <StorageNotices />
      <main ref={main} tabIndex={-1} className={classes.main}>
        <PartBoundary resetOn={pathname} name={words.screen}>
          <Outlet />
        </PartBoundary>
      </main>
      <GoAnywhere opened={sheet === "search"} onClose={close} />
      <HelpSheet opened={sheet === "keys"} onClose={close} />
    </div>
  );
};
