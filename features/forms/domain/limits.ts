/** How much a programme's form may have, whoever writes it. */
export const mostSections = 20;
export const mostFields = 40;
export const mostOptions = 40;
export const mostColumns = 8;
export const mostRows = 50;
export const mostTests = 6;
export const mostFiles = 20;

/** The rows of a table that says nothing of how many. */
export const usualRows = 20;

/** How many characters its texts may have, in each language. */
export const longestLabel = 600;
export const longestTitle = 100;
export const longestHeading = 60;
export const longestOption = 200;
export const longestUnit = 20;
export const longestSample = 1000;

/** No answer may be longer, however long a question lets it be. */
export const longestAnswer = 4000;

/** A word from one person to another about a case: why, or what about it. */
export const longestReason = 500;
