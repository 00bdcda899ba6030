import { html, type Markup } from "./markup.js";

/** A picture as a data URI. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly uri: string;
}

/** The rows that have a picture, by the path of their prediction. */
export type Pictures = ReadonlyMap<string, Picture>;

/** The picture of a pair in a frame of one shape for all; words where there is none. */
export function framed(picture: Picture | undefined, alt: string): Markup {
  const image = picture
    ? html`<img src="${picture.uri}"${picture.width * 3 < picture.height * 4 ? null : html` class="wide"`} width="${picture.width}" height="${picture.height}" alt="${alt}">`
    : html`<span class="none">no picture: its files are not here</span>`;
  return html`<div class="picture">${image}</div>`;
}
