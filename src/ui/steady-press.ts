/** So far a pointer may wander while it presses, in pixels; who means to call a press off goes further. */
const wanderPx = 6;

const controlAt = (target: EventTarget | null): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>("a[href], button") : null;

interface Press {
  readonly control: HTMLElement;
  readonly x: number;
  readonly y: number;
}

const pressOf = (event: PointerEvent): Press | null => {
  // A finger's tap the browser aims by itself.
  const counts = event.isPrimary && event.button === 0 && event.pointerType !== "touch";
  const control = counts ? controlAt(event.target) : null;
  return control && { control, x: event.clientX, y: event.clientY };
};

const stayedPut = ({ x, y }: Press, event: PointerEvent): boolean =>
  Math.hypot(event.clientX - x, event.clientY - y) <= wanderPx;

/**
 * A press counts for the link or button it began on, although a line that comes in from another laptop moves it away
 * before the release; browsers drop such a press. One whose pointer was drawn away stays called off. Returns the undo.
 */
export const keepPresses = (page: Document): (() => void) => {
  let press: Press | null = null;
  const onDown = (event: PointerEvent): void => {
    press = pressOf(event);
  };
  const onUp = (event: PointerEvent): void => {
    const began = press;
    press = null;
    if (began === null || !began.control.isConnected || !stayedPut(began, event)) return;
    // Released where it began: the browser clicks it.
    if (event.target instanceof Node && began.control.contains(event.target)) return;
    began.control.click();
  };
  page.addEventListener("pointerdown", onDown, true);
  page.addEventListener("pointerup", onUp, true);
  return () => {
    page.removeEventListener("pointerdown", onDown, true);
    page.removeEventListener("pointerup", onUp, true);
  };
};
