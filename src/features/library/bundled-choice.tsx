import { Button, Menu } from "@mantine/core";
import { IconChevronDown } from "@tabler/icons-react";
import type { BundledKit, useAddBundled } from "./use-add-bundled";
import { words } from "./words";

interface BundledChoiceProps {
  readonly kits: readonly BundledKit[];
  readonly bundled: ReturnType<typeof useAddBundled>;
}

/** A button for each kit that comes with the program: an empty library has room for them. */
export const BundledButtons = ({ kits, bundled }: BundledChoiceProps) =>
  kits.map((kit) => (
    <Button
      key={kit.title}
      variant="default"
      loading={bundled.adding === kit.title}
      disabled={bundled.adding !== null && bundled.adding !== kit.title}
      onClick={() => bundled.add(kit)}
    >
      {words.addBundled(kit.title)}
    </Button>
  ));

/** The same kits in one menu, beside a list that needs the room. */
export const BundledMenu = ({ kits, bundled }: BundledChoiceProps) =>
  kits.length === 0 ? null : (
    <Menu position="bottom-end" withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <Button
          variant="default"
          loading={bundled.adding !== null}
          rightSection={<IconChevronDown size={16} stroke={1.8} aria-hidden="true" />}
        >
          {words.bundledKits}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {kits.map((kit) => (
          <Menu.Item key={kit.title} onClick={() => bundled.add(kit)}>
            {kit.title}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
