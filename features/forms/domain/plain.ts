/** As text is kept: one way of composing characters, one kind of line end, no blanks around. */
export const plain = (text: string): string => text.normalize('NFC').replace(/\r\n?/g, '\n').trim();

/** Control characters and what turns the direction of text: nobody types them, they only deceive. */
const unusable = /[\p{Cc}\u202a-\u202e\u2066-\u2069]|\p{Surrogate}/u;
export const isUnusable = (text: string): boolean => unusable.test(text.replace(/[\n\t]/g, ''));
