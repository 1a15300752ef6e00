import { Button, Group, Textarea } from "@mantine/core";
import { IconFileText } from "@tabler/icons-react";
import { KeyHint } from "../../../ui/keys/key-hint";
import { useKeys } from "../../../ui/keys/keys";
import classes from "./import.module.css";
import { hasLines, textOfMarkup } from "./pasted-text";
import type { Importing } from "./use-import";
import { words } from "./words";

const fileIcon = <IconFileText size={16} stroke={1.8} aria-hidden="true" />;

/** The field's text with rich text in the place of what is selected. A parsed document runs and fetches nothing. */
const withPasted = ({ value, selectionStart, selectionEnd }: HTMLTextAreaElement, html: string): string => {
  const { body } = new DOMParser().parseFromString(html, "text/html");
  return `${value.slice(0, selectionStart)}${textOfMarkup(body)}${value.slice(selectionEnd)}`;
};

/** The place for the text of a role page. */
export const SourceForm = ({ importing }: { readonly importing: Importing }) => {
  const { source } = importing;
  const empty = source.text.trim() === "";
  useKeys({
    title: words.title,
    scope: "screen",
    bindings: [{ keys: "ctrl+enter", does: words.read, run: importing.readText, active: !empty }],
  });
  return (
    <div className={classes.form}>
      <Textarea
        label={words.field}
        description={source.name === "" ? undefined : words.opened(source.name)}
        placeholder={words.placeholder}
        classNames={{ input: classes.text ?? "" }}
        rows={18}
        spellCheck={false}
        data-autofocus
        value={source.text}
        onPaste={(event) => {
          const html = event.clipboardData.getData("text/html");
          if (!hasLines(html)) return;
          event.preventDefault();
          importing.paste(withPasted(event.currentTarget, html));
        }}
        onChange={(event) => importing.paste(event.currentTarget.value)}
      />
      <Group justify="space-between">
        <Group gap="sm">
          <Button variant="default" leftSection={fileIcon} onClick={() => importing.open("text")}>
            {words.openText}
          </Button>
          <Button variant="default" leftSection={fileIcon} onClick={() => importing.open("kit")}>
            {words.openKit}
          </Button>
        </Group>
        <Group gap="md">
          <span className={classes.hint}>{words.nothingYet}</span>
          <Button disabled={empty} rightSection={<KeyHint keys="ctrl+enter" />} onClick={importing.readText}>
            {words.read}
          </Button>
        </Group>
      </Group>
    </div>
  );
};
