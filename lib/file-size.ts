/** How large a file may be that somebody hands in, wherever they do; known to pages and server alike. */
export const maximumMegabytes = 20;
export const maximumBytes = maximumMegabytes * 1024 * 1024;
