/** A sparse bipartite graph: edge i joins `left[i]` and `right[i]`. */
export interface Edges {
  readonly left: ArrayLike<number>;
  readonly right: ArrayLike<number>;
  readonly weight: ArrayLike<number>;
}

/** Gains smaller than this are rounding: a path of them could go round for ever. */
const NOTHING = 1e-12;

/**
 * The assignment problem on a sparse graph, exactly: of all matchings with the most edges, one of the largest total
 * weight. Every connected component is solved on its own, by successive best augmenting paths: the matching of k
 * edges is then the heaviest of k edges (Edmonds and Karp 1972).
 *
 * @returns the chosen edges, by index, ascending.
 */
export function heaviestLargestMatching(edges: Edges): number[] {
  return matching(edges, Number.NEGATIVE_INFINITY);
}

/**
 * Of all matchings one of the largest total weight, however few its edges. What a path gains falls from one to the next,
 * so the first that gains nothing ends it.
 *
 * @param edges weights are positive.
 * @returns the chosen edges, by index, ascending.
 */
export function heaviestMatching(edges: Edges): number[] {
  return matching(edges, NOTHING);
}

/** Augments while a path gains more than `least`. */
function matching(edges: Edges, least: number): number[] {
  return components(edges)
    .flatMap((component) => (component.length === 1 ? component : solve(edges, component, least)))
    .sort((a, b) => a - b);
}

/** Edges by connected component. */
function components({ left, right }: Edges): number[][] {
  // Left nodes have even numbers, right nodes odd ones.
  const parents = new Map<number, number>();
  const find = (node: number): number => {
    let root = node;
    for (let up = parents.get(root); up !== undefined && up !== root; up = parents.get(root)) root = up;
    parents.set(node, root);
    return root;
  };
  for (let i = 0; i < left.length; i++) parents.set(find(2 * left[i]), find(2 * right[i] + 1));
  const groups = new Map<number, number[]>();
  for (let i = 0; i < left.length; i++) {
    const root = find(2 * left[i]);
    const group = groups.get(root);
    if (group) group.push(i);
    else groups.set(root, [i]);
  }
  return Array.from(groups.values());
}

function solve(edges: Edges, component: readonly number[], least: number): number[] {
  const chosen = new Set<number>();
  for (;;) {
    const path = bestPath(edges, component, chosen);
    const gain = path.reduce((sum, edge) => sum + (chosen.has(edge) ? -1 : 1) * edges.weight[edge], 0);
    if (path.length === 0 || gain <= least) return Array.from(chosen);
    for (const edge of path) {
      if (!chosen.delete(edge)) chosen.add(edge);
    }
  }
}

/** The path from a free left node to a free right node that gains most weight, as edges; none when no path is left. */
function bestPath({ left, right, weight }: Edges, component: readonly number[], chosen: ReadonlySet<number>): number[] {
  const mateOfLeft = new Map<number, number>();
  const mateOfRight = new Map<number, number>();
  for (const edge of chosen) {
    mateOfLeft.set(left[edge], edge);
    mateOfRight.set(right[edge], edge);
  }
  const gainAtLeft = new Map<number, number>();
  for (const edge of component) if (!mateOfLeft.has(left[edge])) gainAtLeft.set(left[edge], 0);
  const gainAtRight = new Map<number, number>();
  /** The free edge by which a right node is reached best. */
  const cameBy = new Map<number, number>();
  // Bellman and Ford: a path visits every left node at most once.
  for (let changed = true, round = 0; changed && round <= component.length; round++) {
    changed = false;
    for (const edge of component) {
      const gain = gainAtLeft.get(left[edge]);
      if (gain === undefined || chosen.has(edge)) continue;
      const reached = gain + weight[edge];
      if (reached <= (gainAtRight.get(right[edge]) ?? Number.NEGATIVE_INFINITY) + NOTHING) continue;
      gainAtRight.set(right[edge], reached);
      cameBy.set(right[edge], edge);
      changed = true;
      const mate = mateOfRight.get(right[edge]);
      if (mate !== undefined) gainAtLeft.set(left[mate], reached - weight[mate]);
    }
  }
  let end: number | undefined;
  for (const [node, gain] of gainAtRight) {
    if (!mateOfRight.has(node) && (end === undefined || gain > (gainAtRight.get(end) ?? 0))) end = node;
  }
  const path: number[] = [];
  for (let node = end; node !== undefined; ) {
    const edge = cameBy.get(node);
    if (edge === undefined) break;
    path.push(edge);
    const mate = mateOfLeft.get(left[edge]);
    if (mate !== undefined) path.push(mate);
    node = mate === undefined ? undefined : right[mate];
  }
  return path;
}
