import { Button } from "@mantine/core";
import { IconDeviceFloppy } from "@tabler/icons-react";
import { useState } from "react";
import { useServices } from "../../bindings/services";
import type { Kit } from "../../domain/kit/kit";
import classes from "./kit-view.module.css";
import { saveKitFailed, words } from "./words";

/** Saves the kit as a file that another laptop can open. Says where it went, or why not. */
export const SaveKit = ({ kit }: { readonly kit: Kit }) => {
  const { exports } = useServices();
  const [said, setSaid] = useState("");
  const save = async () => {
    const saved = await exports.kitFile(kit);
    if (saved.ok) setSaid(words.kitSaved(saved.value.path));
    else setSaid(saved.error.type === "cancelled" ? "" : saveKitFailed(saved.error));
  };
  return (
    <>
      <span role="status" className={classes.said}>
        {said}
      </span>
      <Button
        variant="default"
        leftSection={<IconDeviceFloppy size={16} stroke={1.8} aria-hidden="true" />}
        onClick={() => void save()}
      >
        {words.saveKit}
      </Button>
    </>
  );
};
