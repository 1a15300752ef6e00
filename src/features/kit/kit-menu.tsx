import { Button, Menu } from "@mantine/core";
import { IconChevronDown } from "@tabler/icons-react";
import { useState } from "react";
import { hrefTo, paths } from "../../bindings/paths";
import { useServices } from "../../bindings/services";
import type { Kit } from "../../domain/kit/kit";
import { useKeys } from "../../ui/keys/keys";
import classes from "./kit-view.module.css";
import { leaveField } from "./use-question-pager";
import { saveKitFailed, words } from "./words";

/** Once the menu is gone, which would be on the paper too; a field that is still typed in gives the kit what it has. */
const printPage = (): void =>
  void requestAnimationFrame(() => {
    leaveField();
    window.print();
  });

/** The other ways out of a kit, and the way of a sheet of questions into it. Says where a file went, or why not. */
export const KitMenu = ({ kit }: { readonly kit: Kit }) => {
  const { exports } = useServices();
  const [said, setSaid] = useState("");
  useKeys({
    title: words.kit,
    scope: "screen",
    bindings: [{ keys: "ctrl+p", does: words.printKey, run: printPage }],
  });
  const save = async (saving: ReturnType<typeof exports.kitFile>) => {
    const saved = await saving;
    if (saved.ok) setSaid(words.kitSaved(saved.value.path));
    else setSaid(saved.error.type === "cancelled" ? "" : saveKitFailed(saved.error));
  };
  return (
    <>
      <span role="status" className={classes.said}>
        {said}
      </span>
      <Menu position="bottom-end" withInitialFocusPlaceholder={false}>
        <Menu.Target>
          <Button
            variant="default"
            rightSection={<IconChevronDown size={16} stroke={1.8} aria-hidden="true" />}
          >
            {words.more}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={printPage}>{words.print}</Menu.Item>
          <Menu.Item onClick={() => void save(exports.kitDocument(kit))}>{words.saveDocument}</Menu.Item>
          <Menu.Item onClick={() => void save(exports.questionBank([kit], kit.title))}>
            {words.saveQuestions}
          </Menu.Item>
          <Menu.Item component="a" href={hrefTo(paths.sheet(kit.id))}>
            {words.fromSheet}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </>
  );
};
