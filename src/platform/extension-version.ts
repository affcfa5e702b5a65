interface Runtime {
  readonly getManifest?: () => { readonly version: string };
}

/** Of the manifest, without the polyfill; '' outside an extension. */
export function extensionVersion(): string {
  const { chrome, browser } = globalThis as {
    readonly chrome?: { readonly runtime?: Runtime };
    readonly browser?: { readonly runtime?: Runtime };
  };
  return (browser ?? chrome)?.runtime?.getManifest?.().version ?? '';
}
