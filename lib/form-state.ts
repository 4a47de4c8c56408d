/** What a form shows after its action ran; its texts are already in the reader's language. */
export type FormState =
  | { readonly status: 'idle' }
  | {
      readonly status: 'invalid' | 'refused';
      /** Text for the summary when the fault concerns the whole form. */
      readonly message?: string;
      /** One text per field name. */
      readonly errors: Readonly<Record<string, string>>;
      /** What was typed, so that nothing is lost; never passwords or files. */
      readonly values: Readonly<Record<string, string | readonly string[]>>;
      /** The key of the next attempt: a new key after a refusal, the same key where the outcome is unknown. */
      readonly idempotencyKey?: string;
      /**
       * The reason, where a script can act on it: the form's token is of an earlier session, or its page is of an earlier build
       * and has to be loaded again.
       */
      readonly code?: 'stale_page' | 'renewed';
      /** The address for signing in and then coming back here, where the user is signed out. */
      readonly signIn?: string;
    }
  | {
      readonly status: 'done';
      readonly message?: string;
      /** The key of the form's next sending. */
      readonly idempotencyKey?: string;
      /** For a script that saves in the background: what to show and send next. */
      readonly data?: Readonly<Record<string, string>>;
    };

export const idle: FormState = { status: 'idle' };

/** The type that `useActionState` and `<ActionForm action>` take. */
export type FormAction = (previous: FormState, data: FormData) => Promise<FormState>;
