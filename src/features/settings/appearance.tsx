import { SegmentedControl, useMantineColorScheme } from "@mantine/core";
import { Section } from "../../ui/section";
import classes from "./settings.module.css";
import { words } from "./words";

const schemes = [
  { value: "light", label: words.light },
  { value: "dark", label: words.dark },
  { value: "auto", label: words.auto },
] as const;

/** Light, dark or as the system; changes at once. */
export const Appearance = () => {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <Section id="appearance" title={words.appearance}>
      <div className={classes.row}>
        <div>
          <span id="scheme-label">{words.scheme}</span>
          <p>{words.schemeHint}</p>
        </div>
        <SegmentedControl
          aria-labelledby="scheme-label"
          data={schemes.map(({ value, label }) => ({ value, label }))}
          value={colorScheme}
          onChange={(value) => setColorScheme(value)}
        />
      </div>
    </Section>
  );
};
