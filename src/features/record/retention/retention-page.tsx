import { hrefTo, paths } from "../../../bindings/paths";
import { useServices } from "../../../bindings/services";
import { useLive } from "../../../bindings/use-live";
import { Loaded } from "../../../ui/loading";
import { Page, PageHeader } from "../../../ui/page";
import { Section } from "../../../ui/section";
import { Crumbs } from "../../../ui/top-bar";
import { KeptPart } from "./kept-part";
import { retentionTrouble, retentionWords as words } from "./retention-words";
import { RulesPart } from "./rules-part";

/** How long records are kept here, by which rules, and what is due. */
export const RetentionPage = () => {
  const { retention } = useServices();
  const table = useLive(retention.table);
  const records = useLive(retention.records);
  return (
    <Page>
      <Crumbs trail={[{ label: "Records", href: hrefTo(paths.records) }, { label: words.title }]} />
      <PageHeader title={words.title} />
      <Loaded from={table} doing={words.reading} trouble={retentionTrouble}>
        {(kept) => (
          <>
            <Section id="kept" title={words.records}>
              <Loaded from={records} doing={words.readingRecords} trouble={retentionTrouble}>
                {(all) => <KeptPart records={all} table={kept} />}
              </Loaded>
            </Section>
            <Section id="rules" title={words.rules}>
              <RulesPart kept={kept} />
            </Section>
          </>
        )}
      </Loaded>
    </Page>
  );
};
