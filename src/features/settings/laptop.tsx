import { useEffect, useState } from "react";
import { type Services, useServices } from "../../bindings/services";
import { Section } from "../../ui/section";
import classes from "./settings.module.css";
import { words } from "./words";

type AppInfo = Awaited<ReturnType<Services["shell"]["appInfo"]>>;

const useAppInfo = (): AppInfo | null => {
  const { shell } = useServices();
  const [info, setInfo] = useState<AppInfo | null>(null);
  useEffect(() => {
    let wanted = true;
    void shell.appInfo().then((known) => wanted && setInfo(known));
    return () => {
      wanted = false;
    };
  }, [shell]);
  return info;
};

const Row = ({
  label,
  value,
  note,
}: {
  readonly label: string;
  readonly value: string;
  readonly note?: string;
}) => (
  <div className={classes.row}>
    <dt>{label}</dt>
    <dd className={classes.value}>
      {value}
      {note === undefined ? null : <p>{note}</p>}
    </dd>
  </div>
);

/** What the program is and what it runs on. */
export const Laptop = () => {
  const info = useAppInfo();
  return (
    <Section id="laptop" title={words.laptop}>
      {info === null ? null : (
        <dl className={classes.list}>
          <Row label={words.program} value={words.version(info.version)} />
          <Row
            label={words.runtime}
            value={words.parts(info.electron, info.chrome)}
            note={words.runtimes[info.runtime]}
          />
        </dl>
      )}
    </Section>
  );
};
