import { z } from 'zod';
import { addressFault } from '@/lib/database-address.mjs';
import { localePath, type Locale } from '@/lib/locale';

const flag = z.enum(['on', 'off']);
const database = z.string().superRefine((address, context) => {
  const message = addressFault(address);
  if (message !== undefined) context.addIssue({ code: 'custom', message });
});

/** Matches the contacts that RFC 9116 allows; the address becomes a line of a file, so it holds no blank. */
const contact = /^(mailto:[^\s@]+@[^\s@]+|https:\/\/\S+|tel:\+[\d-]+)$/;

/** All settings of the portal; README.md has the same table for people. */
const settings = z.object({
  DATABASE_URL: database,
  MIGRATION_DATABASE_URL: database.optional(),
  AUTH_SECRET: z.string().min(32),
  AUTH_URL: z.url({ protocol: /^https?$/ }).default('http://localhost:3000'),
  DEMO: flag.default('off'),
  STORAGE_DIR: z.string().min(1).default('.data/files'),
  S3_ENDPOINT: z.url({ protocol: /^https?$/ }).optional(),
  S3_BUCKET: z.string().min(3).max(63).optional(),
  S3_REGION: z.string().min(1).default('us-east-1'),
  S3_ACCESS_KEY_ID: z.string().min(1).optional(),
  S3_SECRET_ACCESS_KEY: z.string().min(1).optional(),
  S3_FORCE_PATH_STYLE: flag.default('off'),
  CLAMD_URL: z.url({ protocol: /^(tcp|unix)$/ }).optional(),
  UPLOADS_AT_ONCE: z.coerce.number().int().min(1).max(1000).default(16),
  UPLOADS_PER_MINUTE: z.coerce.number().int().min(1).max(1_000_000).default(240),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: z.string().min(3).default('Suanquan <no-reply@localhost>'),
  SECURITY_CONTACT: z.string().regex(contact, 'begins with mailto:, https:// or tel:+').optional(),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
  DATABASE_PREPARE: flag.default('on'),
  DATABASE_POOL: z.coerce.number().int().min(1).max(100).default(10),
  API_READS_PER_MINUTE: z.coerce.number().int().min(1).max(1_000_000).default(600),
  API_ASSESSMENTS_PER_MINUTE: z.coerce.number().int().min(1).max(1_000_000).default(60),
});

/** A bucket without both its keys would otherwise fail at the first file and not at the start. */
const envSchema = settings.superRefine((set, context) => {
  for (const name of ['S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'] as const) {
    if (set.S3_BUCKET !== undefined && set[name] === undefined) {
      context.addIssue({ code: 'custom', path: [name], message: 'needed with S3_BUCKET' });
    }
  }
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

/** Returns the settings of this process, read and validated once. */
export function env(): Env {
  cached ??= readEnv(process.env);
  return cached;
}

/** Returns the start of the portal's absolute addresses, without a slash at its end. */
export const publicAddress = () => env().AUTH_URL.replace(/\/$/, '');

/** Returns the absolute address of a page in a language. */
export const publicUrl = (locale: Locale, path: string) =>
  publicAddress() + localePath(locale, path);

export const isDemo = () => env().DEMO === 'on';
export const isSecure = () => env().AUTH_URL.startsWith('https://');
