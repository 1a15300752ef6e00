import {
  Button,
  ColorInput,
  FileButton,
  Group,
  NativeSelect,
  Stack,
  Textarea,
  TextInput,
} from "@mantine/core";
import { useState } from "react";
import { type Failure, useServices } from "../../bindings/services";
import { useLive } from "../../bindings/use-live";
import {
  type CompanyTemplate,
  companyFonts,
  companyTemplateSchema,
  contrastOnWhite,
  leastContrast,
  paperSizes,
} from "../../domain/company/company-template";
import { ErrorCard } from "../../ui/error-card";
import { Loaded } from "../../ui/loading";
import { Section } from "../../ui/section";
import { companyTrouble, companyWords as words } from "./company-words";
import { readLogo } from "./read-logo";

interface FieldsProps {
  readonly draft: CompanyTemplate;
  readonly change: (part: Partial<CompanyTemplate>) => void;
}

const Letterhead = ({ draft, change }: FieldsProps) => (
  <>
    <TextInput
      label={words.name}
      maxLength={120}
      value={draft.name}
      onChange={(event) => change({ name: event.currentTarget.value })}
    />
    <Textarea
      label={words.address}
      description={words.addressHint}
      maxLength={500}
      autosize
      minRows={2}
      value={draft.address}
      onChange={(event) => change({ address: event.currentTarget.value })}
    />
  </>
);

const Look = ({ draft, change }: FieldsProps) => (
  <Group gap="md" align="flex-start">
    <ColorInput
      label={words.accent}
      w={150}
      withEyeDropper={false}
      value={`#${draft.accent}`}
      error={contrastOnWhite(draft.accent) < leastContrast ? words.tooPale : undefined}
      onChange={(value) => change({ accent: value.replace("#", "").toUpperCase() })}
    />
    <NativeSelect
      label={words.font}
      data={[...companyFonts]}
      value={draft.font}
      onChange={(event) =>
        change({ font: companyFonts.find((known) => known === event.currentTarget.value) ?? draft.font })
      }
    />
    <NativeSelect
      label={words.paper}
      data={paperSizes.map((value) => ({ value, label: words.papers[value] }))}
      value={draft.paper}
      onChange={(event) =>
        change({ paper: paperSizes.find((known) => known === event.currentTarget.value) ?? draft.paper })
      }
    />
  </Group>
);

const LogoField = ({
  draft,
  change,
  onFailure,
}: FieldsProps & { readonly onFailure: (failure: Failure) => void }) => {
  const take = async (file: File | null): Promise<void> => {
    if (file === null) return;
    const logo = await readLogo(file);
    if (logo.ok) change({ logo: logo.value });
    else onFailure(logo.error);
  };
  return (
    <Group gap="md">
      {draft.logo === null ? (
        <span>{words.noLogo}</span>
      ) : (
        <img
          src={`data:image/${draft.logo.kind === "jpg" ? "jpeg" : "png"};base64,${draft.logo.base64}`}
          alt={words.logoAlt}
          style={{ maxWidth: 240, maxHeight: 72 }}
        />
      )}
      <FileButton accept="image/png,image/jpeg" onChange={(file) => void take(file)}>
        {(props) => (
          <Button {...props} variant="default" size="xs">
            {words.chooseLogo}
          </Button>
        )}
      </FileButton>
      {draft.logo === null ? null : (
        <Button variant="default" size="xs" onClick={() => change({ logo: null })}>
          {words.removeLogo}
        </Button>
      )}
    </Group>
  );
};

const Form = ({ kept }: { readonly kept: CompanyTemplate }) => {
  const { company } = useServices();
  const [draft, setDraft] = useState(kept);
  const [said, setSaid] = useState<"saved" | Failure | null>(null);
  const change = (part: Partial<CompanyTemplate>): void => {
    setDraft((before) => ({ ...before, ...part }));
    setSaid(null);
  };
  const isFit =
    companyTemplateSchema.safeParse(draft).success && contrastOnWhite(draft.accent) >= leastContrast;
  const save = async (): Promise<void> => {
    const saved = await company.set(draft);
    setSaid(saved.ok ? "saved" : saved.error);
  };
  return (
    <Stack gap="md">
      <p>{words.hint}</p>
      <Letterhead draft={draft} change={change} />
      <Look draft={draft} change={change} />
      <LogoField draft={draft} change={change} onFailure={setSaid} />
      <Group gap="md">
        <Button disabled={!isFit} onClick={() => void save()}>
          {words.save}
        </Button>
        <span role="status">{said === "saved" ? words.saved : ""}</span>
      </Group>
      {said === null || said === "saved" ? null : <ErrorCard trouble={companyTrouble(said)} />}
    </Stack>
  );
};

/** How the documents of this company look, set once. */
export const Company = () => {
  const template = useLive(useServices().company.template);
  return (
    <Section id="company" title={words.title}>
      <Loaded from={template} doing={words.reading} trouble={companyTrouble}>
        {(kept) => <Form kept={kept} />}
      </Loaded>
    </Section>
  );
};
