import type { CompanyTemplate } from "../domain/company/company-template";
import type { Live, Loadable } from "../domain/live";
import type { Result } from "../domain/result";
import type { Failure } from "./services";

/** What this company's documents look like, set once on a laptop. */
export interface CompanyService {
  readonly template: Live<Loadable<CompanyTemplate>>;
  readonly set: (template: CompanyTemplate) => Promise<Result<void, Failure>>;
}
