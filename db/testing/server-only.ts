/** Stands for the package `server-only`, which only bundlers can tell from a mistake. */
export {};
