import { useEffect, useRef, useState } from "react";
import { type OpenPdf, openPdf } from "../../../documents/resume/pdf";
import type { ResumeRefusal } from "../../../documents/resume/recognise";
import { ErrorCard } from "../../../ui/error-card";
import { Waiting } from "../../../ui/loading";
import { Notice } from "../../../ui/notice";
import classes from "./documents.module.css";
import { resumeTrouble, documentWords as words } from "./words";

type Opening =
  | { readonly step: "opening" }
  | { readonly step: "open"; readonly pdf: OpenPdf }
  | { readonly step: "refused"; readonly refusal: ResumeRefusal };

/** Opens a PDF for as long as it is shown. */
const useOpenPdf = (bytes: Uint8Array): Opening => {
  const [opening, setOpening] = useState<Opening>({ step: "opening" });
  useEffect(() => {
    let left = false;
    let close: () => void = () => undefined;
    void openPdf(bytes).then((opened) => {
      if (!opened.ok) {
        if (!left) setOpening({ step: "refused", refusal: opened.error });
        return;
      }
      const pdf = opened.value;
      close = () => void pdf.close();
      if (left) close();
      else setOpening({ step: "open", pdf });
    });
    return () => {
      left = true;
      close();
    };
  }, [bytes]);
  return opening;
};

/** A page that is near the visible part is drawn, once. */
const PdfPage = ({ pdf, number }: { readonly pdf: OpenPdf; readonly number: number }) => {
  const place = useRef<HTMLElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const [text, setText] = useState("");
  const [damaged, setDamaged] = useState(false);
  useEffect(() => {
    const [at, drawn] = [place.current, canvas.current];
    if (at === null || drawn === null) return;
    const look = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
        look.disconnect();
        void pdf.draw(number, drawn, at.clientWidth, window.devicePixelRatio).then((done) => {
          if (!done.ok && done.error.type === "pageUnreadable") setDamaged(true);
        });
        void pdf.text(number).then((read) => setText(read.ok ? read.value : ""));
      },
      { rootMargin: "600px" },
    );
    look.observe(at);
    return () => look.disconnect();
  }, [pdf, number]);
  return (
    <section ref={place} className={classes.page} aria-label={words.page(number, pdf.allPages)}>
      {damaged ? <Notice tone="attention">{words.notDrawn}</Notice> : null}
      <canvas ref={canvas} hidden={damaged} />
      <p className={classes.forReaders}>{text}</p>
    </section>
  );
};

/** A PDF page under page. */
export const PdfView = ({ bytes }: { readonly bytes: Uint8Array }) => {
  const opening = useOpenPdf(bytes);
  if (opening.step === "opening") return <Waiting doing={words.opening} />;
  if (opening.step === "refused")
    return <ErrorCard trouble={resumeTrouble(opening.refusal, words.notShown)} />;
  const { pdf } = opening;
  return (
    <>
      {pdf.scripts ? <Notice tone="attention">{words.scripts}</Notice> : null}
      {Array.from({ length: pdf.pages }, (_, index) => index + 1).map((number) => (
        <PdfPage key={number} pdf={pdf} number={number} />
      ))}
      {pdf.pages < pdf.allPages ? (
        <Notice tone="attention">{words.leftOut(pdf.pages, pdf.allPages)}</Notice>
      ) : null}
    </>
  );
};
