import { applicationCases } from "./application-cases";
import type { ContractCase } from "./contract-case";
import { draftCases } from "./draft-cases";
import { heldDraftCases } from "./held-draft-cases";
import { kitCases, settingCases } from "./kit-cases";
import { envelopeCases, loopUpdateCases, recordCases } from "./loop-cases";
import { candidateCases, loopCases } from "./people-cases";
import { privacyCases } from "./privacy-cases";

/** Everything a store promises, whatever it lies on. Each case gets a bench of its own. */
export const storeContract: Readonly<Record<string, readonly ContractCase[]>> = {
  candidates: candidateCases,
  applications: applicationCases,
  loops: loopCases,
  drafts: draftCases,
  "colleagues' cards in progress": heldDraftCases,
  "update logs": loopUpdateCases,
  envelopes: envelopeCases,
  records: recordCases,
  kits: kitCases,
  settings: settingCases,
  "rows about people": privacyCases,
};
