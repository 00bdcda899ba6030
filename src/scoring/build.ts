/** Set as bundles are built: a digest of the sources. */
declare const BUILD: string | undefined;

/** Which code this is: what another build has computed may differ. */
export const build = typeof BUILD === "undefined" ? "sources" : BUILD;
