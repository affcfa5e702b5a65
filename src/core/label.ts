/** A text carried in both first languages by the registry entry it belongs to. */
export interface Label {
  readonly en: string;
  readonly pl: string;
}

export type Locale = keyof Label;
export const LOCALES = ['en', 'pl'] as const satisfies readonly Locale[];
