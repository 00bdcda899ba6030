import formulas from "virtual:formulas";

/**
 * The formula of a score as MathML elements; null when there is none.
 *
 * The content security policy forbids style attributes, and the renderer writes some: they are renamed before parsing
 * and set one by one afterwards.
 */
export function formulaOf(score: string): Node | null {
  const markup = formulas[score];
  if (!markup) return null;
  const parsed = new DOMParser().parseFromString(markup.replaceAll(' style="', ' data-style="'), "text/html");
  const math = parsed.querySelector("math");
  if (!math) return null;
  const adopted = document.importNode(math, true);
  for (const styled of [adopted, ...adopted.querySelectorAll<MathMLElement>("[data-style]")]) applyStyle(styled);
  return adopted;
}

function applyStyle(target: MathMLElement): void {
  const declarations = (target.getAttribute("data-style") ?? "").split(";");
  target.removeAttribute("data-style");
  for (const declaration of declarations) {
    const [name, value] = declaration.split(":");
    if (value) target.style.setProperty(name.trim(), value.trim());
  }
}
