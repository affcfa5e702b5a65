export { normaliseKey, PERSON_KEYS, type PersonKey } from '../../core/person-keys';
