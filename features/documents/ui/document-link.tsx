import { FileText } from 'lucide-react';
import type { DocumentSummary } from '../queries';

/** Bytes in megabytes with one decimal, never 0.0. */
const megabytes = (bytes: number) => `${Math.max(0.1, bytes / 1024 / 1024).toFixed(1)} MB`;

/** A file's name that downloads it. */
export function DocumentLink({ document }: { document: DocumentSummary }) {
  return (
    <a
      className="link inline-flex items-center gap-1.5 break-all"
      href={`/api/documents/${document.id}`}
    >
      <FileText aria-hidden className="size-4 shrink-0" />
      <span>
        {document.fileName}{' '}
        <span className="text-muted tabular">{megabytes(document.sizeBytes)}</span>
      </span>
    </a>
  );
}
