/** Set by scripts/build.mjs. */
declare const __TARGET__: 'chrome' | 'firefox';
declare const __TEST__: boolean;
