import { html, type Markup } from "./markup.js";

/** A column of a table: numbers stand to the right and sort by value. */
export interface Column {
  readonly title: string;
  readonly isNumber?: boolean;
  /** What the title means, where it is an abbreviation. */
  readonly hint?: string;
}

export interface Cell {
  readonly content: Markup | string;
  /** What it sorts by; its text where not given, last where null. */
  readonly value?: number | null;
}

/** A table in a box that scrolls by itself, so that the page never does sideways. */
export function tableOf(
  caption: string,
  columns: readonly Column[],
  rows: ReadonlyArray<readonly Cell[]>,
  { sortable = false, captioned = true } = {},
): Markup {
  const kind = ({ isNumber }: Column) => (isNumber ? html` class="number"` : null);
  const head = columns.map((column) => {
    const hint = column.hint === undefined ? null : html` title="${column.hint}"`;
    return html`<th scope="col"${kind(column)}${hint}>${column.title}</th>`;
  });
  const body = rows.map((cells) => {
    const inner = cells.map(({ content, value }, i) => {
      const sortsBy = value === undefined ? null : html` data-value="${value ?? ""}"`;
      return i === 0 ? html`<th scope="row">${content}</th>` : html`<td${kind(columns[i])}${sortsBy}>${content}</td>`;
    });
    return html`<tr>${inner}</tr>`;
  });
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${caption}">
<table${sortable ? html` class="sortable"` : null}>
${captioned ? html`<caption>${caption}</caption>` : null}
<thead><tr>${head}</tr></thead>
<tbody>
${body}
</tbody>
</table>
</div>`;
}
