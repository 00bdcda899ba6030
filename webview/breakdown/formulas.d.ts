/** Built by `esbuild.mjs` from the catalogue: the formula of each score as MathML, by score id. */
declare module "virtual:formulas" {
  const formulas: Readonly<Record<string, string>>;
  export default formulas;
}
