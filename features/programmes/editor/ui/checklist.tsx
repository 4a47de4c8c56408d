import { Link } from '@/components/ui/link';
import { TaskList } from '@/components/ui/task-list';
import { localePath, type Locale } from '@/lib/locale';
import { sectionOf } from '@/features/rules/domain/parameter-table';
import { paths } from '@/lib/paths';
import { editorMessages } from '../messages';
import type { EditedProgramme, OpenVersion } from '../queries';
import { obstacleText } from '../obstacle-text';
import type { Obstacle } from '../readiness';

type Props = { locale: Locale; programme: EditedProgramme; version: OpenVersion };

function Obstacles({ locale, programme, version, items }: Props & { items: readonly Obstacle[] }) {
  const editable = version.state === 'draft';
  return (
    <ul className="mt-1 list-disc space-y-0.5 pl-5">
      {items.map((obstacle, at) => {
        const { outcomes } = version.readiness;
        const text = obstacleText(locale, obstacle, version.draft, outcomes);
        const place =
          obstacle.kind === 'form'
            ? paths.city.form(programme.id)
            : `${paths.city.rules(programme.id, sectionOf(obstacle.field))}#f-${obstacle.field}`;
        return (
          <li key={at}>
            {editable ? (
              <Link
                className="link inline-flex min-h-6 items-center"
                href={localePath(locale, place)}
              >
                {text}
              </Link>
            ) : (
              text
            )}
          </li>
        );
      })}
    </ul>
  );
}

/** Shows every check before publication, with links to what is left to do. */
export function Checklist(props: Props) {
  const { locale, version } = props;
  const t = editorMessages(locale);
  return (
    <TaskList
      items={version.readiness.checks.map(({ id, obstacles }) => ({
        key: id,
        title: <span className="text-fg">{t[`check_${id}`]}</span>,
        status: obstacles.length === 0 ? t.passed : t.openN({ n: obstacles.length }),
        tone: obstacles.length === 0 ? 'success' : 'warn',
        ...(obstacles.length > 0 && { hint: <Obstacles {...props} items={obstacles} /> }),
      }))}
    />
  );
}
