import { createContext, useContext } from "react";
import type { KitDesk } from "../../../bindings/kit-desk";
import type { KitEdit } from "../../../domain/kit/edit/kit-edit";
import type { Kit } from "../../../domain/kit/kit";

/** What the parts of the page do while the kit is being edited. */
export interface Editing {
  readonly change: (edit: KitEdit, group?: string) => Kit;
  /** Makes the id of something new unlike any other's. */
  readonly newSalt: () => string;
}

const EditingContext = createContext<Editing | null>(null);
export const EditingProvider = EditingContext.Provider;

/** Null while the kit is only read. */
export const useEditing = (): Editing | null => useContext(EditingContext);

export const editingOn = (desk: KitDesk, newId: () => string): Editing => ({
  change: desk.change,
  newSalt: () => newId().toLowerCase(),
});
