import 'server-only';
import { open } from 'node:fs/promises';
import { Readable } from 'node:stream';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadBucketCommand,
  ListObjectsV2Command,
  NoSuchKey,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { isKey, StorageFault, type Storage } from './storage-kind';

export type Bucket = {
  bucket: string;
  region: string;
  accessKeyId: string;
  secretAccessKey: string;
  /** The address of the store, where it is not Amazon's. */
  endpoint?: string | undefined;
  forcePathStyle: boolean;
};

const fault = (error: unknown) =>
  new StorageFault(error instanceof NoSuchKey ? 'missing' : 'unavailable', error);

/** Separates our files from other objects in the bucket. */
const prefix = 'suanquan/';
const nameOf = (key: string) => {
  if (!isKey(key)) throw new Error('Not a storage key.');
  return prefix + key;
};

async function* listBefore(client: S3Client, bucket: string, instant: Date) {
  let token: string | undefined;
  do {
    const page = await client
      .send(new ListObjectsV2Command({ Bucket: bucket, Prefix: prefix, ContinuationToken: token }))
      .catch((error: unknown) => {
        throw fault(error);
      });
    const keys = (page.Contents ?? []).flatMap(({ Key, LastModified }) => {
      const key = Key?.slice(prefix.length) ?? '';
      return isKey(key) && LastModified && LastModified < instant ? [key] : [];
    });
    if (keys.length > 0) yield keys;
    token = page.NextContinuationToken;
  } while (token);
}

/** Returns the storage in a bucket of any store that speaks S3. */
export function s3Storage(settings: Bucket): Storage {
  const { bucket: Bucket, accessKeyId, secretAccessKey, endpoint, ...rest } = settings;
  const client = new S3Client({
    ...rest,
    credentials: { accessKeyId, secretAccessKey },
    ...(endpoint !== undefined && { endpoint }),
    // Not all stores other than Amazon's support the checksums that the client adds by default.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    requestHandler: { connectionTimeout: 5_000, requestTimeout: 60_000 },
  });
  const send = async <T>(sending: Promise<T>): Promise<T> => {
    try {
      return await sending;
    } catch (error) {
      throw fault(error);
    }
  };
  return {
    async put(key, source) {
      const Key = nameOf(key);
      const isFile = !(source instanceof Uint8Array);
      const Body = isFile ? (await send(open(source.path))).createReadStream() : source;
      const ContentLength = isFile ? source.size : source.length;
      try {
        await send(client.send(new PutObjectCommand({ Bucket, Key, Body, ContentLength })));
      } finally {
        // A request that fails does not close the stream that it read from.
        if (Body instanceof Readable) Body.destroy();
      }
    },
    async open(key) {
      const { Body } = await send(client.send(new GetObjectCommand({ Bucket, Key: nameOf(key) })));
      if (!(Body instanceof Readable)) throw new StorageFault('unavailable', Body);
      return Body;
    },
    async remove(key) {
      await send(client.send(new DeleteObjectCommand({ Bucket, Key: nameOf(key) })));
    },
    listBefore: (instant) => listBefore(client, Bucket, instant),
    async check() {
      const abortSignal = AbortSignal.timeout(1_500);
      await send(client.send(new HeadBucketCommand({ Bucket }), { abortSignal }));
    },
  };
}
