import type { ColumnMapping, Mapping } from '../core/mapping';

const PURPOSES = ['email', 'sms'] as const;

/**
 * The mapping with each consent it holds kept beside its yes or no: where it comes from and, where the tool has words of
 * its own for it (`NEVER_SUBSCRIBED`), those words. What the person maps a column to by hand goes before.
 */
export function keepConsent(mapping: Mapping, from: string): Mapping {
  const fieldOf = ({ target }: ColumnMapping) => (target.kind === 'field' ? target.field : null);
  const mapped = new Set(mapping.columns.map(fieldOf));
  const again: ColumnMapping[] = [];
  const said: Record<string, string> = {};
  for (const purpose of PURPOSES) {
    const consent = mapping.columns.find((c) => fieldOf(c) === `${purpose}Consent`);
    if (consent === undefined) continue;
    if (consent.reading.kind === 'consent' && !mapped.has(`${purpose}ConsentWords`)) {
      const target = { kind: 'field', field: `${purpose}ConsentWords` } as const;
      again.push({ ...consent, target, reading: { kind: 'text' } });
    }
    if (!mapped.has(`${purpose}ConsentSource`)) said[`${purpose}ConsentSource`] = from;
  }
  if (again.length === 0 && Object.keys(said).length === 0) return mapping;
  const { reshape = {} } = mapping;
  return {
    ...mapping,
    reshape: {
      ...reshape,
      ...(again.length === 0 ? {} : { again: [...(reshape.again ?? []), ...again] }),
      said: { ...said, ...reshape.said },
    },
  };
}
