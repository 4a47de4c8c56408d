import { Download } from 'lucide-react';
import { buttonClass } from '@/components/ui/button-class';
import { DescriptionList } from '@/components/ui/description-list';
import { PageBody, PageHeader } from '@/components/ui/page';
import { words } from '@/components/ui/words';
import type { Locale } from '@/lib/locale';
import { downloadAddress } from '../address';
import { fileSize } from '../domain/name';
import { documentMessages } from '../messages';
import type { StoredDocument } from '../queries';

/** Shows a file whose address has expired: what it is, and a new address. */
export async function DocumentPage(props: {
  id: string;
  document: StoredDocument;
  locale: Locale;
}) {
  const { id, document, locale } = props;
  const t = documentMessages(locale);
  return (
    <PageBody narrow>
      <PageHeader title={t.file} lead={t.addressOver} />
      <DescriptionList
        items={[
          { term: t.name, value: <span className="break-all">{words(document.fileName)}</span> },
          { term: t.size, value: fileSize(document.sizeBytes) },
          {
            term: t.hash,
            value: <code className="text-sm break-all">{document.sha256}</code>,
          },
        ]}
      />
      <p>
        <a className={buttonClass()} href={await downloadAddress(id)} download>
          <Download aria-hidden className="size-5" strokeWidth={1.75} />
          {t.download}
        </a>
      </p>
    </PageBody>
  );
}
