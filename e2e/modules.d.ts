/** The scripts are plain JavaScript; this is what tests use of them. */
declare module '*/demo/server.mjs' {
  export interface Demo {
    readonly url: string;
    /** Paths of pages to collect from. */
    readonly pages: readonly string[];
    close(): Promise<void>;
  }
  export function startDemo(port?: number): Promise<Demo>;
}

declare module '*/scripts/build.mjs' {
  export const PAGE_HALVES_ONLY: { readonly moduleSideEffects: false };
  export function buildExtension(
    target: 'chrome' | 'firefox',
    options?: { readonly test?: boolean; readonly outDir?: string },
  ): Promise<string>;
}

declare module '*/scripts/launch.mjs' {
  import type { BrowserContext } from '@playwright/test';

  export function launch(options: {
    readonly chromium: string;
    readonly extensionDir: string;
    readonly headless: boolean;
    readonly locale?: string;
    readonly viewport?: { readonly width: number; readonly height: number } | null;
    readonly colorScheme?: 'light' | 'dark';
  }): Promise<{ readonly context: BrowserContext; readonly origin: string; close(): Promise<void> }>;
}

declare module '*/scripts/setup.mjs' {
  export const root: string;
  export function ensureChromium(): Promise<string>;
  export function ensureVirtualDisplay(): boolean;
  export function chromiumArgs(extensionDir: string, options: { readonly headless: boolean }): string[];
}

declare module '*/gallery/build.mjs' {
  export function buildGallery(outDir: string): Promise<string>;
}
