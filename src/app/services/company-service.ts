import type { CompanyService } from "../../bindings/company";
import {
  type CompanyTemplate,
  companyTemplateSchema,
  plainTemplate,
} from "../../domain/company/company-template";
import { err } from "../../domain/result";
import type { Store } from "../../store/open-store";
import type { Setting } from "../../store/repositories/setting-repository";

const setting: Setting<CompanyTemplate> = {
  key: "company-template",
  schema: companyTemplateSchema,
  fallback: plainTemplate,
};

/** Keeps the company's template in this laptop's settings. */
export const createCompanyService = ({ settings }: Pick<Store, "settings">): CompanyService => ({
  template: settings.live(setting),
  set: async (template) => {
    const put = await settings.put(setting, template);
    return put.ok ? put : err({ ...put.error });
  },
});

/** The template that holds now; one that cannot be read is none. */
export const currentTemplate = async ({ settings }: Pick<Store, "settings">): Promise<CompanyTemplate> => {
  const found = await settings.get(setting);
  return found.ok ? found.value : plainTemplate;
};
