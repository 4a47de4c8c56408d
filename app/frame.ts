import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache, createElement, type ReactNode } from 'react';
import { titled } from '@/components/shell/title';
import type { Locale } from '@/lib/locale';
import { may, type Permission } from '@/lib/permissions';
import { isId, one, type Query } from '@/lib/query';
import type { Role } from '@/lib/roles';
import { roleOf, type Actor } from '@/server/actor';
import { localeOf } from '@/server/locale-params';
import { allow } from '@/server/page';

/** Names the parts of an address that a route leaves open, as `id` in `/[locale]/city/cases/[id]`. */
type NamesOf<R extends string> = R extends `${string}[${infer Name}]${infer Rest}`
  ? Name | NamesOf<Rest>
  : never;
type ParamsOf<R extends string> = { [Name in NamesOf<R> | 'locale']: string };
type Props<R extends string> = { params: Promise<ParamsOf<R>>; searchParams: Promise<Query> };

type Asked<R extends string, P extends Permission> = {
  locale: Locale;
  /** May do what the page asks for: the gate has been asked before. */
  actor: Actor<P>;
  params: ParamsOf<R>;
  query: Query;
  /** Reads one value of the query. */
  text: (name: string) => string | undefined;
  /** Names what an action has just done, for the page to say so. */
  done: string | undefined;
  /** Returns the role of whoever reads; there is one on every page that is not for everybody. */
  role: () => Role;
  /** Tells whether that role may do something else too. */
  may: (permission: Permission) => boolean;
};

type Shown<D> = D & { locale: Locale };
type Absent = undefined | null | false;

type Frame<R extends string, P extends Permission, D extends object> = {
  /** Is asked for before anything is loaded. */
  permission: P;
  /** Returns what the view shows; nothing leads to the page that says that there is no such page. */
  load: (asked: Asked<R, P>) => Promise<D | Absent> | D | Absent;
  view: (props: Shown<D>) => ReactNode | Promise<ReactNode>;
} & (
  | { title: (locale: Locale, params: ParamsOf<R>) => string }
  /** Tells what was loaded, once for the title and the view. Is written after `load`, which types it. */
  | { titleOf: (props: Shown<D>) => string }
);

/**
 * Makes a page: whoever may not see it, or asks for an id that none can be, learns only that there is no such page.
 * Its file exports what this returns by name, because Next.js reads the exports of a page.
 * @param _route the folder of the page, which types its parameters; app/frame.test.ts compares both
 */
export function page<const R extends string, P extends Permission, D extends object>(
  _route: R,
  frame: Frame<R, P, D>,
) {
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

async function show<R extends string, P extends Permission, D extends object>(
  frame: Frame<R, P, D>,
  { params, searchParams }: Props<R>,
): Promise<Shown<D>> {
  const { locale } = await localeOf(params);
  const actor = await allow(frame.permission);
  const names: ParamsOf<R> & { id?: string } = await params;
  if (names.id !== undefined && !isId(names.id)) notFound();
  const query = await searchParams;
  const loaded = await frame.load({
    locale,
    actor,
    params: names,
    query,
    text: (name) => one(query[name]),
    done: one(query.done),
    role: () => roleOf(actor),
    may: (permission) => may(permission, roleOf(actor)),
  });
  if (!loaded) notFound();
  return { ...loaded, locale };
}
