import { computed } from '@preact/signals';
import { reportingCurrency } from './settings';
import { workspace } from './workspace';

/** What amounts are shown in now: as chosen, else the reporting currency, else the most frequent one. */
export const shownCurrency = computed<string | null>(
  () =>
    reportingCurrency.value ?? workspace.value?.reporting ?? (workspace.value?.currencies[0]?.code || null),
);
