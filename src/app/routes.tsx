import { Navigate, type RouteObject, useParams } from "react-router";
import { paths } from "../bindings/paths";
import { candidateIdSchema, kitIdSchema } from "../domain/ids";
import { CandidatePage } from "../features/candidates/candidate-page";
import { CandidatesPage } from "../features/candidates/candidates-page";
import { ImportPage } from "../features/kit/import/import-page";
import { KitPage } from "../features/kit/kit-page";
import { SheetPage } from "../features/kit/sheet/sheet-page";
import { VersionsPage } from "../features/kit/versions/versions-page";
import { LibraryPage } from "../features/library/library-page";
import { SettingsPage } from "../features/settings/settings-page";
import { bundledKits } from "./bundled-kits";
import type { candidateScreens } from "./candidate-screens";
import { CannotOpen } from "./frame/cannot-open";
import { Frame } from "./frame/frame";
import { NotHere } from "./frame/not-here";
import { loopRoutes } from "./loop-routes";
import { screenReadLater } from "./screen-read-later";

const KitRoute = () => {
  const id = kitIdSchema.safeParse(useParams().kitId);
  return id.success ? <KitPage kitId={id.data} /> : <NotHere />;
};

const SheetRoute = () => {
  const id = kitIdSchema.safeParse(useParams().kitId);
  return id.success ? <SheetPage kitId={id.data} /> : <NotHere />;
};

const KitVersionsRoute = () => {
  const id = kitIdSchema.safeParse(useParams().kitId);
  return id.success ? <VersionsPage kitId={id.data} /> : <NotHere />;
};

const CandidateRoute = () => {
  const id = candidateIdSchema.safeParse(useParams().candidateId);
  return id.success ? <CandidatePage candidateId={id.data} /> : <NotHere />;
};

const findScreen = screenReadLater(async () => (await import("../features/library/find/find-page")).FindPage);

const candidateScreen = (name: keyof typeof candidateScreens) =>
  screenReadLater(async () => (await import("./candidate-screens")).candidateScreens[name]);

/** Which screen stands at which address. Parameters are checked here, so that screens get ids. */
export const routes: RouteObject[] = [
  {
    element: <Frame />,
    // Only what no part could catch: a screen that cannot be read, or the frame itself.
    errorElement: <CannotOpen failure={{ type: "bug" }} />,
    children: [
      { index: true, element: <Navigate to={paths.library} replace /> },
      { path: paths.library, element: <LibraryPage bundledKits={bundledKits} /> },
      { path: paths.importKit, element: <ImportPage /> },
      { path: paths.find, element: findScreen },
      { path: paths.kit(":kitId"), element: <KitRoute /> },
      { path: paths.sheet(":kitId"), element: <SheetRoute /> },
      { path: paths.kitVersions(":kitId"), element: <KitVersionsRoute /> },
      { path: paths.candidates, element: <CandidatesPage /> },
      { path: paths.funnel, element: candidateScreen("funnel") },
      { path: paths.importCandidates, element: candidateScreen("import") },
      { path: paths.handOver, element: candidateScreen("handOver") },
      { path: paths.samePerson, element: candidateScreen("samePerson") },
      { path: paths.knockOuts, element: candidateScreen("knockOuts") },
      { path: `${paths.resumeScreen()}/:applicationId?`, element: candidateScreen("screen") },
      { path: `${paths.videoReview()}/:applicationId?`, element: candidateScreen("video") },
      { path: paths.candidate(":candidateId"), element: <CandidateRoute /> },
      { path: paths.settings, element: <SettingsPage /> },
      ...loopRoutes,
      { path: "*", element: <NotHere /> },
    ],
  },
];
