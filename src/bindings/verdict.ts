/** Whether a file somebody chose says what the record on this laptop says. */
export type Verdict =
  | { readonly kind: "same"; readonly what: "pack" | "record" }
  /** Neither a pack of ours nor a record. */
  | { readonly kind: "neither" }
  /** Which names a pack must not have is not known here, so that none can be made to compare with. */
  | { readonly kind: "candidatesUnread" }
  | { readonly kind: "newerRecord"; readonly version: number }
  /** About another loop. */
  | { readonly kind: "otherLoop" }
  /**
   * `otherRecord`: made of another state of the record than the one here; the lines are from comparing all the same.
   * `otherWording`: made by a Panelbook that words packs otherwise, which may be all that differs.
   */
  | {
      readonly kind: "packDiffers";
      readonly otherRecord: boolean;
      readonly otherWording: boolean;
      readonly missing: readonly string[];
      readonly added: readonly string[];
      readonly reordered: boolean;
    }
  | { readonly kind: "recordDiffers"; readonly parts: readonly string[] };
