import { en } from '../../../i18n/en/data';
import { en as enProblems } from '../../../i18n/en/problems';
import { pl } from '../../../i18n/pl/data';
import { pl as plProblems } from '../../../i18n/pl/problems';
import type { MappingFaultCode } from '../../../ingest/mapping/check-mapping';
import { textOf } from '../../state/text';

/** Words of the Data screen. */
export const dataText = textOf({ en, pl });
export const problemText = textOf({ en: enProblems, pl: plProblems });

/** A sentence for every fault `checkMapping` knows. */
export const faultText = (code: MappingFaultCode): string => dataText.value.faults[code];
