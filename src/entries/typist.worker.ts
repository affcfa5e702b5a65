import { serveTypist } from '../ingest/typist/serve-typist';

serveTypist(self as unknown as Parameters<typeof serveTypist>[0]);
