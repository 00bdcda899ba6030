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
        await complain(whyNotCopied(error));
      }
    },
  };
}

/** What went wrong, and what to do about it. */
export function whyNotCopied(error: unknown): string {
  if (error instanceof DOMException && error.name === "NotAllowedError")
    return "The picture was not copied: this page may not write to the clipboard. Click into the inspector and try again, allow the clipboard in the browser, or save the picture instead.";
  const reason = error instanceof Error ? error.message : String(error);
  return `The picture could not be copied: ${reason.replace(/\.$/, "")}. Save it instead.`;
}
