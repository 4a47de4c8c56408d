import { readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/**
 * Lists the pages or the route handlers below app/.
 * @returns for each its file, its route as Next.js names it, and the address that the router gives it
 */
export const routesOf = (name: 'page.tsx' | 'route.ts') =>
  readdirSync('app', { recursive: true, encoding: 'utf8' })
    .filter((path) => basename(path) === name)
    .map((path) => {
      const route = `/${dirname(path)}`.replace(/\/\(\w+\)/g, '');
      return { file: join('app', path), route, address: route.replace('/[locale]', '') || '/' };
    });
