import { at, text } from './path';

/**
 * The addresses that scripts in the browser need. They are separate from lib/paths.ts, which contains them too, so that a page does
 * not load the whole table.
 */
export const browserPaths = {
  signIn: at('/sign-in', { next: text, done: ['password_changed'] }),
  api: {
    session: at('/api/session'),
    preferences: at('/api/preferences'),
    documents: at('/api/documents'),
  },
} as const;
