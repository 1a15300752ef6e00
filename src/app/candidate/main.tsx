import "../validator";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { ApplicantProvider } from "../../bindings/applicant";
import { ApplicationPage } from "../../features/application/application-page";
import { UiProvider } from "../../ui/ui-provider";
import { bridgeApplicant } from "./bridge-applicant";

const place = document.getElementById("root");
if (place === null) throw new Error("index.html has no element with the id root");

createRoot(place).render(
  <StrictMode>
    <UiProvider>
      <ApplicantProvider value={bridgeApplicant(window.applicant)}>
        <ApplicationPage />
      </ApplicantProvider>
    </UiProvider>
  </StrictMode>,
);
