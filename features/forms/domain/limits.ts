/** The most sections, questions, choices and so on of a programme's form, whoever writes it. */
export const mostSections = 20;
export const mostFields = 40;
export const mostOptions = 40;
export const mostColumns = 8;
export const mostRows = 50;
export const mostTests = 6;
export const mostFiles = 20;

/** The most rows of a table that sets no limit of its own. */
export const usualRows = 20;

/** The most characters of a form's texts, in each language. */
export const longestLabel = 600;
export const longestTitle = 100;
export const longestHeading = 60;
export const longestOption = 200;
export const longestUnit = 20;
export const longestSample = 1000;

/** The most characters of an answer, even if a question allows more. */
export const longestAnswer = 4000;

/** The most characters of a reason or a note about a case. */
export const longestReason = 500;
