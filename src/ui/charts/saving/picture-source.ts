import { createContext } from 'preact';

/** What stands under every picture saved from here: the day, how many, and where the numbers come from. */
export const PictureSource = createContext<string | null>(null);
