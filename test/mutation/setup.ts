import fc from "fast-check";

// The same few cases for every fault: a fault that survives by luck in one run must not be noticed in the next.
fc.configureGlobal({ numRuns: 15, seed: 3, endOnFailure: true });
