import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { cache, createElement, type ReactNode } from 'react';
import { titled } from '@/components/shell/title';
import { localePath, type Locale } from '@/lib/locale';
import { may, type Authority, type Permission } from '@/lib/permissions';
import { isId, one, type Query } from '@/lib/query';
import { authorityOf, type Actor } from '@/server/actor';
import { localeOf } from '@/server/locale-params';
import { allow, cursorOf } from '@/server/page';

/** The names of the variable parts of a route, such as `id` in `/[locale]/city/cases/[id]`. */
type NamesOf<R extends string> = R extends `${string}[${infer Name}]${infer Rest}`
  ? Name | NamesOf<Rest>
  : never;
type ParamsOf<R extends string> = { [Name in NamesOf<R> | 'locale']: string };
type Props<R extends string> = { params: Promise<ParamsOf<R>>; searchParams: Promise<Query> };

type Lister<T> = (cursor: string | undefined) => Promise<T>;

export type PageRequest<R extends string, P extends Permission> = {
  locale: Locale;
  /** The actor. The gate has already checked the permission of the page. */
  actor: Actor<P>;
  params: ParamsOf<R>;
  query: Query;
  /** Reads one value of the query. */
  text: (name: string) => string | undefined;
  /** Reads where a list begins, mostly from `cursor`. A damaged value gives the "not found" page. */
  cursorOf: (name?: string, ends?: 'id' | 'key') => string | undefined;
  /** Loads the page of a list that begins where the query says. */
  listAt: <T>(list: Lister<T>) => Promise<{ page: T; cursor: string | undefined }>;
  /**
   * Returns what the user is allowed to do by: the role, or the rights of a mandate. Throws for a user without one; such users see
   * the pages for everyone and for all signed-in users.
   */
  role: () => Authority;
  /** Returns whether the user also has another permission. */
  may: (permission: Permission) => boolean;
  /** Returns what was loaded. If that is nothing, the "not found" page is shown. */
  found: <T extends object>(loaded: T | Absent) => T;
  /** Leads to another page in the same language. */
  redirectTo: (path: string) => never;
};

type Shown<D> = D & {
  locale: Locale;
  /** The code of the last action, for the page to confirm it. */
  done: string | undefined;
};
type Absent = undefined | null | false;

type Frame<R extends string, P extends Permission, D extends object> = {
  /** Checked before anything is loaded. */
  permission: P;
  /** Checked next, for a page that start-ups and vendors both have: each sees its own only. */
  area?: Permission;
  /** Returns the data for the view. If it returns nothing, the "not found" page is shown. */
  load: (request: PageRequest<R, P>) => Promise<D | Absent> | D | Absent;
  view: (props: Shown<D>) => ReactNode | Promise<ReactNode>;
} & (
  | { title: (locale: Locale, params: ParamsOf<R>) => string }
  /** Returns the title from the loaded data. It must come after `load`, from which its type is derived. */
  | { titleOf: (props: Shown<D>) => string }
);

/**
 * Makes a page. A user without the permission, or with an id in an invalid format, sees the "not found" page. The file must
 * export the results by name, because Next.js reads the exports of a page.
 * @param _route the folder of the page, which determines the type of its parameters; app/frame.test.ts compares both
 */
export function page<const R extends string, P extends Permission, D extends object>(
  _route: R,
  frame: Frame<NoInfer<R>, P, D>,
) {
  // One holder for each request, so that the title and the page share one load. A request renders a page once.
  const held = cache((): { shown?: Promise<Shown<D>> } => ({}));
  const once = (props: Props<R>) => (held().shown ??= show(frame, props));
  return {
    generateMetadata: async (props: Props<R>): Promise<Metadata> => {
      const { locale } = await localeOf(props.params);
      if ('titleOf' in frame) return titled(locale, frame.titleOf(await once(props)));
      return titled(locale, frame.title(locale, await props.params));
    },
    Page: async (props: Props<R>) => createElement(frame.view, await once(props)),
  };
}

const found = <T extends object>(loaded: T | Absent): T => loaded || notFound();

async function show<R extends string, P extends Permission, D extends object>(
  frame: Frame<R, P, D>,
  { params, searchParams }: Props<R>,
): Promise<Shown<D>> {
  const { locale } = await localeOf(params);
  const actor = await allow(frame.permission);
  if (frame.area) await allow(frame.area);
  const names: ParamsOf<R> & { id?: string } = await params;
  if (names.id !== undefined && !isId(names.id)) notFound();
  const query = await searchParams;
  const at = (name = 'cursor', ends?: 'id' | 'key') => cursorOf(query[name], ends);
  const loaded = await frame.load({
    locale,
    actor,
    params: names,
    query,
    text: (name) => one(query[name]),
    cursorOf: at,
    listAt: async (list) => {
      const cursor = at();
      return { page: await list(cursor), cursor };
    },
    role: () => authorityOf(actor),
    may: (permission) => may(permission, authorityOf(actor)),
    found,
    redirectTo: (path) => redirect(localePath(locale, path)),
  });
  return { ...found(loaded), locale, done: one(query.done) };
}
