/** How the text of a written file becomes bytes. The mark tells spreadsheets that a file is UTF-8. */
export const textEncodings = ['gb18030', 'utf-8-bom', 'utf-8'] as const;
export type TextEncoding = (typeof textEncodings)[number];
