export { describeKit } from "./describe-kit";
export { type ImportedKit, parseRolePage, type RolePageOptions } from "./parse-role-page";
export { defaultRolePageLimits, type RolePageLimits, type RolePageRefusal } from "./refusal";
export {
  type AnnouncedGap,
  type AnnouncedKind,
  type ImportNote,
  type ImportReport,
  importReportSchema,
  type Recognised,
} from "./report";
