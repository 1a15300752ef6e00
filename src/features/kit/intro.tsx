import type { Kit, KitSection } from "../../domain/kit/kit";
import { Prose } from "../../ui/page";
import { EditableText } from "./edit/editable-text";
import { useEditing } from "./edit/editing";
import { words as editWords } from "./edit/words";
import { introOf } from "./kit-index";
import { Lead } from "./parts";
import classes from "./parts.module.css";

interface IntroProps {
  readonly kit: Kit;
  readonly section: KitSection;
}

/** The lead text of a section, as the source words it. */
export const Intro = ({ kit, section }: IntroProps) =>
  useEditing() === null ? (
    <Lead paragraphs={introOf(kit, section)} />
  ) : (
    <div className={classes.lead}>
      <Prose>
        <EditableText
          kit={kit}
          spot={{ in: "intro", section, field: "paragraphs" }}
          label={editWords.intro(editWords.introOf[section])}
          placeholder={editWords.introHint}
        />
      </Prose>
    </div>
  );
