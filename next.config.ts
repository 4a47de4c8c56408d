import type { NextConfig } from 'next';

const securityHeaders = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'X-Frame-Options', value: 'DENY' },
  { key: 'Referrer-Policy', value: 'strict-origin-when-cross-origin' },
  { key: 'Permissions-Policy', value: 'camera=(), microphone=(), geolocation=()' },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
  { key: 'Strict-Transport-Security', value: 'max-age=31536000; includeSubDomains' },
];

/** The files of public/ carry no version in their names: a day is long enough to keep one. */
const publicFiles =
  'favicon\\.ico|icon\\.svg|apple-touch-icon\\.png|icon-(?:192|512|maskable-512)\\.png|site\\.webmanifest';
const cacheOneDay = [{ key: 'Cache-Control', value: 'public, max-age=86400' }];

const config: NextConfig = {
  // Nodes that each build the same sources must take one another for the same build. Without a name
  // from scripts/lib/build.mjs Next invents one.
  generateBuildId: () => process.env.SUANQUAN_BUILD_ID ?? null,
  poweredByHeader: false,
  reactStrictMode: true,
  images: { unoptimized: true },
  // `npm test` checks the types, those of the tests too; a second time would only make `npm start` slower.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: [
    '@aws-sdk/client-s3',
    '@node-rs/argon2',
    'fontkit',
    'graphile-worker',
    'papaparse',
    'pdfkit',
    'pino',
  ],
  // A form with two files of 20 MB, as a licence and an authorisation are; each field bounds its own
  // (lib/input/fields.ts). The second limit cuts off in silence.
  experimental: { serverActions: { bodySizeLimit: '45mb' }, proxyClientMaxBodySize: '45mb' },
  headers: () =>
    Promise.resolve([
      { source: '/:path*', headers: securityHeaders },
      { source: `/:file(${publicFiles})`, headers: cacheOneDay },
    ]),
};

export default config;
