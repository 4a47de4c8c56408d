/** Replaces the package `server-only`, which works only in a bundler and throws elsewhere. */
export {};
