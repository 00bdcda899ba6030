/** A map of calls: name to function. Both ends derive their types from it. */
// biome-ignore lint/suspicious/noExplicitAny: the one place where any is the type: it accepts every call signature
export type Calls<Map> = { readonly [Name in keyof Map]: (...args: any[]) => unknown };

/** What travels: a call, its answer, or its rejection. */
export type Message =
  | { readonly kind: "call"; readonly id: number; readonly name: string; readonly args: readonly unknown[] }
  | { readonly kind: "answer"; readonly id: number; readonly result: unknown }
  | { readonly kind: "rejection"; readonly id: number; readonly reason: string };

/** The other end's calls as promises. */
export type Remote<Map extends Calls<Map>> = {
  readonly [Name in keyof Map]: (...args: Parameters<Map[Name]>) => Promise<Awaited<ReturnType<Map[Name]>>>;
};

/** This end's functions; they may be asynchronous. */
export type Handlers<Map extends Calls<Map>> = {
  readonly [Name in keyof Map]: (
    ...args: Parameters<Map[Name]>
  ) => ReturnType<Map[Name]> | Promise<Awaited<ReturnType<Map[Name]>>>;
};

/** One end of a channel. */
export interface Peer<Theirs extends Calls<Theirs>> {
  readonly remote: Remote<Theirs>;
  /** Feeds a message that arrived. */
  receive(message: Message): void;
  /** Rejects every call still open, so that nothing waits for an end that is gone. */
  close(reason: string): void;
}

/** Joins an end to a channel: `post` sends, `receive` is to be called with what arrives. */
export function createPeer<Mine extends Calls<Mine>, Theirs extends Calls<Theirs>>(
  handlers: Handlers<Mine>,
  post: (message: Message) => void,
): Peer<Theirs> {
  const open = new Map<number, { resolve(result: unknown): void; reject(reason: Error): void }>();
  let lastId = 0;

  const call = (name: string, args: readonly unknown[]) =>
    new Promise<unknown>((resolve, reject) => {
      const id = ++lastId;
      open.set(id, { resolve, reject });
      post({ kind: "call", id, name, args });
    });
  const remote = new Proxy(
    {},
    { get: (_, name) => (typeof name === "string" ? (...args: unknown[]) => call(name, args) : undefined) },
    // A proxy answers every name of Theirs; its type cannot be written otherwise.
  ) as Remote<Theirs>;

  const answer = async (id: number, name: string, args: readonly unknown[]) => {
    try {
      const handler = Object.hasOwn(handlers, name) ? handlers[name as keyof Mine] : undefined;
      if (!handler) throw new Error(`There is no call "${name}".`);
      const result: unknown = await handler(...(args as Parameters<Mine[keyof Mine]>));
      post({ kind: "answer", id, result });
    } catch (error) {
      post({ kind: "rejection", id, reason: error instanceof Error ? error.message : String(error) });
    }
  };

  return {
    remote,
    receive(message) {
      if (message.kind === "call") void answer(message.id, message.name, message.args);
      else {
        const waiting = open.get(message.id);
        open.delete(message.id);
        if (message.kind === "answer") waiting?.resolve(message.result);
        else waiting?.reject(new Error(message.reason));
      }
    },
    close(reason) {
      for (const { reject } of open.values()) reject(new Error(reason));
      open.clear();
    },
  };
}
