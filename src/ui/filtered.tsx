import { Button, TextInput } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { type ReactNode, useState } from "react";
import { EmptyState } from "./empty-state";

interface FilteredProps<Row> {
  /** What the field filters by; also what it says while it is empty. */
  readonly label: string;
  /** The rows that match; all of them for an empty query. */
  readonly find: (query: string) => readonly Row[];
  readonly noMatch: (query: string) => string;
  readonly clear: string;
  readonly children: (rows: readonly Row[]) => ReactNode;
}

/** A list with a field above it that narrows it; where nothing matches it says so and offers to show all. */
export const Filtered = <Row,>({ label, find, noMatch, clear, children }: FilteredProps<Row>) => {
  const [query, setQuery] = useState("");
  const shown = find(query);
  return (
    <>
      <TextInput
        aria-label={label}
        placeholder={label}
        leftSection={<IconSearch size={15} stroke={1.8} aria-hidden="true" />}
        value={query}
        onChange={(event) => setQuery(event.currentTarget.value)}
        maw={360}
        mb="lg"
      />
      {shown.length === 0 ? (
        <EmptyState icon={IconSearch} sentence={noMatch(query)}>
          <Button variant="default" onClick={() => setQuery("")}>
            {clear}
          </Button>
        </EmptyState>
      ) : (
        children(shown)
      )}
    </>
  );
};
