/** Records in a place of their own, which are made as they are read. */
export interface Kept<Item> extends Iterable<Item> {
  readonly length: number;
  /** @returns undefined where there is none. */
  at(index: number): Item | undefined;
}

/** What looks like an array of them, which grows as they do and cannot be changed otherwise. */
export function packedList<Item>(kept: Kept<Item>): readonly Item[] {
  return new Proxy<Item[]>([], new Reader(kept));
}

/** A place in an array as a property key. */
const INDEX = /^(?:0|[1-9]\d*)$/;

class Reader<Item> implements ProxyHandler<Item[]> {
  constructor(private readonly kept: Kept<Item>) {}

  get(nothing: Item[], key: PropertyKey): unknown {
    if (key === "length") return this.kept.length;
    if (key === Symbol.iterator) return () => this.kept[Symbol.iterator]();
    return isIndex(key) ? this.kept.at(Number(key)) : Reflect.get(nothing, key);
  }

  has(nothing: Item[], key: PropertyKey): boolean {
    return isIndex(key) ? Number(key) < this.kept.length : Reflect.has(nothing, key);
  }

  ownKeys(): string[] {
    return [...Array.from({ length: this.kept.length }, (_, i) => String(i)), "length"];
  }

  getOwnPropertyDescriptor(nothing: Item[], key: PropertyKey): PropertyDescriptor | undefined {
    if (key === "length") return { value: this.kept.length, writable: true, enumerable: false, configurable: false };
    if (!this.has(nothing, key) || !isIndex(key)) return undefined;
    return { value: this.kept.at(Number(key)), writable: true, enumerable: true, configurable: true };
  }

  defineProperty(): boolean {
    return false;
  }

  deleteProperty(): boolean {
    return false;
  }
}

function isIndex(key: PropertyKey): key is string {
  return typeof key === "string" && INDEX.test(key);
}
