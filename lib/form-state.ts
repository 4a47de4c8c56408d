/** What a form shows after its action ran; texts are already in the reader's language. */
export type FormState =
  | { readonly status: 'idle' }
  | {
      readonly status: 'invalid' | 'refused';
      /** Text for the summary when the fault is the whole form's. */
      readonly message?: string;
      /** One text per field name. */
      readonly errors: Readonly<Record<string, string>>;
      /** What was typed, so that nothing is lost; never passwords or files. */
      readonly values: Readonly<Record<string, string | readonly string[]>>;
      /** The key of the next attempt: another one after a "no", the same one where the outcome is not known. */
      readonly idempotencyKey?: string;
      /**
       * Why, where a script can do something about it: the form's token is of an earlier session, or
       * its page is of an earlier build and has to be loaded anew.
       */
      readonly code?: 'stale_page' | 'renewed';
      /** Where to sign in, to come back here, if that is what is missing. */
      readonly signIn?: string;
    }
  | {
      readonly status: 'done';
      readonly message?: string;
      /** The key of whatever the form sends next. */
      readonly idempotencyKey?: string;
      /** For a script that saves in the background: what it should show and send next. */
      readonly data?: Readonly<Record<string, string>>;
    };

export const idle: FormState = { status: 'idle' };

/** The shape that `useActionState` and `<ActionForm action>` take. */
export type FormAction = (previous: FormState, data: FormData) => Promise<FormState>;
