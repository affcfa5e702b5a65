export interface Guard {
  /** Each piece as it passes; may throw. */
  see(bytes: Uint8Array): void;
  /** After the last; may throw. */
  end?(): void;
  /** What an error of the stream itself stands for. */
  fault(error: unknown): unknown;
}

/** A stream that is opened when it is first read from, and looked over as it passes. */
export function guardedStream(
  open: () => Promise<ReadableStream<Uint8Array>>,
  guard: Guard,
): ReadableStream<Uint8Array> {
  let reader: ReadableStreamDefaultReader<Uint8Array> | null = null;
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          reader ??= (await open()).getReader();
          const { done, value } = await reader.read();
          if (done) {
            guard.end?.();
            controller.close();
            return;
          }
          guard.see(value);
          controller.enqueue(value);
        } catch (error) {
          await reader?.cancel().catch(() => {});
          throw guard.fault(error);
        }
      },
      async cancel(reason) {
        await reader?.cancel(reason);
      },
    },
    { highWaterMark: 0 },
  );
}
