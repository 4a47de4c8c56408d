import { readList, type ReadList } from '@/features/tables/read-list';

/**
 * Reads a list as the form's input passes it to the command.
 * @throws Error for a file that is no list
 */
export async function listFile(text: string, name = '名单.csv'): Promise<ReadList> {
  const read = await readList(new File([text], name));
  if (!read.ok) throw new Error(`The list is refused: ${read.code}.`);
  return read.value;
}
