import { createContext, type ReactNode, useContext, useState } from "react";
import { createPortal } from "react-dom";
import classes from "./top-bar.module.css";

type Place = "crumbs" | "aside";

interface TopBarPlaces {
  readonly crumbs: HTMLElement | null;
  readonly aside: HTMLElement | null;
  readonly setPlace: (place: Place, element: HTMLElement | null) => void;
}

const TopBarContext = createContext<TopBarPlaces>({ crumbs: null, aside: null, setPlace: () => undefined });

/** Lets a screen fill places of the top bar although the frame draws the bar. */
export const TopBarProvider = ({ children }: { readonly children: ReactNode }) => {
  const [places, setPlaces] = useState<Record<Place, HTMLElement | null>>({ crumbs: null, aside: null });
  const [setPlace] = useState(() => (place: Place, element: HTMLElement | null) => {
    setPlaces((before) => (before[place] === element ? before : { ...before, [place]: element }));
  });
  return <TopBarContext value={{ ...places, setPlace }}>{children}</TopBarContext>;
};

/** Where the frame wants a place of the top bar to be. */
export const TopBarPlace = ({
  place,
  className,
}: {
  readonly place: Place;
  readonly className?: string | undefined;
}) => {
  const { setPlace } = useContext(TopBarContext);
  const [attach] = useState(() => (element: HTMLElement | null) => setPlace(place, element));
  return <div ref={attach} className={className} />;
};

/** One step of the way to the current screen; the last one has no `href`. */
export interface Crumb {
  readonly label: string;
  /** "#/library" */
  readonly href?: string;
}

/** Shows in the top bar where the reader is. A screen renders it once. */
export const Crumbs = ({ trail }: { readonly trail: readonly Crumb[] }) => {
  const { crumbs } = useContext(TopBarContext);
  if (crumbs === null) return null;
  return createPortal(
    <nav aria-label="Where you are" className={classes.crumbs}>
      <ol>
        {trail.map((crumb) => (
          <li key={crumb.href ?? crumb.label} aria-current={crumb.href === undefined ? "page" : undefined}>
            {crumb.href === undefined ? crumb.label : <a href={crumb.href}>{crumb.label}</a>}
          </li>
        ))}
      </ol>
    </nav>,
    crumbs,
  );
};

/** Puts something at the right end of the top bar while it is mounted: a status chip, a clock. */
export const TopBarAside = ({ children }: { readonly children: ReactNode }) => {
  const { aside } = useContext(TopBarContext);
  return aside === null ? null : createPortal(children, aside);
};
