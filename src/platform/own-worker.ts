interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL(url: string): string },
  ): {
    createScriptURL(url: string): unknown;
  };
}

let policy: ReturnType<TrustedTypes['createPolicy']> | null = null;

/** A worker of the extension's own. The CSP takes script addresses only from this policy, and it gives only such. */
export function ownWorker(url: string, name: string): Worker {
  return new Worker(trusted(url) as string, { type: 'module', name: `segment-lens ${name}` });
}

function trusted(url: string): unknown {
  const { trustedTypes } = globalThis as { readonly trustedTypes?: TrustedTypes };
  if (trustedTypes === undefined) return url;
  policy ??= trustedTypes.createPolicy('segment-lens-worker', {
    createScriptURL(wanted) {
      if (new URL(wanted, location.href).origin !== location.origin)
        throw new TypeError('not a worker of ours');
      return wanted;
    },
  });
  return policy.createScriptURL(url);
}
