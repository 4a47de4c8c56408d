'use client';

import { Camera, CircleAlert, CircleCheck, Upload as UploadIcon } from 'lucide-react';
import { useRouter } from 'next/navigation';
import {
  useEffect,
  useEffectEvent,
  useRef,
  useState,
  useSyncExternalStore,
  type DragEvent,
  type ReactNode,
} from 'react';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/cn';
import { useCsrf } from '@/components/ui/csrf';
import { words } from '@/components/ui/words';
import type { Locale } from '@/lib/locale';
import { fileSize } from '../domain/name';
import { uploadMessages } from '../upload-messages';
import { uploadQueue, type Target, type Upload } from './upload-queue';

const none: readonly Upload[] = [];

type Texts = ReturnType<typeof uploadMessages>;

const percentOf = ({ state, file }: Upload) =>
  state.is === 'sending'
    ? Math.floor((state.sent / file.size) * 100)
    : state.is === 'checking' || state.is === 'stored'
      ? 100
      : 0;

function stateText({ state }: Upload, percent: number, t: Texts): string {
  switch (state.is) {
    case 'sending':
      return t.sending({ percent });
    case 'retrying':
      return t.retrying({ seconds: state.seconds });
    case 'busy':
      return t.busy({ seconds: state.seconds });
    case 'failed':
      return state.why;
    default:
      return t[state.is];
  }
}

/** Shows one file that is being sent, or one that was refused and why. */
function Row(props: { upload: Upload; t: Texts; csrf: string; locale: Locale }) {
  const { upload, t, csrf, locale } = props;
  const { state, file, id } = upload;
  const name = words(file.name, locale);
  const percent = percentOf(upload);
  const failed = state.is === 'failed';
  const stored = state.is === 'stored';
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-3 gap-y-1 py-2.5">
      <div className="min-w-0">
        <p className="break-all">
          {name} <span className="text-muted tabular text-sm">{fileSize(file.size)}</span>
        </p>
        <p
          className={cn(
            'mt-0.5 flex items-start gap-1.5 text-sm',
            failed ? 'text-danger font-semibold' : stored ? 'text-success' : 'text-muted tabular',
          )}
        >
          {failed && <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />}
          {stored && <CircleCheck aria-hidden className="mt-0.5 size-4 shrink-0" />}
          {words(stateText(upload, percent, t), locale)}
        </p>
      </div>
      <div className="flex flex-wrap justify-end gap-2">
        {failed && state.again && (
          <Button variant="secondary" size="sm" onClick={() => uploadQueue.retry(id, csrf)}>
            {t.retry}
            <span className="sr-only"> {name}</span>
          </Button>
        )}
        {!stored && (
          <Button variant="quiet" size="sm" onClick={() => uploadQueue.remove(id)}>
            {failed ? t.dismiss : t.cancel}
            <span className="sr-only"> {name}</span>
          </Button>
        )}
      </div>
      {!failed && !stored && (
        <progress
          className="[&::-webkit-progress-bar]:bg-line [&::-webkit-progress-value]:bg-primary [&::-moz-progress-bar]:bg-primary bg-line col-span-2 h-1.5 w-full appearance-none overflow-hidden rounded-full border-0"
          max={100}
          value={percent}
          aria-label={file.name}
        />
      )}
    </li>
  );
}

const isActive = ({ state }: Upload) => state.is !== 'stored' && state.is !== 'failed';
const pause = 10_000;

/** Announces to screen readers: an end at once, progress every ten seconds. */
function Announcements(props: { uploads: readonly Upload[]; t: Texts; locale: Locale }) {
  const { uploads, t, locale } = props;
  const [said, say] = useState('');
  const ends = useRef(new Set<string>());
  useEffect(() => {
    for (const { id, tries, state, file } of uploads) {
      const end = `${id}.${tries}`;
      if ((state.is !== 'stored' && state.is !== 'failed') || ends.current.has(end)) continue;
      ends.current.add(end);
      const { name } = file;
      say(state.is === 'stored' ? t.saidStored({ name }) : t.saidFailed({ name, why: state.why }));
    }
  }, [uploads, t]);
  const announceProgress = useEffectEvent(() => {
    const active = uploads.filter(isActive);
    const percent = active.reduce((sum, upload) => sum + percentOf(upload), 0) / active.length;
    if (active.length > 0) {
      say(t.saidProgress({ files: active.length, percent: Math.floor(percent) }));
    }
  });
  const busy = uploads.some(isActive);
  useEffect(() => {
    if (!busy) return undefined;
    const timer = setInterval(announceProgress, pause);
    return () => clearInterval(timer);
  }, [busy]);
  return (
    <p role="status" className="sr-only">
      {words(said, locale)}
    </p>
  );
}

/** Prevents that a file dropped beside the drop area replaces the page. */
function useDropGuard() {
  useEffect(() => {
    const prevent = (event: globalThis.DragEvent) => {
      if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
    };
    window.addEventListener('dragover', prevent);
    window.addEventListener('drop', prevent);
    return () => {
      window.removeEventListener('dragover', prevent);
      window.removeEventListener('drop', prevent);
    };
  }, []);
}

/** Reloads the list of stored files from the server after each file. */
function useRefresh(uploads: readonly Upload[], held: readonly string[]) {
  const router = useRouter();
  const storedCount = uploads.filter(({ state }) => state.is === 'stored').length;
  useEffect(() => {
    if (storedCount > 0) router.refresh();
  }, [storedCount, router]);
  useEffect(() => {
    for (const { id, state } of uploads) {
      if (state.is !== 'stored') continue;
      if (state.documentId === '' || held.includes(state.documentId)) uploadQueue.remove(id);
    }
  }, [uploads, held]);
}

function Picker(props: {
  id?: string;
  label: string;
  about: string;
  camera?: boolean;
  requirement?: string;
  accept: string;
  onFiles: (files: FileList) => void;
}) {
  const { id, label, about, camera = false, requirement, accept, onFiles } = props;
  const input = useRef<HTMLInputElement>(null);
  const Icon = camera ? Camera : UploadIcon;
  return (
    <>
      <Button
        id={id}
        variant="secondary"
        className={cn(camera && 'not-pointer-coarse:hidden')}
        onClick={() => input.current?.click()}
      >
        <Icon aria-hidden className="size-5" strokeWidth={1.75} />
        {label}
        <span className="sr-only"> {about}</span>
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        multiple={!camera}
        accept={accept}
        {...(camera && { capture: 'environment' })}
        data-requirement={requirement}
        onChange={(event) => {
          const { files } = event.currentTarget;
          // An empty choice means that the picker was closed: the files that are there stay.
          if (files && files.length > 0) onFiles(files);
          event.currentTarget.value = '';
        }}
      />
    </>
  );
}

/**
 * Shows an area where several files at a time are dropped, picked or photographed. Each is sent by itself
 * while the user continues. Not shown where scripts do not run: there is a form instead.
 */
export function UploaderPlace(props: {
  applicationId: string;
  requirement: string;
  label: string;
  /** Ids of the files that the page shows already. */
  held: readonly string[];
  hint?: ReactNode;
  /** File name endings that are accepted here, where they are fewer than the portal's. */
  accept?: string;
  locale: Locale;
}) {
  const { applicationId, requirement, label, held, hint, locale } = props;
  const { accept = '.pdf,.png,.jpg,.jpeg,.ofd' } = props;
  const t = uploadMessages(locale);
  const csrf = useCsrf();
  const all = useSyncExternalStore(uploadQueue.subscribe, uploadQueue.list, () => none);
  const uploads = all.filter(
    ({ target }) => target.applicationId === applicationId && target.requirement === requirement,
  );
  const [over, setOver] = useState(false);
  useDropGuard();
  useRefresh(uploads, held);
  const add = (files: Iterable<File>) => {
    const texts = { lost: t.lost, failed: t.failed, empty: t.empty, tooLarge: t.tooLarge };
    const target: Target = { applicationId, requirement, locale, csrf, texts };
    uploadQueue.add(files, target);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    add(event.dataTransfer.files);
  };
  return (
    <div className="space-y-3 needs-script">
      {uploads.length > 0 && (
        <ul className="divide-line border-line divide-y border-b" aria-label={t.onTheWay}>
          {uploads.map((upload) => (
            <Row key={upload.id} upload={upload} t={t} csrf={csrf} locale={locale} />
          ))}
        </ul>
      )}
      <Announcements uploads={uploads} t={t} locale={locale} />
      <div
        data-drop={requirement}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={(event) => {
          if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false);
        }}
        onDrop={drop}
        className={cn(
          'rounded border border-dashed px-4 py-4 transition-colors',
          over ? 'border-primary bg-info-bg' : 'border-edge bg-bg',
        )}
      >
        <div className="flex flex-wrap items-center gap-3">
          <span className="text-muted pointer-coarse:hidden">{over ? t.dropNow : t.drop}</span>
          <Picker
            id={`f-${requirement}`}
            label={t.pick}
            about={label}
            requirement={requirement}
            accept={accept}
            onFiles={(files) => add([...files])}
          />
          <Picker
            camera
            label={t.camera}
            about={label}
            accept="image/*"
            onFiles={(files) => add([...files])}
          />
        </div>
        <div className="text-muted mt-2 space-y-1 text-sm">
          {hint}
          <p>{t.rules}</p>
        </div>
      </div>
    </div>
  );
}
