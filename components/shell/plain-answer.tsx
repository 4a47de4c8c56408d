import { Callout } from '@/components/ui/callout';
import { words } from '@/components/ui/words';

/** The answer to a form that was sent without a script. */
type Answer = { done: boolean; message: string; errors: readonly string[] };

/**
 * Shows the answer to a plain form at the head of the page. app/globals.css hides it where the form
 * is still there and shows the answer itself.
 */
export function PlainAnswer({ answer }: { answer: Answer | undefined }) {
  if (!answer) return null;
  const [title, ...others] = [answer.message, ...answer.errors].filter((text) => text !== '');
  return (
    <div
      role={answer.done ? 'status' : 'alert'}
      data-plain-answer={answer.done ? 'done' : 'refused'}
      className="mb-6 max-w-2xl"
    >
      <Callout tone={answer.done ? 'success' : 'danger'} title={title}>
        {others.length > 0 && (
          <ul className="mt-1 space-y-1">
            {others.map((text) => (
              <li key={text}>{words(text)}</li>
            ))}
          </ul>
        )}
      </Callout>
    </div>
  );
}
