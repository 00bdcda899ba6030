import type { HostCalls } from "../../src/protocol/calls.js";
import type { Remote } from "../../src/protocol/rpc.js";
import { type FigureText, figure } from "./figure.js";

/** Everything that leaves the page as a file or by the clipboard. */
export interface Share extends Pick<Remote<HostCalls>, "copyLink" | "copyRow" | "copyCommandLine"> {
  savePicture(): Promise<void>;
  copyPicture(): Promise<void>;
}

export interface ShareContext {
  readonly remote: Remote<HostCalls>;
  /** What is to be seen on a picture of the page. */
  readonly picture: HTMLElement;
  text(): FigureText;
  /** Says that something was done. */
  say(text: string): void;
}

export function createShare({ remote, picture, text, say }: ShareContext): Share {
  const { copyLink, copyRow, copyCommandLine, complain } = remote;
  return {
    copyLink,
    copyRow,
    copyCommandLine,
    async savePicture() {
      const png = await figure(picture, text());
      await remote.savePicture(new Uint8Array(await png.arrayBuffer()));
    },
    async copyPicture() {
      try {
        // A command of the palette leaves the focus outside, and only a page with focus may write to the clipboard.
        window.focus();
        await navigator.clipboard.write([new ClipboardItem({ "image/png": figure(picture, text()) })]);
        say("Picture copied");
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        await complain(
          `The picture could not be copied: ${reason} Click into the inspector and try again, or save it.`,
        );
      }
    },
  };
}
