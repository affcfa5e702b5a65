import { pictureStamp } from './picture-stamp';
import { readSnapshot } from './snapshot';

/** Whether the kept picture is what a comparison made now would show. */
export async function checkPicture(): Promise<boolean> {
  const kept = readSnapshot();
  if (kept?.madeOf === undefined) return false;
  try {
    const live = (await pictureStamp())?.madeOf === kept.madeOf;
    // What the benchmark times the numbers by.
    if (live) performance.mark('comparison-live');
    return live;
  } catch {
    // The engine will say what is wrong with the database.
    return false;
  }
}
