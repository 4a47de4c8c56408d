import { getPart } from '@/features/organisations/part-queries';
import { roleOf } from '@/server/actor';
import { authorise } from '@/server/gate';
import type { PageRequest } from './frame';

/** Loads a part of the user's own organisation, for the pages of start-ups and of vendors. */
export async function loadPart(request: PageRequest<'[part]', 'organisation.read'>) {
  const { actor, params, text, found } = request;
  const editor = await authorise('organisation.edit');
  const view = found(await getPart(actor, editor.ok ? editor.value : null, params.part));
  return { role: roleOf(actor), view, edit: text('edit') };
}
