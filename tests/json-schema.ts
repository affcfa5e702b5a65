type Json = { readonly [key: string]: unknown };

/**
 * Whether a value fits a JSON Schema (2020-12), for the keywords the published schema uses; any other keyword is an error
 * rather than passed over.
 */
export function fitsSchema(root: Json, value: unknown, schema: Json = root): boolean {
  return Object.entries(schema).every(([keyword, arg]) => {
    switch (keyword) {
      case '$schema':
      case '$comment':
      case '$defs':
      case 'title':
        return true;
      case '$ref': {
        const name = String(arg).replace('#/$defs/', '');
        const target = (root['$defs'] as Record<string, Json>)[name];
        if (target === undefined) throw new Error(`no such definition: ${name}`);
        return fitsSchema(root, value, target);
      }
      case 'anyOf':
        return (arg as Json[]).some((one) => fitsSchema(root, value, one));
      case 'const':
        return value === arg;
      case 'enum':
        return (arg as unknown[]).includes(value);
      case 'type':
        return arg === 'integer' ? Number.isInteger(value) : typeOf(value) === arg;
      case 'minimum':
        return typeof value !== 'number' || value >= (arg as number);
      case 'maximum':
        return typeof value !== 'number' || value <= (arg as number);
      case 'exclusiveMinimum':
        return typeof value !== 'number' || value > (arg as number);
      case 'minLength':
        return typeof value !== 'string' || value.length >= (arg as number);
      case 'maxLength':
        return typeof value !== 'string' || value.length <= (arg as number);
      case 'minItems':
        return !Array.isArray(value) || value.length >= (arg as number);
      case 'maxItems':
        return !Array.isArray(value) || value.length <= (arg as number);
      case 'prefixItems':
        return (
          !Array.isArray(value) ||
          (arg as Json[]).every((one, i) => i >= value.length || fitsSchema(root, value[i], one))
        );
      case 'items': {
        const before = (schema['prefixItems'] as Json[] | undefined)?.length ?? 0;
        return (
          !Array.isArray(value) || value.slice(before).every((one) => fitsSchema(root, one, arg as Json))
        );
      }
      case 'properties':
        return (
          !isObject(value) ||
          Object.entries(arg as Record<string, Json>).every(
            ([key, one]) => !Object.hasOwn(value, key) || fitsSchema(root, value[key], one),
          )
        );
      case 'required':
        return !isObject(value) || (arg as string[]).every((key) => Object.hasOwn(value, key));
      case 'minProperties':
        return !isObject(value) || Object.keys(value).length >= (arg as number);
      case 'additionalProperties': {
        const known = Object.keys((schema['properties'] ?? {}) as Json);
        return !isObject(value) || arg !== false || Object.keys(value).every((key) => known.includes(key));
      }
      default:
        throw new Error(`a keyword this reader does not know: ${keyword}`);
    }
  });
}

const isObject = (value: unknown): value is Record<string, unknown> => typeOf(value) === 'object';

function typeOf(value: unknown): string {
  return value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value;
}
