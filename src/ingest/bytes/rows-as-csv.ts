import type { ByteSource } from '../survey';

/**
 * Rows of cells (a page capture) as RFC 4180 CSV in UTF-8, so that pages and files take one road in. Every cell is
 * quoted, the header is the first record, and nothing in the text is changed. The size is not known beforehand: 0.
 */
export function rowsAsCsv(
  name: string,
  columns: readonly string[],
  chunks: () => AsyncIterable<readonly (readonly string[])[]>,
): ByteSource {
  return {
    name,
    size: 0,
    layout: 'plain',
    stream() {
      const encoder = new TextEncoder();
      const rows = chunks()[Symbol.asyncIterator]();
      let headed = false;
      return new ReadableStream<Uint8Array>({
        async pull(controller) {
          if (!headed) {
            headed = true;
            controller.enqueue(encoder.encode(record(columns)));
            return;
          }
          const { done, value } = await rows.next();
          if (done) controller.close();
          else if (value.length > 0) controller.enqueue(encoder.encode(value.map(record).join('')));
          // An empty chunk enqueues nothing, and a stream is not pulled again until something is.
          else controller.enqueue(new Uint8Array(0));
        },
        async cancel() {
          await rows.return?.();
        },
      });
    },
  };
}

function record(cells: readonly string[]): string {
  return `${cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')}\n`;
}
