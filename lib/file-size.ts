/** The largest size of a file that a user hands in; pages and server use the same limit. */
export const maximumMegabytes = 20;
export const maximumBytes = maximumMegabytes * 1024 * 1024;
