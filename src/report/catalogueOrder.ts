import { catalogue } from "../core/catalogue.js";

/** Values by score id, in the order of the catalogue. */
export function inCatalogueOrder<Value>(byId: Readonly<Record<string, Value>>): Readonly<Record<string, Value>> {
  return Object.fromEntries(catalogue.flatMap(({ id }) => (id in byId ? [[id, byId[id]]] : [])));
}
