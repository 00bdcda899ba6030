/** A title without the brackets at its end, which explain it: for where room is short and a tooltip has the whole. */
export const shortTitle = (title: string): string => title.replace(/ \([^)]*\)$/, "");
