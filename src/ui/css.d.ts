declare module "*.module.css" {
  const classes: Readonly<Record<string, string>>;
  export default classes;
}
declare module "*.css";
declare module "@fontsource-variable/open-sans/wght.css";
declare module "@fontsource-variable/open-sans/wght-italic.css";
