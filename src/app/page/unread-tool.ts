import type { UnreadTool } from '../../core/page-capture';
import type { Page, PageReader } from '../../sites/page-reader';

/** A tool that knows the page but found nothing on it. Of its own domain an account's part is not told. */
export function unreadTool({ tool, label, hosts = [] }: PageReader, { url }: Page): UnreadTool {
  const domain = hosts.find((host) => url.hostname === host || url.hostname.endsWith(`.${host}`));
  const host = domain === undefined || domain === url.hostname ? (domain ?? null) : `*.${domain}`;
  return { tool, label, host };
}
