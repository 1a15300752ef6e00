import { Page, PageHeader } from "../../ui/page";
import { Crumbs } from "../../ui/top-bar";
import { Appearance } from "./appearance";
import { Company } from "./company";
import { Laptop } from "./laptop";
import { Lock } from "./lock/lock";
import { Recovery } from "./recovery";
import { words } from "./words";

/** What can be set on this laptop. */
export const SettingsPage = () => (
  <Page width="reading">
    <Crumbs trail={[{ label: words.title }]} />
    <PageHeader title={words.title} />
    <Appearance />
    <Company />
    <Lock />
    <Recovery />
    <Laptop />
  </Page>
);
