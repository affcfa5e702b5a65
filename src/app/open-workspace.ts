/** The part of the browser that is used. */
export interface TabsApi {
  readonly tabs: {
    query(query: { url: string }): Promise<{ id?: number | undefined; windowId?: number | undefined }[]>;
    update(tabId: number, change: { active: true; url?: string }): Promise<unknown>;
    create(tab: { url: string }): Promise<unknown>;
  };
  readonly windows: { update(windowId: number, change: { focused: true }): Promise<unknown> };
}

/** Brings the workspace tab to the front, or opens one. A change of hash alone does not load it anew. */
export async function openWorkspace(api: TabsApi, url: string, hash: string): Promise<void> {
  const [open] = await api.tabs.query({ url: `${url}*` });
  if (open?.id === undefined) {
    await api.tabs.create({ url: url + hash });
    return;
  }
  await api.tabs.update(open.id, hash === '' ? { active: true } : { active: true, url: url + hash });
  if (open.windowId !== undefined) await api.windows.update(open.windowId, { focused: true });
}
