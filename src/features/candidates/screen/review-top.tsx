import { Switch, TextInput } from "@mantine/core";
import { useState } from "react";
import { useNamesMasked } from "../names-masked";
import { words as candidateWords } from "../words";
import { useReviewerName } from "./reviewer-name";
import classes from "./screen.module.css";
import { screenWords as words } from "./words";

/** A name counts once it is written: on the way to "Anna" nobody reads as "Ann". */
const ReviewerField = () => {
  const [name, setName] = useReviewerName();
  const [written, setWritten] = useState(name);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        setName(written.trim());
      }}
    >
      <TextInput
        label={words.reviewer}
        maxLength={200}
        value={written}
        onChange={(event) => setWritten(event.currentTarget.value)}
        onBlur={() => setName(written.trim())}
      />
    </form>
  );
};

/** Who reviews, and whether names are shown. */
export const ReviewTop = () => {
  const [masked, setMasked] = useNamesMasked();
  return (
    <div className={classes.top}>
      <ReviewerField />
      <Switch
        label={candidateWords.mask}
        checked={masked}
        onChange={(event) => setMasked(event.currentTarget.checked)}
      />
    </div>
  );
};
