/** The one import of the browser API. */
import browser from 'webextension-polyfill';

export { browser };
