import { z } from 'zod';

const flag = z.enum(['on', 'off']);

/** Every setting of the portal; README.md has the same table for people. */
const envSchema = z.object({
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  MIGRATION_DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  AUTH_SECRET: z.string().min(32),
  AUTH_URL: z.url({ protocol: /^https?$/ }).default('http://localhost:3000'),
  DEMO: flag.default('off'),
  STORAGE_DIR: z.string().min(1).default('.data/files'),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: z.string().min(3).default('Suanquan <no-reply@localhost>'),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
  DATABASE_POOL: z.coerce.number().int().min(1).max(100).default(10),
  API_READS_PER_MINUTE: z.coerce.number().int().min(1).max(1_000_000).default(600),
  API_ASSESSMENTS_PER_MINUTE: z.coerce.number().int().min(1).max(1_000_000).default(60),
});

export type Env = z.infer<typeof envSchema>;

/**
 * Reads the settings from the environment.
 * @throws Error naming every wrong setting, and what is wrong with it
 */
export function readEnv(source: Record<string, string | undefined>): Env {
  const parsed = envSchema.safeParse(
    Object.fromEntries(Object.entries(source).filter(([, value]) => value !== '')),
  );
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  throw new Error(`Wrong configuration. ${faults.join('; ')}`);
}

let cached: Env | undefined;

/** The settings of this process, read and validated once. */
export function env(): Env {
  cached ??= readEnv(process.env);
  return cached;
}

export const isDemo = () => env().DEMO === 'on';
export const isSecure = () => env().AUTH_URL.startsWith('https://');
