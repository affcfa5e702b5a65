/** What a peer's worker answers to, by name. */
export type Answers = Readonly<Record<string, (args: never) => unknown>>;

/** Answers one call after another: `{ name, args }` in, `{ value }` or `{ error }` out. */
export function serve(answers: Answers): void {
  self.onmessage = async ({ data }: MessageEvent<{ name: string; args: unknown }>) => {
    try {
      const answer = answers[data.name];
      if (answer === undefined) throw new Error(`no such work: ${data.name}`);
      self.postMessage({ value: await answer(data.args as never) });
    } catch (error) {
      self.postMessage({
        error: error instanceof Error ? `${error.message}\n${error.stack}` : String(error),
      });
    }
  };
}

/** What a piece of work gave, and how long it took. */
export async function timed<T>(work: () => T | Promise<T>): Promise<{ ms: number; values: T }> {
  const begun = performance.now();
  const values = await work();
  return { ms: performance.now() - begun, values };
}
