/** Bounds of a list. Each is checked while the list is read: nothing beyond it is read, parsed or stored. */

export const maximumRows = 100_000;
/** How many rows are read, judged and written at a time. */
export const chunkRows = 2_000;
/** Rows including empty ones: as many as a spreadsheet has. */
export const maximumLines = 1_048_576;
/** Cells of a row up to the last cell with content. */
export const maximumColumns = 60;
export const longestCell = 2_000;
/** The length of a cell before blanks and other meaningless signs are removed. */
export const longestRawCell = 4 * longestCell;
/** As long as a row of the longest cells. */
export const longestLine = maximumColumns * longestCell;
/** Characters of all rows together, which stay in memory until they are written. */
export const maximumText = 50_000_000;
/** Elements of one part of a workbook: rows, cells, values. */
export const maximumElements = 6_000_000;
/** Limits the bytes that an archive really unpacks to, whatever it claims. */
export const maximumUnpacked = 200 * 1024 * 1024;
/** Characters that are sent to the database at a time. Converting more of them to JSON would block other requests. */
export const chunkText = 500_000;
