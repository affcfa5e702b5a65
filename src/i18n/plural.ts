import type { Locale } from '../core/label';

const rules: Record<Locale, Intl.PluralRules> = {
  en: new Intl.PluralRules('en'),
  pl: new Intl.PluralRules('pl'),
};

/** `plural('en', 2, {one: 'order', other: 'orders'})`; Polish also takes `few` and `many`. */
export function plural(
  locale: Locale,
  n: number,
  forms: { one: string; few?: string; many?: string; other: string },
): string {
  const form = rules[locale].select(n);
  return (form === 'one' || form === 'few' || form === 'many' ? forms[form] : undefined) ?? forms.other;
}
