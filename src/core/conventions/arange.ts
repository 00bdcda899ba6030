/** numpy.arange(.5, 1, .05): its step is .55 - .5, so that .6 comes out as .6000000000000001, .75 as .7500000000000002. */
export const arange: readonly number[] = Array.from({ length: 10 }, (_, at) => 0.5 + at * (0.55 - 0.5));
