/**
 * Addresses of one person's page, as lists link to them, and in whose numbering the first group is an id: the id space
 * that the tool's own exports have (`tools/`). A new tool is one more line here. Tested against the whole address.
 */
export const PEOPLE_LINKS: readonly { readonly space: string; readonly link: RegExp }[] = [
  { space: 'hubspot', link: /\/contacts\/\d+\/(?:record\/0-1|contact)\/(\d+)(?:[/?#]|$)/ },
  { space: 'salesforce', link: /\/r\/(?:\w+\/)?(00[13Q]\w{12}(?:\w{3})?)(?:[/?#]|$)/ },
  { space: 'zoho', link: /\/crm\/(?:[\w-]+\/)?tab\/(?:Contacts|Leads)\/(\d+)(?:[/?#]|$)/ },
  { space: 'shopify', link: /\/(?:store\/[^/?#]+|admin)\/customers\/(\d+)(?:[/?#]|$)/ },
  { space: 'pipedrive', link: /^https:\/\/[^/]*\bpipedrive\.com\/person\/(\d+)(?:[/?#]|$)/ },
  { space: 'klaviyo', link: /^https:\/\/[^/]*\bklaviyo\.com\/profile\/(\w+)(?:[/?#]|$)/ },
  { space: 'stripe', link: /\/customers\/(cus_\w+)(?:[/?#]|$)/ },
  // Whose numbers these are the page does not tell: only ids too long to meet by chance will be found.
  {
    space: '',
    link: /\/(?:customers?|contacts?|clients?|people|persons?|klienci|klient|kontakty|kontakt|osoby)\/([\w-]{10,64})(?:[/?#]|$)/i,
  },
];

/** Ids that rows themselves carry, in the attributes lists are built with. */
export const PEOPLE_ROWS: readonly {
  readonly space: string;
  readonly attribute: string;
  readonly value: RegExp;
}[] = [
  { space: 'salesforce', attribute: 'data-row-key-value', value: /^(00[13Q]\w{12}(?:\w{3})?)$/ },
  { space: 'shopify', attribute: 'id', value: /^gid:\/\/shopify\/Customer\/(\d+)$/ },
];
