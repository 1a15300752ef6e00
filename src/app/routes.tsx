import { Navigate, type RouteObject } from "react-router";
import { paths } from "../bindings/paths";
import { Frame } from "./frame/frame";
import { NotHere } from "./frame/not-here";

/** Which screen stands at which address. Parameters are checked here, so that screens get ids. */
export const routes: RouteObject[] = [
  {
    element: <Frame />,
    children: [
      { index: true, element: <Navigate to={paths.library} replace /> },
      { path: "*", element: <NotHere /> },
    ],
  },
];
