const typedInputs = new Set([
  "checkbox",
  "radio",
  "button",
  "submit",
  "reset",
  "range",
  "color",
  "file",
  "image",
]);

/** True where a press is typing: a text field, a drop-down, editable text. */
export const isTextField = (target: EventTarget | null): boolean => {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement) return true;
  if (target instanceof HTMLSelectElement) return true;
  return target instanceof HTMLInputElement && !typedInputs.has(target.type);
};

const ownsActivation =
  "button, a[href], summary, label, input, [role=button], [role=option], [role=menuitem]";

/** True where Space or Enter already means "press this control". */
export const isControl = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest(ownsActivation) !== null;

const overlays = "[role=dialog], [role=alertdialog], [role=menu], [role=listbox]";

/** True where the press happens inside something that is open over the screen and closes by itself. */
export const isInOverlay = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest(overlays) !== null;
