declare module "*.module.css" {
  const classes: Readonly<Record<string, string>>;
  // biome-ignore lint/style/noDefaultExport: the bundler gives a style module its classes as the default export
  export default classes;
}
declare module "*.css";
declare module "@fontsource-variable/open-sans/wght.css";
declare module "@fontsource-variable/open-sans/wght-italic.css";
