import { Notice } from "../../ui/notice";

/** What was arranged for the candidate, where anything was: a fact for whoever sits with them, never why. */
export const Arranged = ({ accommodations }: { readonly accommodations: string }) =>
  accommodations === "" ? null : (
    <Notice tone="quiet">
      <b>Arranged for the candidate:</b> {accommodations}
    </Notice>
  );
