/**
 * Waits for a transaction and what was asked in it. Where the browser has ended it, the transaction alone knows why:
 * its requests, which are told first, only say that they were aborted.
 */
export async function finished(
  transaction: { readonly done: Promise<void> },
  work: readonly Promise<unknown>[],
): Promise<void> {
  try {
    await Promise.all([...work, transaction.done]);
  } catch (cause) {
    await transaction.done;
    throw cause;
  }
}
