import { useParams } from "react-router";
import { applicationIdSchema } from "../domain/ids";
import { FunnelPage } from "../features/candidates/funnel/funnel-page";
import { HandOverPage } from "../features/candidates/hand-over/hand-over-page";
import { ImportCandidatesPage } from "../features/candidates/import/import-page";
import { KnockOutsPage } from "../features/candidates/knock-outs/knock-outs-page";
import { SamePersonPage } from "../features/candidates/same-person/same-person-page";
import { ScreenPage } from "../features/candidates/screen/screen-page";
import { VideoPage } from "../features/candidates/video/video-page";
import { NotHere } from "./frame/not-here";

const ScreenRoute = () => {
  const { applicationId } = useParams();
  if (applicationId === undefined) return <ScreenPage applicationId={null} />;
  const id = applicationIdSchema.safeParse(applicationId);
  return id.success ? <ScreenPage applicationId={id.data} /> : <NotHere />;
};

const VideoRoute = () => {
  const { applicationId } = useParams();
  if (applicationId === undefined) return <VideoPage applicationId={null} />;
  const id = applicationIdSchema.safeParse(applicationId);
  return id.success ? <VideoPage applicationId={id.data} /> : <NotHere />;
};

/** The screens about candidates that are read from the disk when somebody first goes to one. */
export const candidateScreens = {
  funnel: FunnelPage,
  handOver: HandOverPage,
  import: ImportCandidatesPage,
  knockOuts: KnockOutsPage,
  samePerson: SamePersonPage,
  screen: ScreenRoute,
  video: VideoRoute,
} as const;
