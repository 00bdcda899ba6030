/** What is used of WebAssembly, which TypeScript declares only together with the whole DOM. */
declare const WebAssembly: {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object, imports: WasmImports) => { readonly exports: unknown };
};
declare function atob(base64: string): string;

/** Memory of a WebAssembly instance. `buffer` is another one once it has grown. */
export interface WasmMemory {
  readonly buffer: ArrayBuffer;
  /** @param pages of 64 kB. */
  grow(pages: number): number;
}

/** Functions that a WebAssembly instance calls, by module and name. */
type WasmImports = Readonly<Record<string, Readonly<Record<string, (...values: number[]) => number>>>>;

/** A number that a WebAssembly instance shows. */
export interface WasmGlobal {
  readonly value: number;
}

/** By their source text: to compile one takes longer than to make an instance of it. */
const compiled = new Map<string, object>();

/**
 * An instance of a module that was compiled into a source file by `npm run wasm`.
 * @template Exports what it exports: known from its source, which the TypeScript compiler does not read.
 */
export function instantiate<Exports>(base64: string, imports: WasmImports = {}): Exports {
  const module = compiled.get(base64) ?? new WebAssembly.Module(decode(base64));
  compiled.set(base64, module);
  return new WebAssembly.Instance(module, imports).exports as Exports;
}

function decode(base64: string): Uint8Array {
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < bytes.length; i++) bytes[i] = text.charCodeAt(i);
  return bytes;
}
