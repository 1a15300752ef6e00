import type { Outline } from "../../documents/outline";
import type { PackFacts } from "../../documents/outlines/pack";
import type { CompanyTemplate } from "../../domain/company/company-template";
import type { PackAudience } from "../../domain/record/audiences";
import type { LoopRecord } from "../../domain/record/record";

/** What the window sends to the worker: everything a pack is made from, or an outline that is short enough to be sent. */
export type PackOrder =
  | {
      readonly kind: "pack";
      readonly record: LoopRecord;
      readonly audience: PackAudience;
      readonly facts: PackFacts;
      readonly template: CompanyTemplate;
    }
  | { readonly kind: "outline"; readonly outline: Outline; readonly template: CompanyTemplate };

/** What the worker sends back. A bug in the worker arrives as the worker's `error` event instead. */
export type PackNews =
  | { readonly type: "progress"; readonly done: number }
  | { readonly type: "pack"; readonly bytes: Uint8Array };
